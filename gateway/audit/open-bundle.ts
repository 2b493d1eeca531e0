import { joinEntries } from './entry-bundle.ts'
import { TILE_WIDTH } from './tile-path.ts'

const FIRST_BYTES = 64 * 1024
const GROWTH = 1.25
const MOST_SPARES = 8

/**
 * The records after the last full bundle, as the bundle's file has them. Bundles live too long to be
 * cleared away lightly: their memory is used again.
 */
export class OpenBundle {
  readonly #spares: Buffer[] = []
  // never a piece of memory that others have pieces of
  #bytes: Buffer = Buffer.allocUnsafeSlow(FIRST_BYTES)
  #end = 0
  #count = 0

  constructor(entries: readonly Buffer[]) {
    this.add(joinEntries(entries))
  }

  /** How many records it has. */
  get count(): number {
    return this.#count
  }

  /** Its bytes so far: they stay as they are, whatever is added. */
  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#end)
  }

  /** Takes records as a bundle has them, each after its length; answers the bundles that they fill. */
  add(records: Buffer): readonly Buffer[] {
    const full: Buffer[] = []
    let from = 0
    for (let at = 0; at < records.length;) {
      at += 2 + records.readUInt16BE(at)
      if (++this.#count < TILE_WIDTH) continue
      this.#take(records.subarray(from, at))
      full.push(this.bytes)
      from = at
      // the next one is likely to be as long
      this.#bytes = this.#spares.pop() ?? Buffer.allocUnsafeSlow(this.#end)
      this.#end = 0
      this.#count = 0
    }
    this.#take(records.subarray(from))
    return full
  }

  /** Takes the memory of a bundle back whose file is written: it must not be looked at again. */
  giveBack({ buffer }: Uint8Array): void {
    if (this.#spares.length < MOST_SPARES) this.#spares.push(Buffer.from(buffer))
  }

  #take(records: Buffer): void {
    const end = this.#end + records.length
    if (end > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(end, Math.ceil(GROWTH * this.#bytes.length)))
      this.#bytes.copy(larger, 0, 0, this.#end)
      this.#bytes = larger
    }
    records.copy(this.#bytes, this.#end)
    this.#end = end
  }
}
