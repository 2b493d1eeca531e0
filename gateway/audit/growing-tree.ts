import { EMPTY_ROOT, HASH_BYTES, hashFullRow, hashNode } from './merkle.ts'
import { TILE_WIDTH, type Tile } from './tile-path.ts'

const TILE_LEVELS = 8

/** A tile whose last hash has come. */
export interface FullTile extends Tile {
  readonly bytes: Buffer
}

/**
 * The right edge of a Merkle tree: enough to append to it and to tell its root, however large it is.
 * A commit grows a copy and keeps it only when the disk has the records.
 */
export class GrowingTree {
  #size: number
  /** Roots of the full subtrees, from the largest to the smallest: one for each bit of the size. */
  readonly #peaks: Buffer[]
  /** The hashes of the last tile of each tile level, as far as it goes. */
  readonly #rows: Buffer[][]

  private constructor(size: number, peaks: Buffer[], rows: Buffer[][]) {
    this.#size = size
    this.#peaks = peaks
    this.#rows = rows
  }

  /** The tree of `size` records whose last tiles hold these hashes, level by level. */
  static fromRows(size: number, rows: readonly (readonly Buffer[])[]): GrowingTree {
    const peaks = rows.toReversed().flatMap(peaksOf)
    return new GrowingTree(
      size,
      peaks,
      rows.map((row) => [...row]),
    )
  }

  get size(): number {
    return this.#size
  }

  copy(): GrowingTree {
    return new GrowingTree(
      this.#size,
      [...this.#peaks],
      this.#rows.map((row) => [...row]),
    )
  }

  /** Appends a record's hash; answers the tiles that it fills. */
  append(leaf: Buffer): readonly FullTile[] {
    const full: FullTile[] = []
    let hash = leaf
    this.#push(0, hash, full)
    for (let level = 1, rest = this.#size; rest % 2 === 1; level++, rest = (rest - 1) / 2) {
      hash = hashNode(this.#peaks.pop()!, hash)
      if (level % TILE_LEVELS === 0) this.#push(level / TILE_LEVELS, hash, full)
    }
    this.#peaks.push(hash)
    this.#size++
    return full
  }

  root(): Buffer {
    if (this.#peaks.length === 0) return EMPTY_ROOT
    return this.#peaks.reduceRight((right, left) => hashNode(left, right))
  }

  /** The tiles that are not full, each with the hashes it has. */
  partialTiles(): readonly (FullTile & { readonly width: number })[] {
    return this.#rows.flatMap((row, level) =>
      row.length === 0
        ? []
        : [{ level, index: this.#tileOf(level), width: row.length, bytes: Buffer.concat(row) }],
    )
  }

  #push(level: number, hash: Buffer, full: FullTile[]): void {
    const row = (this.#rows[level] ??= [])
    // it may stay for hours, and one of the pool would keep all that was hashed beside it
    row.push(level === 0 ? hash : standingAlone(hash))
    if (row.length < TILE_WIDTH) return
    full.push({ level, index: this.#tileOf(level), bytes: Buffer.concat(row) })
    row.length = 0
  }

  /** The tile that the record at hand belongs to; called before the size goes up as well. */
  #tileOf(level: number): number {
    return Math.floor(this.#size / TILE_WIDTH ** (level + 1))
  }
}

function standingAlone(hash: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(HASH_BYTES)
  hash.copy(copy)
  return copy
}

/** The hashes in a tile. */
export function splitTile(bytes: Buffer): Buffer[] {
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, i) =>
    bytes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES),
  )
}

function peaksOf(row: readonly Buffer[]): Buffer[] {
  const peaks: Buffer[] = []
  let start = 0
  for (let width = TILE_WIDTH / 2; width >= 1; width /= 2) {
    if (row.length - start < width) continue
    peaks.push(hashFullRow(row.slice(start, start + width)))
    start += width
  }
  return peaks
}
