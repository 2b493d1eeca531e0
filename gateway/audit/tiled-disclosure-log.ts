import { join } from 'node:path'
import { canonicalJson } from './canonical-json.ts'
import { hashDisclosure } from './disclosure-hash.ts'
import type {
  DisclosureIntent,
  DisclosureLog,
  DisclosureOutcome,
  WrittenDisclosure,
} from './disclosure-log.ts'
import {
  failureRecord,
  intentRecord,
  outcomeRecords,
  type DisclosureRecord,
} from './disclosure-record.ts'
import { LogWriter } from './log-writer.ts'
import { createNoteSigner } from './signed-note.ts'
import { SubjectKeys } from './subject-keys.ts'

/** Where a disclosure log is and what it is kept with. */
export interface DisclosureLogOptions {
  readonly dataDir: string
  /** The log's name in its checkpoints: one for each gateway replica. */
  readonly origin: string
  /** The origin that clients reach the hub at. */
  readonly publicUrl: string
  /** Seed of the Ed25519 key that signs checkpoints. */
  readonly signingSeed: Uint8Array
  /** Keys the file of subjects' keys. */
  readonly subjectKey: Uint8Array
  readonly onFault: (fault: unknown) => void
  /** Milliseconds since 1970; the machine's clock when absent. */
  readonly now?: () => number
  readonly publishAfterMs?: number
}

/** Folder of the log's own files below a data directory. */
export function logFolder(dataDir: string): string {
  return join(dataDir, 'log')
}

/** Path of a request's receipt at the hub. */
export function receiptPath(leafIndex: number, requestId: string): string {
  return `/receipts/${leafIndex}/${requestId}`
}

/** File of the subjects' keys: apart from the log, so that copies of the log never have it. */
export function subjectKeysFile(dataDir: string): string {
  return join(dataDir, 'subjects', 'keys.bin')
}

/**
 * Opens the disclosure log: two records for each request (or more, above 500 persons) in a Merkle tree
 * with signed checkpoints.
 *
 * @throws HubError DISCLOSURE_LOG_DAMAGED when the log must not go on
 */
export async function openDisclosureLog(options: DisclosureLogOptions): Promise<DisclosureLog> {
  const { dataDir, origin, signingSeed, subjectKey, onFault } = options
  const keys = SubjectKeys.open(subjectKeysFile(dataDir), subjectKey)
  const { writer, last } = await LogWriter.open({
    folder: logFolder(dataDir),
    signer: createNoteSigner(origin, signingSeed),
    beforeCommit: () => keys.flush(),
    onFault,
    ...(options.publishAfterMs !== undefined && { publishAfterMs: options.publishAfterMs }),
  })
  return new TiledDisclosureLog(writer, keys, options, timeOf(last))
}

class TiledDisclosureLog implements DisclosureLog {
  readonly #writer: LogWriter
  readonly #keys: SubjectKeys
  readonly #now: () => number
  readonly #publicUrl: string
  #lastAt: number

  constructor(
    writer: LogWriter,
    keys: SubjectKeys,
    { now = Date.now, publicUrl }: DisclosureLogOptions,
    lastAt: number,
  ) {
    this.#writer = writer
    this.#keys = keys
    this.#now = now
    this.#publicUrl = publicUrl
    this.#lastAt = lastAt
  }

  async intend(intent: DisclosureIntent): Promise<void> {
    await this.#append([intentRecord(intent)])
  }

  async conclude(outcome: DisclosureOutcome): Promise<WrittenDisclosure> {
    const { requestId } = outcome.context
    const subjects = outcome.disclosed.map(({ subject, data }) => {
      const key = this.#keys.of(subject)
      const stated = { data, requestId, subject: key.pseudonym }
      return { subject: key.pseudonym, hash: hashDisclosure(key.saltFor(requestId), stated) }
    })
    const leafIndex = await this.#append(outcomeRecords(outcome, subjects))
    return { leafIndex, receiptUrl: `${this.#publicUrl}${receiptPath(leafIndex, requestId)}` }
  }

  async abandon(intent: DisclosureIntent): Promise<void> {
    await this.#append([failureRecord(intent)])
  }

  isWritable(): Promise<boolean> {
    return this.#writer.isWritable()
  }

  async close(): Promise<void> {
    await this.#writer.close()
    this.#keys.close()
  }

  #append(records: readonly DisclosureRecord[]): Promise<number> {
    return this.#writer.append(
      records.map((record) => (seq: number) => {
        const at = new Date(this.#tick()).toISOString()
        return Buffer.from(canonicalJson({ ...record, at, seq }))
      }),
    )
  }

  /** Time goes on or stands, whatever the machine's clock does: records keep their order by time. */
  #tick(): number {
    this.#lastAt = Math.max(this.#lastAt, this.#now())
    return this.#lastAt
  }
}

function timeOf(entry: Buffer | undefined): number {
  if (!entry) return 0
  const { at } = JSON.parse(entry.toString()) as { readonly at?: string }
  return Date.parse(at ?? '') || 0
}
