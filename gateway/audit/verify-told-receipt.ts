import { hashDisclosure, hashUnderAnswerSalt, readingsOf } from './disclosure-hash.ts'
import { readRecord } from './logged-record.ts'
import type { NoteVerifier } from './signed-note.ts'
import { isProven, openSigned, type ReceiptReport } from './verify-receipt.ts'

/** A receipt as the operation DisclosureReceipt tells it: one record, and one salt at most. */
export interface ToldReceipt {
  readonly requestId: string
  readonly record: string
  readonly checkpoint: string
  readonly keyTurns?: string | null
  readonly leafIndex: number
  readonly inclusionProof: readonly string[]
  /** Of the whole answer, or of one person's part; null for who may know that it was, not what. */
  readonly salt: string | null
}

/** Such a receipt, alone or in the answer it came in; nothing if it is none. */
export function findToldReceipt(value: unknown): ToldReceipt | undefined {
  const { data } = Object(value) as { readonly data?: { readonly disclosureReceipt?: unknown } }
  const receipt = Object(data?.disclosureReceipt ?? value) as Partial<ToldReceipt>
  return typeof receipt.record === 'string' ? (receipt as ToldReceipt) : undefined
}

/** Checks it without the log, as `verifyReceipt` does one with all records. */
export function verifyToldReceipt(
  receipt: ToldReceipt,
  verifier: NoteVerifier,
  data?: unknown,
  keyTurns = '',
): ReceiptReport {
  const { requestId, leafIndex } = receipt
  const checkpoint = openSigned(receipt, verifier, keyTurns)
  const report = { requestId, size: checkpoint?.size ?? 0, proven: 'RECORD', fault: null } as const
  if (!checkpoint) return { ...report, fault: `the checkpoint is not signed by ${verifier.name}` }
  if (!isProven(receipt, checkpoint)) {
    return { ...report, fault: `record ${leafIndex} is not in the log` }
  }
  if (readRecord(Buffer.from(receipt.record)).requestId !== requestId) {
    return { ...report, fault: 'the record is of another request' }
  }
  if (data === undefined) return report
  const proven = provenBy(receipt, data)
  return proven ? { ...report, proven } : { ...report, fault: faultWithout(receipt) }
}

function provenBy(
  { requestId, record, salt }: ToldReceipt,
  data: unknown,
): 'ANSWER' | 'PERSONS' | undefined {
  if (salt === null) return undefined
  const bytes = Buffer.from(salt, 'base64url')
  const { answer, subjects = [] } = readRecord(Buffer.from(record))
  if (answer === hashUnderAnswerSalt(bytes, { data, requestId })) return 'ANSWER'
  const isShown = subjects.some(({ subject, hash }) =>
    readingsOf(data).some(
      (reading) => hashDisclosure(bytes, { data: reading, requestId, subject }) === hash,
    ),
  )
  return isShown ? 'PERSONS' : undefined
}

function faultWithout({ salt }: ToldReceipt): string {
  return salt === null
    ? 'there is no salt to check the data with'
    : 'the data are not what was disclosed'
}
