import { hash as digest } from 'node:crypto'

const BLOCK_BYTES = 64
const HASH_BYTES = 32
const MOST_TEXT_BYTES = 4_096
// What is hashed is put together here.
const short = Buffer.alloc(BLOCK_BYTES + MOST_TEXT_BYTES)
const outer = Buffer.alloc(BLOCK_BYTES + HASH_BYTES)

/**
 * HMAC-SHA-256 (RFC 2104) of a text under a key of up to 64 bytes; throws RangeError for a longer one.
 * For short texts, of which every request has many: `createHmac` costs some three times the two digests
 * that this is, and its key object more again.
 */
export function hmacSha256(key: Uint8Array, text: string): Buffer {
  return Buffer.from(hmacAs('binary', key, text), 'binary')
}

/** The same in base64url, as tokens carry it. */
export function hmacBase64url(key: Uint8Array, text: string): string {
  return hmacAs('base64url', key, text)
}

function hmacAs(encoding: 'binary' | 'base64url', key: Uint8Array, text: string): string {
  if (key.length > BLOCK_BYTES) throw new RangeError('the key must be of up to 64 bytes')
  const bytes = Buffer.byteLength(text)
  const inner = bytes > MOST_TEXT_BYTES ? Buffer.alloc(BLOCK_BYTES + bytes) : short
  for (let i = 0; i < BLOCK_BYTES; i++) {
    const byte = i < key.length ? key[i]! : 0
    inner[i] = byte ^ 0x36
    outer[i] = byte ^ 0x5c
  }
  const end = BLOCK_BYTES + inner.write(text, BLOCK_BYTES)
  outer.write(digest('sha256', inner.subarray(0, end), 'binary'), BLOCK_BYTES, 'binary')
  const mac = digest('sha256', outer, encoding)
  inner.fill(0, 0, BLOCK_BYTES)
  outer.fill(0, 0, BLOCK_BYTES)
  return mac
}
