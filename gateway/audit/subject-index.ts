/** Bytes of a handle. */
export const HANDLE_BYTES = 16

const FEWEST_SLOTS = 1024
const MOST_FULL = 0.6

/**
 * Rows of handles, in about 20 bytes each, so that a register of millions fits beside the gateway. It
 * keeps eight bytes of a handle: who asks checks the row for the rest.
 */
export class SubjectIndex {
  #slots = FEWEST_SLOTS
  #heads = new Uint32Array(FEWEST_SLOTS)
  #tails = new Uint32Array(FEWEST_SLOTS)
  /** Row + 1; 0 is an empty slot. */
  #rows = new Uint32Array(FEWEST_SLOTS)
  #count = 0

  add(handle: Buffer, row: number): void {
    if (this.#count + 1 > this.#slots * MOST_FULL) this.#grow()
    this.#put(handle.readUInt32LE(0), handle.readUInt32LE(4), row + 1)
    this.#count++
  }

  /** Rows that may be the handle's: one, but for a chance of 2^-64. */
  *rowsOf(handle: Buffer): Generator<number> {
    const [head, tail] = [handle.readUInt32LE(0), handle.readUInt32LE(4)]
    for (let i = head % this.#slots; this.#rows[i] !== 0; i = (i + 1) % this.#slots) {
      if (this.#heads[i] === head && this.#tails[i] === tail) yield this.#rows[i]! - 1
    }
  }

  #put(head: number, tail: number, row: number): void {
    let i = head % this.#slots
    while (this.#rows[i] !== 0) i = (i + 1) % this.#slots
    this.#heads[i] = head
    this.#tails[i] = tail
    this.#rows[i] = row
  }

  #grow(): void {
    const [heads, tails, rows] = [this.#heads, this.#tails, this.#rows]
    this.#slots *= 2
    this.#heads = new Uint32Array(this.#slots)
    this.#tails = new Uint32Array(this.#slots)
    this.#rows = new Uint32Array(this.#slots)
    for (const [i, row] of rows.entries()) if (row !== 0) this.#put(heads[i]!, tails[i]!, row)
  }
}
