/**
 * A JSON value as the one text that RFC 8785 gives it: members sorted by UTF-16 code units, numbers
 * and strings as ECMAScript writes them, no space. Members that are `undefined` are left out.
 *
 * @throws TypeError for what JSON cannot hold: NaN, infinities, half of a surrogate pair, functions
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return canonicalString(value)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return canonicalArray(value)
  if (typeof value === 'object') return canonicalObject(value)
  throw new TypeError(`no canonical JSON for a ${typeof value}`)
}

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('no canonical JSON for half of a surrogate pair')
  return JSON.stringify(text)
}

function canonicalArray(values: readonly unknown[]): string {
  let text = '['
  for (let i = 0; i < values.length; i++) {
    if (i > 0) text += ','
    text += canonicalJson(values[i])
  }
  return `${text}]`
}

function canonicalObject(object: object): string {
  const members = object as Record<string, unknown>
  let text = '{'
  // The default order of sorting is that of UTF-16 code units, which RFC 8785 §3.2.3 asks for.
  for (const name of Object.keys(members).toSorted()) {
    if (members[name] === undefined) continue
    if (text.length > 1) text += ','
    text += `${canonicalString(name)}:${canonicalJson(members[name])}`
  }
  return `${text}}`
}
