import { hubError } from '../../../schemas/errors.ts'
import type { AccessLogConnection, QueryAccessLogArgs } from '../generated.ts'
import type { CaseAnswer, HubContext } from '../hub-context.ts'
import type { LookPlace } from '../index/log-index.ts'

/** A page that was asked for, before or after it is found. */
export interface AskedPage extends Partial<
  Pick<AccessLogConnection, 'asOf' | 'isComplete' | 'nodes' | 'pageInfo'>
> {
  /** What was asked, in one text: it travels to household and back. */
  readonly page: string
  readonly caseInHand: (CaseAnswer & { readonly id: string }) | null
}

/** What a page is asked by. */
export interface PageQuestion {
  readonly personId: string
  readonly first: number
  readonly after: LookPlace | null
}

const MOST_ENTRIES = 100
const LONGEST_KEY = 200

/** @throws HubError OPERATION_LIMIT, BAD_USER_INPUT */
export function askPage(
  { caller }: HubContext,
  { personId, first, after }: QueryAccessLogArgs,
): AskedPage {
  if (first > MOST_ENTRIES) {
    throw hubError('OPERATION_LIMIT', { limit: 'entries (first)', maximum: MOST_ENTRIES })
  }
  if (first < 1) throw hubError('BAD_USER_INPUT', { reason: 'first must be at least 1.' })
  if (personId.length > LONGEST_KEY) throw hubError('PERSON_KEY_INVALID')
  const place = after ? readCursor(after) : null
  const question: PageQuestion = { personId, first, after: place }
  return {
    page: encode(question),
    caseInHand: caller.case === null ? null : { id: caller.case },
  }
}

/** What `askPage` put into a page's text. */
export function questionOf(page: string): PageQuestion {
  return decode(page) as PageQuestion
}

export function writeCursor({ at, tie }: LookPlace): string {
  return encode([at, tie])
}

/** @throws HubError BAD_USER_INPUT for a text that is none of ours */
function readCursor(cursor: string): LookPlace {
  const [at, tie, ...rest] = decodeList(cursor)
  const isPlace =
    typeof at === 'string' && typeof tie === 'string' && rest.length === 0 && isInstant(at)
  if (isPlace && /^[0-9a-f]{32}$/.test(tie)) return { at, tie }
  throw hubError('BAD_USER_INPUT', { reason: 'The cursor is not one of this list.' })
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/.test(text) && !Number.isNaN(Date.parse(text))
}

function decodeList(text: string): readonly unknown[] {
  try {
    const value = decode(text)
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function decode(text: string): unknown {
  return JSON.parse(Buffer.from(text, 'base64url').toString())
}
