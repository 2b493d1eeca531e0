import type { ErrorCode } from '../../schemas/errors.ts'
import type { FetchOutcome } from '../execute/fetch-ledger.ts'

/** How a fetch failed: for the sources, and for the error of the null it leaves. */
export interface FailureKind {
  readonly status: Exclude<FetchOutcome['status'], 'OK' | 'NOT_FOUND'>
  readonly code: ErrorCode
}

/** An answer that is not one: wrong status, not JSON, not GraphQL. */
export class UnusableAnswer extends Error {
  readonly failure: FailureKind

  constructor(failure: FailureKind) {
    super(failure.code)
    this.name = 'UnusableAnswer'
    this.failure = failure
  }
}

const TIMEOUT_CODES = new Set([
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** Whether an error says that time ran out. */
export function isTimeout(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return error.name === 'TimeoutError' || error.name === 'AbortError' || TIMEOUT_CODES.has(code)
}

/** What a thrown error means for the agency. */
export function classifyFailure(error: unknown): FailureKind {
  if (error instanceof UnusableAnswer) return error.failure
  if (isTimeout(error)) return { status: 'TIMEOUT', code: 'AGENCY_TIMEOUT' }
  const code = (error as NodeJS.ErrnoException | undefined)?.code
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE')
    return { status: 'DOWN', code: 'AGENCY_INVALID_ANSWER' }
  return { status: 'DOWN', code: 'AGENCY_UNAVAILABLE' }
}
