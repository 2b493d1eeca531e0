import type { GraphQLFormattedError } from 'graphql'
import type { FetchOutcome } from '../execute/fetch-ledger.ts'
import { UnusableAnswer } from './agency-failure.ts'
import type { AgencyReply } from './transport.ts'

/** An agency's answer to one fetch, checked: it is hostile input until then. */
export interface AgencyAnswer {
  readonly data: Record<string, unknown> | null
  readonly errors?: readonly GraphQLFormattedError[] | undefined
  readonly status: FetchOutcome['status']
  readonly asOf: string | null
  readonly subjects: readonly string[]
  /** What makes the fetch stand out, for the disclosure log. */
  readonly marks?: readonly string[] | undefined
}

const REFUSALS = new Set([
  'UNAUTHORIZED_FIELD_OR_TYPE',
  'CASE_REQUIRED',
  'CASE_NOT_VALID',
  'PERSON_REFUSED',
])

/** Reads a reply. Throws `UnusableAnswer` for anything but a GraphQL answer of this agency. */
export function readAnswer({ status, contentType, body }: AgencyReply): AgencyAnswer {
  if (status >= 400 || !contentType.startsWith('application/json')) {
    throw new UnusableAnswer(failureOf(status))
  }
  return parseAnswer(body)
}

function failureOf(status: number): UnusableAnswer['failure'] {
  if (status === 401 || status === 403) return { status: 'DENIED', code: 'AGENCY_REFUSED' }
  if (status >= 500) return { status: 'DOWN', code: 'AGENCY_UNAVAILABLE' }
  return { status: 'DOWN', code: 'AGENCY_INVALID_ANSWER' }
}

function parseAnswer(text: string): AgencyAnswer {
  const { data = null, errors: told, extensions } = parseJson(text)
  if (!isObjectOrNull(data) || (told !== undefined && !Array.isArray(told))) throw invalid()
  const { asOf, subjects, marks } = (isObjectOrNull(extensions) ? extensions : null) ?? {}
  const errors = told?.filter(isFormattedError)
  return {
    data,
    errors,
    status: statusOf(data, errors),
    asOf: typeof asOf === 'string' ? asOf : null,
    subjects: Array.isArray(subjects) ? subjects.map(String) : [],
    marks: Array.isArray(marks) ? marks.map(readMark) : undefined,
  }
}

/** A mark is a short word; whatever else an agency says is cut to one. */
function readMark(mark: unknown): string {
  return String(mark)
    .replaceAll(/[^A-Z_]/g, '')
    .slice(0, 32)
}

function isFormattedError(value: unknown): value is GraphQLFormattedError {
  return isObjectOrNull(value) && value !== null
}

function parseJson(text: string): Record<string, unknown> {
  try {
    const answer: unknown = JSON.parse(text)
    if (isObjectOrNull(answer) && answer && !Array.isArray(answer)) return answer
  } catch {
    // Falls through: whatever it was, it is not an answer.
  }
  throw invalid()
}

function statusOf(
  data: AgencyAnswer['data'],
  errors: AgencyAnswer['errors'],
): FetchOutcome['status'] {
  if (errors !== undefined) {
    const codes = errors.map(({ extensions }) => String(extensions?.['code']))
    if (codes.includes('DATABASE_UNAVAILABLE')) return 'DOWN'
    if (codes.some((code) => REFUSALS.has(code))) return 'DENIED'
  }
  return foundAnything(data) ? 'OK' : 'NOT_FOUND'
}

/**
 * Whether the agency knew anything of what it was asked. A root field that is not null was found,
 * whatever is asked of it; an entity always comes back, so its fields must hold something.
 */
function foundAnything(data: AgencyAnswer['data']): boolean {
  if (data && Object.hasOwn(data, '_entities')) return holdsAnything(data['_entities'])
  for (const key in data) {
    const value = data[key]
    if (Array.isArray(value) ? value.length > 0 : value !== null) return true
  }
  return false
}

/** Whether anything but nulls and type names stands in a value. */
function holdsAnything(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsAnything)
  if (typeof value !== 'object' || value === null) return value !== null && value !== undefined
  // what JSON.parse made has no members but its own
  for (const key in value) {
    if (key !== '__typename' && holdsAnything((value as Record<string, unknown>)[key])) return true
  }
  return false
}

function isObjectOrNull(value: unknown): value is Record<string, unknown> | null {
  return typeof value === 'object'
}

function invalid(): UnusableAnswer {
  return new UnusableAnswer({ status: 'DOWN', code: 'AGENCY_INVALID_ANSWER' })
}
