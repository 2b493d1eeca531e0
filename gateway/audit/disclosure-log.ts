import type { CompiledOperation } from '../compile/compile-operation.ts'
import type { Source } from '../execute/fetch-ledger.ts'
import type { RequestContext } from '../execute/request-context.ts'
import type { OpenLog } from './log-reader.ts'
import type { Receipt } from './receipt.ts'
import type { PersonRow } from './subject-keys.ts'

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
  /** What the answer carries, as `Type.field`, in alphabetical order. */
  readonly coordinates: readonly string[]
  /** How many things the answer has under each field of the query's root. */
  readonly results: Readonly<Record<string, number>>
  /** The answer's data, as the client gets it. */
  readonly data: unknown
  /** Sealed keys of everyone whom the agencies disclosed or searched. */
  readonly subjects: readonly string[]
}

/** Where a client finds the record of its request. */
export interface WrittenDisclosure {
  /** Place of the outcome's record in the log, from 0. */
  readonly leafIndex: number
  readonly receiptUrl: string
}

/** Who asks for a receipt. */
export interface ReceiptCaller {
  readonly actor: string
  readonly client: string
}

/** Which receipt: what `extensions.disclosure` told. */
export interface ReceiptPlace {
  readonly leafIndex: number
  readonly requestId: string
}

/** The log as those read it who look for a person or a request in it. */
export interface LogSource {
  /** The log's name. */
  readonly origin: string
  /** Records that are durable. */
  readonly size: number
  /** The log as it stands now; nothing while it has no record. */
  read(): Promise<OpenLog | undefined>
  /** What a person is found by in every log of one master key. */
  handleOf(person: string): string
  /** How a person stands in this log; nothing for one that it never had or lost. */
  pseudonymOf(person: string): string | undefined
  /** Whose pseudonym is whose, from a row on, the erased left out. */
  handlesFrom(row: number): Iterable<PersonRow>
  /** The receipt of a request, `leafIndex` being the first record of its outcome. */
  receiptAt(requestId: string, leafIndex: number): Promise<Receipt | undefined>
}

/**
 * The record of who was shown what. Both calls return when the record is on disk and throw
 * `DISCLOSURE_LOG_UNAVAILABLE` when it cannot be: no log, no data.
 */
export interface DisclosureLog {
  /** One that is written ahead, while agencies work, waits a moment for a commit that it can share. */
  intend(intent: DisclosureIntent, when?: { readonly isAhead: boolean }): Promise<void>
  conclude(outcome: DisclosureOutcome): Promise<WrittenDisclosure>
  /** The request ended without an answer. */
  abandon(intent: DisclosureIntent): Promise<void>
  /** The proof of one request, for the caller that made it alone; nothing for all others. */
  receiptFor(caller: ReceiptCaller, place: ReceiptPlace): Promise<Receipt | undefined>
  readonly source: LogSource
  isWritable(): Promise<boolean>
  close(): Promise<void>
}
