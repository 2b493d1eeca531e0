import { createHash } from 'node:crypto'
import { hubError } from '../../schemas/errors.ts'
import { mentionsNationalId } from '../../schemas/scalars/national-id.ts'
import type { RegisteredOperation } from '../compile/registered-operations.ts'

/** The body of a GraphQL request, checked for form. */
export interface GraphQLBody {
  readonly query: string
  readonly variables: Record<string, unknown>
  readonly operationName?: string
}

/** A request's body, and whether its document is one of the registered. */
export interface ReadBody {
  readonly body: GraphQLBody
  readonly isRegistered: boolean
}

const CASE_NO = /^[0-9A-Za-z][0-9A-Za-z-]{0,39}$/
const MAX_NAME = 100

/**
 * Reads `{query | documentId, variables, operationName}`. A registered operation is named by
 * `documentId` and stands in for the document. Throws `REQUEST_MALFORMED`, `OPERATION_UNKNOWN` or
 * `NATIONAL_ID_LITERAL`: a number in a document or a name would end up in caches and logs.
 */
export function readBody(
  body: unknown,
  registered: ReadonlyMap<string, RegisteredOperation>,
): ReadBody {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw hubError('REQUEST_MALFORMED')
  }
  const { query, documentId, variables, operationName } = body as Record<string, unknown>
  const text = documentId === undefined ? query : findRegistered(documentId, registered)
  if (typeof text !== 'string' || text === '') throw hubError('REQUEST_MALFORMED')
  if (!isVariables(variables) || !isName(operationName)) throw hubError('REQUEST_MALFORMED')
  if (mentionsNationalId(text) || mentionsNationalId(operationName ?? '')) {
    throw hubError('NATIONAL_ID_LITERAL')
  }
  return {
    isRegistered: documentId !== undefined || isTextOf(text, registered),
    body: {
      query: text,
      variables: variables ?? {},
      // Apollo Server refuses null and undefined, and fails on an empty name; clients send all three
      ...(operationName && { operationName }),
    },
  }
}

/** The case number of the header `hub-case`, or null. Throws `CASE_NOT_VALID`, `NATIONAL_ID_LITERAL`. */
export function readCaseNo(header: string | readonly string[] | undefined): string | null {
  if (header === undefined || header === '') return null
  if (typeof header !== 'string' || !CASE_NO.test(header)) throw hubError('CASE_NOT_VALID')
  if (mentionsNationalId(header)) throw hubError('NATIONAL_ID_LITERAL')
  return header
}

function findRegistered(
  documentId: unknown,
  registered: ReadonlyMap<string, RegisteredOperation>,
): string {
  for (const operation of registered.values()) {
    if (operation.documentId === documentId) return operation.text
  }
  throw hubError('OPERATION_UNKNOWN')
}

function isTextOf(query: string, registered: ReadonlyMap<string, RegisteredOperation>): boolean {
  return [...registered.values()].some(({ text }) => text === query)
}

function isVariables(value: unknown): value is Record<string, unknown> | null | undefined {
  return value === undefined || (typeof value === 'object' && !Array.isArray(value))
}

function isName(value: unknown): value is string | null | undefined {
  return (
    value === undefined || value === null || (typeof value === 'string' && value.length <= MAX_NAME)
  )
}

/** SHA-256 of a document's text, hex: the name caches and the log know it by. */
export function hashDocument(query: string): string {
  return createHash('sha256').update(query).digest('hex')
}
