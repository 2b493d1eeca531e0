import { hashAnswer, hashDisclosure, readingsOf } from './disclosure-hash.ts'
import { readRecord, type LoggedRecord } from './logged-record.ts'
import { openUnder, readKeyHistory } from './key-history.ts'
import { hashLeaf, isIncluded } from './merkle.ts'
import type { ProvenRecord, Receipt } from './receipt.ts'
import type { Checkpoint, NoteVerifier } from './signed-note.ts'

/** What a receipt proves, or why it proves nothing. */
export interface ReceiptReport {
  readonly fault: string | null
  readonly requestId: string
  /** Records of the log whose key signed the receipt's checkpoint. */
  readonly size: number
  /** What was checked of the data: the whole answer, the persons whose salts are there, or nothing. */
  readonly proven: 'ANSWER' | 'PERSONS' | 'RECORD'
}

/**
 * Checks a receipt without the log: signature, inclusion of each record, and, where `data` is given,
 * that it is what was disclosed. A key that led to the signing one, or follows it, does as well: by the
 * turns in the receipt, or those of `keyTurns` where the receipt is older than they. `data` is the answer's `data`, or what it shows of one person.
 */
export function verifyReceipt(
  receipt: Receipt,
  verifier: NoteVerifier,
  data?: unknown,
  keyTurns = '',
): ReceiptReport {
  const { requestId, salts } = receipt
  const checkpoint = openSigned(receipt, verifier, keyTurns)
  const report = { requestId, size: checkpoint?.size ?? 0, proven: 'RECORD' } as const
  if (!checkpoint) return { ...report, fault: `the checkpoint is not signed by ${verifier.name}` }
  const outside = receipt.records.find((record) => !isProven(record, checkpoint))
  if (outside) return { ...report, fault: `record ${outside.leafIndex} is not in the log` }
  const records = receipt.records.map(({ record }) => readRecord(Buffer.from(record)))
  if (records.length === 0 || records.some((record) => record.requestId !== requestId)) {
    return { ...report, fault: 'the records are of another request' }
  }
  if (data === undefined) return { ...report, fault: null }
  const entries = records.flatMap(({ subjects }) => subjects ?? [])
  const isWhole = entries.length > 0 && entries.length === salts.length
  const fault = isWhole
    ? faultInAnswer(receipt, records, data)
    : faultInPersons(receipt, records, data)
  return { ...report, fault, proven: isWhole ? 'ANSWER' : 'PERSONS' }
}

/** The checkpoint of a receipt, if a trusted key signed it or is led to the one that did. */
export function openSigned(
  receipt: { readonly checkpoint: string; readonly keyTurns?: string | null },
  verifier: NoteVerifier,
  keyTurns: string,
): Checkpoint | undefined {
  for (const turns of [receipt.keyTurns ?? '', keyTurns]) {
    const history = readKeyHistory(turns, verifier)
    const checkpoint = history && openUnder(receipt.checkpoint, history)
    if (checkpoint) return checkpoint
  }
  return undefined
}

/** Whether a record is in the tree of a checkpoint. */
export function isProven(
  { leafIndex, record, inclusionProof }: ProvenRecord,
  now: Checkpoint,
): boolean {
  const proof = inclusionProof.map((hash) => Buffer.from(hash, 'base64'))
  return isIncluded(hashLeaf(Buffer.from(record)), leafIndex, now.size, proof, now.root)
}

/** With the salts of all persons, every value of the answer counts. */
function faultInAnswer(
  { requestId, salts }: Receipt,
  records: readonly LoggedRecord[],
  data: unknown,
): string | null {
  const bytes = salts.map(({ salt }) => Buffer.from(salt, 'base64url'))
  const isSame = records.some(({ answer }) => answer === hashAnswer(bytes, { data, requestId }))
  return isSame ? null : 'the data are not those of the answer'
}

function faultInPersons(
  { requestId, salts }: Receipt,
  records: readonly LoggedRecord[],
  data: unknown,
): string | null {
  if (salts.length === 0) return 'there is no salt to check the data with'
  const readings = readingsOf(data)
  const hashes = new Map(
    records.flatMap(({ subjects }) => subjects ?? []).map(({ subject, hash }) => [subject, hash]),
  )
  for (const { subject, salt } of salts) {
    const bytes = Buffer.from(salt, 'base64url')
    const isShown = readings.some(
      (reading) =>
        hashDisclosure(bytes, { data: reading, requestId, subject }) === hashes.get(subject),
    )
    if (!isShown) return `the data are not what was disclosed of ${subject}`
  }
  return null
}
