import { openSheet, writeCanonical } from './canonical-writer.ts'

const sheet = openSheet()

/**
 * A JSON value as the one text that RFC 8785 gives it.
 *
 * @throws TypeError for what JSON cannot hold: NaN, infinities, half of a surrogate pair, functions
 */
export function canonicalJson(value: unknown): string {
  return canonicalBytes(value).toString()
}

/** The same in UTF-8. */
export function canonicalBytes(value: unknown): Buffer {
  const end = writeCanonical(sheet, value, 0)
  return Buffer.from(sheet.bytes.subarray(0, end))
}
