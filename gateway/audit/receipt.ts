import type { OpenLog } from './log-reader.ts'
import { findRecords, type FoundRecord } from './logged-record.ts'
import { proveInclusion } from './merkle.ts'
import type { SubjectKeys } from './subject-keys.ts'

/** One record, and the hashes that lead from it to the checkpoint's root. */
export interface ProvenRecord {
  readonly leafIndex: number
  /** The record's text, byte for byte as the log has it. */
  readonly record: string
  /** Base64, from the record upwards. */
  readonly inclusionProof: readonly string[]
}

/** What proves a disclosure offline to whoever holds the answer and the log's public key. */
export interface Receipt {
  readonly requestId: string
  /** A signed note; the records are proven to be in its tree. */
  readonly checkpoint: string
  /** Notes that lead from earlier keys of the log to the one that signed; absent where there are none. */
  readonly keyTurns?: string
  readonly records: readonly ProvenRecord[]
  /** Salts of the persons' hashes, base64url: for the case's actor, or one person's own alone. */
  readonly salts: readonly { readonly subject: string; readonly salt: string }[]
}

/**
 * The receipt of a request; nothing when the log has none. `leafIndex` is a record of its outcome,
 * where that is known: the log need not be searched then. With `onlySubject`, a pseudonym, nobody
 * else's salt is in it. The salt of a person whose key was destroyed is gone.
 */
export async function writeReceipt(
  log: OpenLog,
  keys: SubjectKeys,
  requestId: string,
  leafIndex?: number,
  onlySubject?: string,
): Promise<Receipt | undefined> {
  const before = leafIndex === undefined ? undefined : leafIndex + 1
  const found = [...(await findRecords(log, requestId, before))]
  if (found.length === 0) return undefined
  for (let missing = missingParts(found); missing > 0; missing--) {
    const index = found.at(-1)!.index + 1
    const [next] = (await findRecords(log, requestId, index + 1)).slice(-1)
    if (next?.index === index) found.push(next)
  }
  const subjects = found
    .flatMap(({ record }) => record.subjects ?? [])
    .map(({ subject }) => subject)
    .filter((subject) => onlySubject === undefined || subject === onlySubject)
  const held = await keys.ofPseudonyms(subjects)
  return {
    requestId,
    checkpoint: log.checkpoint,
    ...(log.keyTurns !== '' && { keyTurns: log.keyTurns }),
    records: await Promise.all(found.map((one) => prove(log, one))),
    salts: subjects.flatMap((subject) => {
      const salt = held.get(subject)?.saltFor(requestId)
      return salt ? [{ subject, salt: salt.toString('base64url') }] : []
    }),
  }
}

/** A known leaf index is that of the first part; the others follow it. */
function missingParts(found: readonly FoundRecord[]): number {
  const { part, parts } = found.at(-1)!.record
  return part === undefined || parts === undefined ? 0 : parts - part
}

async function prove(log: OpenLog, { index, entry }: FoundRecord): Promise<ProvenRecord> {
  const proof = await proveInclusion(index, log.size, log.nodeAt)
  return {
    leafIndex: index,
    record: entry.toString(),
    inclusionProof: proof.map((hash) => hash.toString('base64')),
  }
}
