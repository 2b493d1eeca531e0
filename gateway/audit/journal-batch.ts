import { crc32 } from 'node:zlib'
import { joinEntries, splitEntries } from './entry-bundle.ts'

/** Records that were committed together, with the signed checkpoint of the tree that has them. */
export interface JournalBatch {
  /** Index of the first of them. */
  readonly start: number
  readonly entries: readonly Buffer[]
  readonly note: string
}

const HEADER_BYTES = 24

/**
 * A batch as it stands in the journal: length of the rest and its CRC-32, index of the first record,
 * bytes of records (8 + 8 + 8), the records as in a bundle, the note.
 */
export function writeBatch({ start, entries, note }: JournalBatch): Buffer {
  const records = joinEntries(entries)
  const text = Buffer.from(note)
  const header = Buffer.allocUnsafe(HEADER_BYTES)
  header.writeBigUInt64BE(BigInt(start), 8)
  header.writeBigUInt64BE(BigInt(records.length), 16)
  const frame = Buffer.concat([header, records, text])
  frame.writeUInt32BE(frame.length, 0)
  frame.writeUInt32BE(crc32(frame.subarray(8)), 4)
  return frame
}

/** The batch that begins at `offset` and where it ends; nothing when it is not whole. */
export function readBatch(
  bytes: Buffer,
  offset: number,
): { readonly batch: JournalBatch; readonly end: number } | undefined {
  if (offset + HEADER_BYTES > bytes.length) return undefined
  const end = offset + bytes.readUInt32BE(offset)
  if (end > bytes.length || end < offset + HEADER_BYTES) return undefined
  const frame = bytes.subarray(offset, end)
  if (crc32(frame.subarray(8)) !== frame.readUInt32BE(4)) return undefined
  const notes = HEADER_BYTES + Number(frame.readBigUInt64BE(16))
  const entries = splitEntries(frame.subarray(HEADER_BYTES, notes))
  if (!entries) return undefined
  const start = Number(frame.readBigUInt64BE(8))
  return { batch: { start, entries, note: frame.subarray(notes).toString() }, end }
}

/** All whole batches from the start of a segment, and where the first that is not whole begins. */
export function readBatches(bytes: Buffer): {
  readonly batches: readonly JournalBatch[]
  readonly end: number
} {
  const batches: JournalBatch[] = []
  let end = 0
  for (let next = readBatch(bytes, 0); next; next = readBatch(bytes, end)) {
    batches.push(next.batch)
    end = next.end
  }
  return { batches, end }
}
