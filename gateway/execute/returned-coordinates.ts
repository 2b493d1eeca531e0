import type { ShapeField } from '../compile/answer-shape.ts'

type Data = Readonly<Record<string, unknown>>

/**
 * The coordinates that an answer carries, in alphabetical order. A null is carried: that there is
 * nothing is an answer too. What is null because its fetch failed is not; such fields are in
 * `failedPaths`, as response keys joined by dots.
 */
export function listReturnedCoordinates(
  shape: readonly ShapeField[],
  data: Data,
  failedPaths: ReadonlySet<string>,
): readonly string[] {
  const found = new Set<string>()
  visitObject(shape, data, '')
  return [...found].toSorted()

  function visitObject(fields: readonly ShapeField[], object: Data, path: string): void {
    const typename = object['__typename']
    for (const field of fields) {
      const value = object[field.key]
      if (value === undefined) continue
      if (field.onTypes && typeof typename === 'string' && !field.onTypes.includes(typename))
        continue
      const isLeaf = field.fields.length === 0
      if (isLeaf && value !== null) {
        found.add(field.coordinate)
        continue
      }
      const here = path === '' ? field.key : `${path}.${field.key}`
      if (value === null && failedPaths.has(here)) continue
      found.add(field.coordinate)
      if (!isLeaf) visitValue(field.fields, value, here)
    }
  }

  function visitValue(fields: readonly ShapeField[], value: unknown, path: string): void {
    if (Array.isArray(value)) for (const item of value) visitValue(fields, item, path)
    else if (typeof value === 'object' && value !== null) visitObject(fields, value as Data, path)
  }
}

/** How many things an answer has under each field of its root: the items of a list, else one or none. */
export function countResults(shape: readonly ShapeField[], data: Data): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { key, coordinate } of shape) {
    const value = data[key]
    const count = Array.isArray(value)
      ? value.length
      : Number(value !== null && value !== undefined)
    counts[coordinate] = (counts[coordinate] ?? 0) + count
  }
  return counts
}
