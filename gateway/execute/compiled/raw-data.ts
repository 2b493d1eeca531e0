/** A JSON object as an agency sent it: any key, any value. */
export type Raw = Record<string, unknown>

/** Path of a plan: response keys, `@` for every item of a list. */
export type PlanPath = readonly string[]

/** Path of a response: keys and list indices. */
export type ResponsePath = readonly (string | number)[]

/**
 * An object that inherits nothing, so that `__proto__` and `constructor` are keys like others. Made by
 * a constructor because V8 keeps `Object.create(null)` in its slow dictionary mode.
 */
export const PlainObject = function () {} as unknown as new () => Raw
PlainObject.prototype = Object.freeze(Object.create(null))

/** Names that every parsed JSON object inherits: read these as own properties alone. */
export const INHERITED_NAMES: ReadonlySet<string> = new Set(
  Object.getOwnPropertyNames(Object.prototype),
)

const MOST_LEVELS = 200

/** Whether a value is a JSON object. */
export function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value that an object itself holds under a key. */
export function readOwn(object: Readonly<Raw>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

/** The type an object says it has; nothing where it says none, or no name. */
export function typenameOf(object: Raw): string | undefined {
  const name = readOwn(object, '__typename')
  return typeof name === 'string' ? name : undefined
}

/** Sets a key of an object, its prototype untouched whatever the key. */
export function setOwn(object: Raw, key: string, value: unknown): void {
  if (key !== '__proto__') object[key] = value
  else Object.defineProperty(object, key, { value, enumerable: true, writable: true })
}

/**
 * Adds the asked keys of what a fetch brought to what is known, in place; `source` may be kept by
 * reference. What was not asked for never enters, and a null never hides an object that another
 * agency answered.
 */
export function mergeKeys(target: Raw, source: Raw, keys: Iterable<string>): void {
  for (const key of keys) {
    const next = readOwn(source, key)
    if (next !== undefined) mergeKey(target, key, next, 0)
  }
}

/** The same for every key of a source. */
export function mergeInto(target: Raw, source: Raw, level = 0): void {
  if (level > MOST_LEVELS) return
  for (const key of Object.keys(source)) mergeKey(target, key, source[key], level)
}

function mergeKey(target: Raw, key: string, next: unknown, level: number): void {
  const known = readOwn(target, key)
  if (isRaw(known) && isRaw(next)) mergeInto(known, next, level + 1)
  else if (Array.isArray(known) && Array.isArray(next)) mergeLists(known, next, level + 1)
  else if (next !== null || typeof known !== 'object') setOwn(target, key, next)
}

/** A copy that shares no object with the original. */
export function copyOf<Value>(value: Value, level = 0): Value {
  if (typeof value !== 'object' || value === null) return value
  if (level > MOST_LEVELS) return null as Value
  if (Array.isArray(value)) return value.map((item) => copyOf(item, level + 1)) as Value
  const copy = new PlainObject()
  for (const key of Object.keys(value)) copy[key] = copyOf((value as Raw)[key], level + 1)
  return copy as Value
}

function mergeLists(known: unknown[], next: readonly unknown[], level: number): void {
  if (level > MOST_LEVELS || known.length !== next.length) return
  for (const [index, item] of next.entries()) {
    const own = known[index]
    if (isRaw(own) && isRaw(item)) mergeInto(own, item, level + 1)
    else if (Array.isArray(own) && Array.isArray(item)) mergeLists(own, item, level + 1)
    else if (item !== null || typeof own !== 'object') known[index] = item
  }
}
