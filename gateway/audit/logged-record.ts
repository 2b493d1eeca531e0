import type { OpenLog } from './log-reader.ts'

/** A record of the log, as far as the hub itself reads it. */
export interface LoggedRecord {
  readonly seq: number
  readonly at: string
  readonly leaf: 'INTENT' | 'OUTCOME'
  readonly requestId: string
  readonly actor?: string
  readonly client?: string | null
  readonly agency?: string | null
  readonly role?: string | null
  readonly purpose?: string | null
  readonly legalBasis?: string | null
  readonly channel?: string
  readonly coordinates?: readonly string[]
  readonly case?: string | null
  readonly outcome?: string
  readonly subjects?: readonly { readonly subject: string; readonly hash: string }[]
  readonly answer?: string | null
  /** 1 for the first of several records of an answer. */
  readonly part?: number
  readonly parts?: number
}

/** A record with the bytes that the log hashed. */
export interface FoundRecord {
  readonly index: number
  readonly entry: Buffer
  readonly record: LoggedRecord
}

/** Reads a record that the log's tree vouches for. */
export function readRecord(entry: Buffer): LoggedRecord {
  return JSON.parse(entry.toString()) as LoggedRecord
}

/**
 * The records of one request, oldest first; none when it is not in the log. Reads from `before` (the
 * end of the log when absent) back to the request's intent.
 */
export async function findRecords(
  log: OpenLog,
  requestId: string,
  before = log.size,
): Promise<readonly FoundRecord[]> {
  const needle = Buffer.from(`"requestId":${JSON.stringify(requestId)}`)
  const found: FoundRecord[] = []
  for await (const { start, entries } of log.bundlesBackwards(before)) {
    for (let i = entries.length - 1; i >= 0; i--) {
      const entry = entries[i]!
      if (!entry.includes(needle)) continue
      const record = readRecord(entry)
      found.unshift({ index: start + i, entry, record })
      if (record.leaf === 'INTENT') return found
    }
  }
  return found
}
