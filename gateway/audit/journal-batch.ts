import { crc32 } from 'node:zlib'
import { splitEntries } from './entry-bundle.ts'

/** Records that were committed together, with the signed checkpoint of the tree that has them. */
export interface JournalBatch {
  /** Index of the first of them. */
  readonly start: number
  readonly entries: readonly Buffer[]
  readonly note: string
}

const HEADER_BYTES = 24
const FIRST_BYTES = 64 * 1024
const MOST_KEPT_BYTES = 4 * 1024 * 1024

/**
 * A batch as it stands in the journal: length of the rest and its CRC-32, index of the first record,
 * bytes of records (8 + 8 + 8), the records as in a bundle, the note. One sheet serves all commits of
 * a log: bytes of their own for each would be most of what clearing up after a commit costs.
 */
export class BatchSheet {
  #bytes = Buffer.allocUnsafeSlow(FIRST_BYTES)
  #start = 0
  #end = HEADER_BYTES

  /** Begins the batch whose first record has this index; what was on the sheet is gone. */
  begin(start: number): void {
    if (this.#bytes.length > MOST_KEPT_BYTES) this.#bytes = Buffer.allocUnsafeSlow(FIRST_BYTES)
    this.#start = start
    this.#end = HEADER_BYTES
  }

  /** Takes a record; its bytes are copied. */
  add(entry: Uint8Array): void {
    this.#reserve(2 + entry.length)
    const at = this.#bytes.writeUInt16BE(entry.length, this.#end)
    this.#bytes.set(entry, at)
    this.#end = at + entry.length
  }

  /** The records so far, as in a bundle; they hold until the next batch. */
  get records(): Buffer {
    return this.#bytes.subarray(HEADER_BYTES, this.#end)
  }

  /** The whole batch under a note; it holds until the next one. */
  close(note: string): Buffer {
    this.#reserve(Buffer.byteLength(note))
    const bytes = this.#bytes
    const end = this.#end + bytes.write(note, this.#end)
    bytes.writeBigUInt64BE(BigInt(this.#start), 8)
    bytes.writeBigUInt64BE(BigInt(this.#end - HEADER_BYTES), 16)
    bytes.writeUInt32BE(end, 0)
    bytes.writeUInt32BE(crc32(bytes.subarray(8, end)), 4)
    return bytes.subarray(0, end)
  }

  #reserve(more: number): void {
    const length = this.#end + more
    if (length <= this.#bytes.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(length, 2 * this.#bytes.length))
    this.#bytes.copy(larger, 0, 0, this.#end)
    this.#bytes = larger
  }
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
