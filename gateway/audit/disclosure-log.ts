import type { CompiledOperation } from '../compile/compile-operation.ts'
import type { Source } from '../execute/fetch-ledger.ts'
import type { RequestContext } from '../execute/request-context.ts'

/** What is known of a disclosure before the first agency is asked. */
export interface DisclosureIntent {
  readonly context: RequestContext
  readonly operationHash: string
  readonly compiled: CompiledOperation
}

/** What is known of it when the answer is ready to leave. */
export interface DisclosureOutcome extends DisclosureIntent {
  readonly sources: readonly Source[]
  readonly errorCount: number
}

/**
 * The record of who was shown what. Both calls return when the record is on disk and throw
 * `DISCLOSURE_LOG_UNAVAILABLE` when it cannot be: no log, no data.
 */
export interface DisclosureLog {
  intend(intent: DisclosureIntent): Promise<void>
  /** `leafIndex` is the place of the outcome's record in the log, from 0. */
  conclude(outcome: DisclosureOutcome): Promise<{ readonly leafIndex: number }>
  isWritable(): Promise<boolean>
  close(): Promise<void>
}
