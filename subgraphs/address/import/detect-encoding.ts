import { TextDecoder } from 'node:util'

/** Names TextDecoder knows; `big5` reads CP950 as well. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'big5'

/**
 * How the text that starts with these bytes is written: by its byte-order mark; without one, UTF-16 by
 * the nought bytes of its commas, UTF-8 where it is valid, else Big5.
 */
export function detectEncoding(start: Uint8Array): Encoding {
  const [first, second] = start
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const comma = start.indexOf(0x2c)
  if (comma !== -1 && start[comma + 1] === 0 && comma % 2 === 0) return 'utf-16le'
  if (comma > 0 && start[comma - 1] === 0) return 'utf-16be'
  return isUtf8(start) ? 'utf-8' : 'big5'
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // a character cut at the end of the chunk is no fault
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
