import { canonicalBytes } from './canonical-json.ts'
import { openSheet, writeCanonical, type Place } from './canonical-writer.ts'
import type { DisclosedSubject } from './disclosure-log.ts'

/** Parts of a canonical JSON in UTF-8, one after the other. */
export type JsonBytes = readonly Uint8Array[]

/** The canonical JSON of an answer, and of what it shows of each person. */
export interface AnswerBytes {
  readonly whole: JsonBytes
  /** In the order of `disclosed`. */
  readonly persons: readonly JsonBytes[]
}

const [OPEN, NEXT, CLOSE] = [Buffer.from('['), Buffer.from(','), Buffer.from(']')]

const sheet = openSheet()

/**
 * Writes an answer once: what it shows of persons are parts of those bytes. They hold until the next
 * answer is written.
 */
export function writeAnswer(data: unknown, disclosed: readonly DisclosedSubject[]): AnswerBytes {
  const places = new Map<unknown, Place>()
  for (const { data: shown } of disclosed) {
    if (Array.isArray(shown)) for (const object of shown) places.set(object, { start: 0, end: 0 })
  }
  sheet.places = places
  const length = writeCanonical(sheet, data, 0)
  sheet.places = undefined
  const written = sheet.bytes.subarray(0, length)
  const whole = [written]
  const bytesOf = (value: unknown): Uint8Array => {
    const { start, end } = places.get(value) ?? { start: 0, end: 0 }
    return end > 0 ? written.subarray(start, end) : canonicalBytes(value)
  }
  const persons = disclosed.map(({ data: shown }) => {
    if (shown === data) return whole
    return Array.isArray(shown) ? listOf(shown.map(bytesOf)) : [bytesOf(shown)]
  })
  return { whole, persons }
}

function listOf(items: readonly Uint8Array[]): JsonBytes {
  return [OPEN, ...items.flatMap((item, i) => (i === 0 ? [item] : [NEXT, item])), CLOSE]
}
