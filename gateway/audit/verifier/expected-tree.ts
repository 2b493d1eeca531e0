import { hash as digest } from 'node:crypto'
import { Fault } from './fault.ts'
import type { Anchor } from './notes.ts'
import { HASH, WIDTH, pathOf, readTile } from './tile-file.ts'

/** The Merkle tree of RFC 6962 as the records make it, against the hashes in the tiles. */
export class ExpectedTree {
  size = 0
  /** Records that a signed checkpoint covers, of those that were compared so far. */
  vouched = 0
  readonly folder: string
  readonly rows: Buffer[][] = []
  #peaks: Buffer[] = []
  #anchors: readonly Anchor[] = []
  #next = 0
  #lastAt = ''
  #tiles: ({ readonly total: number; readonly bytes: Buffer } | undefined)[] = []

  constructor(folder: string) {
    this.folder = folder
  }

  /** Compares the root with each of these when the tree has its size. */
  expect(anchors: readonly Anchor[]): void {
    this.#anchors = anchors.toSorted((a, b) => a.size - b.size)
    this.#compare()
  }

  append(entry: Buffer, published: number): void {
    let hash = sha256(0, entry)
    this.#push(0, hash, published)
    this.#readStamp(entry)
    for (let level = 1, rest = this.size; rest % 2 === 1; level++, rest = (rest - 1) / 2) {
      hash = sha256(1, this.#peaks.pop()!, hash)
      if (level % 8 === 0) this.#push(level / 8, hash, published)
    }
    this.#peaks.push(hash)
    this.size++
    this.#compare()
  }

  /** A record of the last tile that was appended before, read from where it stands now. */
  repeat(entry: Buffer, index: number): void {
    if (sha256(0, entry).equals(this.rows[0]![index % WIDTH]!)) return
    throw new Fault(index, 'the record was changed while the log was read')
  }

  root(): Buffer {
    if (this.#peaks.length === 0) return Buffer.from(digest('sha256', '', 'binary'), 'binary')
    return this.#peaks.reduceRight((right, left) => sha256(1, left, right))
  }

  /** All checkpoints must have been reached: one of more records proves that some are gone. */
  checkReached(): void {
    const beyond = this.#anchors[this.#next]
    if (!beyond) return
    const { size, from } = beyond
    throw new Fault(this.size, `the log is cut short: ${from} is of ${size} records`, size - 1)
  }

  #compare(): void {
    for (let next = this.#anchors[this.#next]; next?.size === this.size;) {
      const { size, root, from } = next
      if (!root.equals(this.root())) {
        const reason = `the records are not those of ${from} of ${size} records`
        throw new Fault(this.vouched, reason, size - 1)
      }
      this.vouched = size
      next = this.#anchors[++this.#next]
    }
  }

  #push(level: number, hash: Buffer, published: number): void {
    const span = WIDTH ** level
    const count = Math.floor(this.size / span)
    const place = count % WIDTH
    if (place === 0) this.rows[level] = []
    this.rows[level]!.push(hash)
    const total = Math.floor(published / span)
    if (count >= total) return
    const index = Math.floor(count / WIDTH)
    const known = this.#tiles[level]
    const isSame = place > 0 && known?.total === total
    const tile = isSame ? known : { total, bytes: readTile(this.folder, level, index, total) }
    this.#tiles[level] = tile
    // a tile that grew is compared from its start
    for (let i = isSame ? place : 0; i <= place; i++) {
      const stated = tile.bytes.subarray(i * HASH, (i + 1) * HASH)
      if (stated.equals(this.rows[level]![i]!)) continue
      const first = level === 0 ? this.size - place + i : (count - place + i) * span
      throw new Fault(first, `the record and its hash in ${pathOf(level, index)} differ`, this.size)
    }
  }

  /** Records say their own place, and their times never go back. */
  #readStamp(entry: Buffer): void {
    let record: { readonly seq?: unknown; readonly at?: unknown }
    try {
      record = JSON.parse(entry.toString()) as typeof record
    } catch {
      throw new Fault(this.size, 'the record is not JSON')
    }
    if (record.seq !== this.size) {
      throw new Fault(this.size, `the record says that it is number ${String(record.seq)}`)
    }
    if (typeof record.at !== 'string' || record.at < this.#lastAt) {
      throw new Fault(this.size, 'the time of the record is before that of the last one')
    }
    this.#lastAt = record.at
  }
}

// What is hashed is put together here: a prefix and a record, or two hashes.
const input = Buffer.alloc(1 + 0x1_0000)

function sha256(prefix: number, ...parts: readonly Buffer[]): Buffer {
  let end = input.writeUInt8(prefix)
  for (const part of parts) end += part.copy(input, end)
  return Buffer.from(digest('sha256', input.subarray(0, end), 'binary'), 'binary')
}
