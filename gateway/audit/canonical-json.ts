import { canonicalString } from './canonical-string.ts'
import { orderMembers } from './member-order.ts'

/**
 * A JSON value as the one text that RFC 8785 gives it: members sorted by UTF-16 code units, numbers
 * and strings as ECMAScript writes them, no space. Members that are `undefined` are left out. Objects
 * that are keys of `texts` have their own part of the text put there.
 *
 * @throws TypeError for what JSON cannot hold: NaN, infinities, half of a surrogate pair, functions
 */
export function canonicalJson(value: unknown, texts?: Map<unknown, string>): string {
  if (typeof value === 'string') return canonicalString(value)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return canonicalArray(value, texts)
  if (typeof value === 'object') return canonicalObject(value, texts)
  throw new TypeError(`no canonical JSON for a ${typeof value}`)
}

function canonicalArray(values: readonly unknown[], texts?: Map<unknown, string>): string {
  let text = '['
  for (let i = 0; i < values.length; i++) {
    if (i > 0) text += ','
    text += canonicalJson(values[i], texts)
  }
  return `${text}]`
}

function canonicalObject(object: object, texts?: Map<unknown, string>): string {
  const members = object as Record<string, unknown>
  let text = '{'
  for (const { name, label } of orderMembers(Object.keys(members))) {
    const value = members[name]
    if (value === undefined) continue
    if (text.length > 1) text += ','
    text += label
    text += canonicalJson(value, texts)
  }
  text += '}'
  if (texts?.has(object)) texts.set(object, text)
  return text
}
