import { hash as digest } from 'node:crypto'

const BLOCK_BYTES = 64
const HASH_BYTES = 32
const USUAL_TEXT_BYTES = 2_048

/**
 * A key made ready for HMAC-SHA-256 (RFC 2104) of many texts. For short texts, of which every request has
 * many: `createHmac` costs some three times the two digests that this is, and its key object more again.
 */
export class HmacKey {
  /** The two blocks of the key, each with room for what is hashed after it. */
  #inner = Buffer.alloc(BLOCK_BYTES + USUAL_TEXT_BYTES)
  readonly #outer = Buffer.alloc(BLOCK_BYTES + HASH_BYTES)

  /** Takes a key of up to 64 bytes in the place of the one before. Throws RangeError for a longer one. */
  take(key: Uint8Array): this {
    if (key.length > BLOCK_BYTES) throw new RangeError('the key must be of up to 64 bytes')
    for (let i = 0; i < BLOCK_BYTES; i++) {
      const byte = i < key.length ? key[i]! : 0
      this.#inner[i] = byte ^ 0x36
      this.#outer[i] = byte ^ 0x5c
    }
    return this
  }

  /** Leaves nothing of the key. */
  forget(): void {
    this.#inner.fill(0, 0, BLOCK_BYTES)
    this.#outer.fill(0, 0, BLOCK_BYTES)
  }

  /** The HMAC of a text, and of what follows it, which need not be joined for it. */
  of(encoding: 'binary' | 'base64url', text: string, rest = ''): string {
    this.#makeRoom(text, rest)
    const inner = this.#inner
    let end = BLOCK_BYTES + inner.write(text, BLOCK_BYTES)
    if (rest !== '') end += inner.write(rest, end)
    this.#outer.write(digest('sha256', inner.subarray(0, end), 'binary'), BLOCK_BYTES, 'binary')
    return digest('sha256', this.#outer, encoding)
  }

  #makeRoom(text: string, rest: string): void {
    // of three bytes a unit at most, so that few need be measured
    if (BLOCK_BYTES + 3 * (text.length + rest.length) <= this.#inner.length) return
    const bytes = BLOCK_BYTES + Buffer.byteLength(text) + Buffer.byteLength(rest)
    if (bytes <= this.#inner.length) return
    const larger = Buffer.alloc(bytes)
    this.#inner.copy(larger, 0, 0, BLOCK_BYTES)
    this.#inner.fill(0, 0, BLOCK_BYTES)
    this.#inner = larger
  }
}

// Keys that are used once stand here while they are.
const passing = new HmacKey()

/** HMAC-SHA-256 of a text under a key of up to 64 bytes; throws RangeError for a longer one. */
export function hmacSha256(key: Uint8Array, text: string): Buffer {
  return Buffer.from(hmacOnce('binary', key, text), 'binary')
}

/** The same in base64url, as tokens carry it. */
export function hmacBase64url(key: Uint8Array, text: string): string {
  return hmacOnce('base64url', key, text)
}

function hmacOnce(encoding: 'binary' | 'base64url', key: Uint8Array, text: string): string {
  const mac = passing.take(key).of(encoding, text)
  passing.forget()
  return mac
}
