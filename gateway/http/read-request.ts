import { hubError } from '../../schemas/errors.ts'
import { mentionsNationalId } from '../../schemas/scalars/national-id.ts'
import type { Documents, KnownDocument } from '../compile/documents.ts'

/** What a request asks: a document within the limits, and what goes with it. */
export interface Ask {
  readonly known: KnownDocument
  readonly variables: Record<string, unknown>
  readonly operationName: string | undefined
}

const CASE_NO = /^[0-9A-Za-z][0-9A-Za-z-]{0,39}$/
const MAX_NAME = 100

/**
 * Reads `{query | documentId, variables, operationName}`. A registered operation is named by
 * `documentId` and stands in for the document. Throws `REQUEST_MALFORMED`, `OPERATION_UNKNOWN`, what
 * the guard of documents throws, or `NATIONAL_ID_LITERAL`: a number in a document or a name would end
 * up in caches and logs.
 */
export function readAsk(body: unknown, documents: Documents): Ask {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw hubError('REQUEST_MALFORMED')
  }
  const { query, documentId, variables, operationName } = body as Record<string, unknown>
  const text = documentId === undefined ? query : textOf(documentId, documents)
  if (typeof text !== 'string' || text === '') throw hubError('REQUEST_MALFORMED')
  if (!isVariables(variables) || !isName(operationName)) throw hubError('REQUEST_MALFORMED')
  if (operationName && mentionsNationalId(operationName)) throw hubError('NATIONAL_ID_LITERAL')
  return {
    known: documents.read(text),
    variables: variables ?? {},
    // clients send null, undefined and an empty name alike
    operationName: operationName || undefined,
  }
}

/** The case number of the header `hub-case`, or null. Throws `CASE_NOT_VALID`, `NATIONAL_ID_LITERAL`. */
export function readCaseNo(header: string | readonly string[] | undefined): string | null {
  if (header === undefined || header === '') return null
  if (typeof header !== 'string' || !CASE_NO.test(header)) throw hubError('CASE_NOT_VALID')
  if (mentionsNationalId(header)) throw hubError('NATIONAL_ID_LITERAL')
  return header
}

/**
 * What the header `hub-on-denied` asks for: a null for each refused coordinate (`null`, the default),
 * or no answer at all (`reject`). Throws `BAD_USER_INPUT`.
 */
export function readOnDenied(header: string | readonly string[] | undefined): boolean {
  if (header === undefined || header === 'null') return false
  if (header === 'reject') return true
  throw hubError('BAD_USER_INPUT', { reason: 'The header hub-on-denied is null or reject.' })
}

function textOf(documentId: unknown, documents: Documents): string {
  const text = documents.textOf(documentId)
  if (text === undefined) throw hubError('OPERATION_UNKNOWN')
  return text
}

function isVariables(value: unknown): value is Record<string, unknown> | null | undefined {
  return value === undefined || (typeof value === 'object' && !Array.isArray(value))
}

function isName(value: unknown): value is string | null | undefined {
  return (
    value === undefined || value === null || (typeof value === 'string' && value.length <= MAX_NAME)
  )
}
