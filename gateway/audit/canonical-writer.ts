import { orderMembers } from './member-order.ts'
import type { PersonSearch } from './person-search.ts'

/** Bytes that values are written into; they grow as they are needed. */
export interface Sheet {
  bytes: Uint8Array
  /** Which member or item is being written, of each object and list from the outermost on. */
  readonly way: number[]
  /** Looks for persons among the objects that are written. */
  search: PersonSearch | undefined
}

type Members = Readonly<Record<string, unknown>>

const FIRST_BYTES = 64 * 1024
/** Bytes of UTF-8 that one UTF-16 code unit of a text becomes at most. */
const UNIT_BYTES = 3
/** Bytes of any number, `true`, `false` or `null`, or of the sign that a list or object opens with, and of a comma. */
const MOST_LITERAL = 32

/**
 * `text.charCodeAt(i)` without the look-up of the method. V8 keeps texts in many forms (in one piece, of
 * others' pieces, one or two bytes a unit), and what meets more than four forms it looks up each time.
 */
const unitAt = Function.prototype.call.bind(String.prototype.charCodeAt) as (
  text: string,
  i: number,
) => number

const [QUOTE, COMMA, BACKSLASH] = [0x22, 0x2c, 0x5c]
const [ARRAY, END_OF_ARRAY, OBJECT, END_OF_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d]

/** An empty sheet. */
export function openSheet(): Sheet {
  return { bytes: new Uint8Array(FIRST_BYTES), way: [], search: undefined }
}

/**
 * Writes a JSON value from a place on as RFC 8785 has it, in UTF-8, and answers where it ends: members
 * sorted by UTF-16 code units, numbers and strings as ECMAScript writes them, no space. Members that
 * are `undefined` are left out. Straight into bytes, since bytes are what is hashed and kept: a text
 * that grows piece by piece is put together once more for each use.
 *
 * @throws TypeError for what JSON cannot hold: NaN, infinities, half of a surrogate pair, functions
 */
export function writeCanonical(sheet: Sheet, value: unknown, start: number): number {
  reserve(sheet, start + MOST_LITERAL)
  return writeValue(sheet, value, start, 0)
}

/** Writes a value where there is room for a literal, below as many objects and lists. */
function writeValue(sheet: Sheet, value: unknown, start: number, depth: number): number {
  if (typeof value === 'string') return writeString(sheet, value, start)
  if (typeof value === 'object' && value !== null) {
    return Array.isArray(value)
      ? writeArray(sheet, value, start, depth)
      : writeObject(sheet, value as Members, start, depth)
  }
  const isNumber = typeof value === 'number' && Number.isFinite(value)
  if (isNumber || typeof value === 'boolean' || value === null) {
    return writeLiteral(sheet, String(value), start)
  }
  throw new TypeError(`no canonical JSON for a ${typeof value}`)
}

/** Writes bytes as they are. */
export function writeBytes(sheet: Sheet, bytes: Uint8Array, end: number): number {
  reserve(sheet, end + bytes.length)
  sheet.bytes.set(bytes, end)
  return end + bytes.length
}

function writeArray(
  sheet: Sheet,
  values: readonly unknown[],
  start: number,
  depth: number,
): number {
  let end = start
  sheet.bytes[end++] = ARRAY
  for (let i = 0; i < values.length; i++) {
    reserve(sheet, end + MOST_LITERAL)
    if (i > 0) sheet.bytes[end++] = COMMA
    sheet.way[depth] = i
    end = writeValue(sheet, values[i], end, depth + 1)
  }
  return writeByte(sheet, END_OF_ARRAY, end)
}

function writeObject(sheet: Sheet, members: Members, start: number, depth: number): number {
  const { names, labels, ends, turns, hasId } = orderMembers(members)
  let end = start
  sheet.bytes[end++] = OBJECT
  for (let i = 0, label = 0; i < names.length; label = ends[i++]!) {
    const value = members[names[i]!]
    if (value === undefined) continue
    reserve(sheet, end + ends[i]! - label + MOST_LITERAL)
    const { bytes } = sheet
    if (end > start + 1) bytes[end++] = COMMA
    while (label < ends[i]!) bytes[end++] = labels[label++]!
    sheet.way[depth] = turns[i]!
    end = writeValue(sheet, value, end, depth + 1)
  }
  end = writeByte(sheet, END_OF_OBJECT, end)
  if (hasId)
    sheet.search?.foundOf(members['id'])?.push({ start, end, way: sheet.way.slice(0, depth) })
  return end
}

/** Most texts are short and need no escape: for those, a loop is quicker than a call out of it. */
function writeString(sheet: Sheet, text: string, start: number): number {
  const { length } = text
  reserve(sheet, start + length * UNIT_BYTES + 2)
  const { bytes } = sheet
  let end = start
  bytes[end++] = QUOTE
  for (let i = 0; i < length; i++) {
    const unit = unitAt(text, i)
    if (unit < 0x80) {
      if (unit < 0x20 || unit === QUOTE || unit === BACKSLASH) return escape(sheet, text, start)
      bytes[end++] = unit
    } else if (unit < 0x800) {
      bytes[end++] = 0xc0 | (unit >> 6)
      bytes[end++] = 0x80 | (unit & 0x3f)
    } else {
      if (unit >= 0xd800 && unit < 0xe000) return escape(sheet, text, start)
      bytes[end++] = 0xe0 | (unit >> 12)
      bytes[end++] = 0x80 | ((unit >> 6) & 0x3f)
      bytes[end++] = 0x80 | (unit & 0x3f)
    }
  }
  bytes[end++] = QUOTE
  return end
}

function escape(sheet: Sheet, text: string, start: number): number {
  if (!text.isWellFormed()) throw new TypeError('no canonical JSON for half of a surrogate pair')
  return writeBytes(sheet, Buffer.from(JSON.stringify(text)), start)
}

function writeLiteral(sheet: Sheet, text: string, start: number): number {
  const { bytes } = sheet
  for (let i = 0; i < text.length; i++) bytes[start + i] = text.charCodeAt(i)
  return start + text.length
}

/** Writes one byte. */
export function writeByte(sheet: Sheet, byte: number, end: number): number {
  reserve(sheet, end + 1)
  sheet.bytes[end] = byte
  return end + 1
}

function reserve(sheet: Sheet, length: number): void {
  if (length <= sheet.bytes.length) return
  const larger = new Uint8Array(Math.max(length, sheet.bytes.length * 2))
  larger.set(sheet.bytes)
  sheet.bytes = larger
}
