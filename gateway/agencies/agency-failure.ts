import type { ErrorCode } from '../../schemas/errors.ts'
import type { FetchOutcome } from '../execute/fetch-ledger.ts'
import { TransportFault, type TransportFaultKind } from './transport.ts'

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

const FAILURES: Readonly<Record<TransportFaultKind, FailureKind>> = {
  timeout: { status: 'TIMEOUT', code: 'AGENCY_TIMEOUT' },
  invalid: { status: 'DOWN', code: 'AGENCY_INVALID_ANSWER' },
  unavailable: { status: 'DOWN', code: 'AGENCY_UNAVAILABLE' },
}

/** What a thrown error means for the agency. */
export function classifyFailure(error: unknown): FailureKind {
  if (error instanceof UnusableAnswer) return error.failure
  return FAILURES[error instanceof TransportFault ? error.kind : 'unavailable']
}
