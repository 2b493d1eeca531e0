import { coordinatesOf, type ShapeField } from '../compile/answer-shape.ts'

type Data = Readonly<Record<string, unknown>>

/** A field of a shape with its coordinate's place among the sorted ones. */
interface Place {
  readonly key: string
  readonly onTypes: readonly string[] | undefined
  readonly coordinate: number
  readonly fields: readonly Place[]
}

/** What can be said of a shape before there is an answer. */
interface Places {
  readonly coordinates: readonly string[]
  readonly fields: readonly Place[]
  /** Lists that were told of late, by which coordinates they have: most answers have the same. */
  readonly lists: Map<string, readonly string[]>
}

const MOST_LISTS = 64
const placesOf = new WeakMap<readonly ShapeField[], Places>()

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
  const places = readPlaces(shape)
  const found = places.coordinates.map(() => 0)
  visitObject(places.fields, data, '')
  return listOf(places, found)

  function visitObject(fields: readonly Place[], object: Data, path: string): void {
    const typename = object['__typename']
    for (const field of fields) {
      const value = object[field.key]
      if (value === undefined) continue
      if (field.onTypes && typeof typename === 'string' && !field.onTypes.includes(typename))
        continue
      const isLeaf = field.fields.length === 0
      if (isLeaf && value !== null) {
        found[field.coordinate] = 1
        continue
      }
      const here = failedPaths.size === 0 ? '' : join(path, field.key)
      if (value === null && failedPaths.has(here)) continue
      found[field.coordinate] = 1
      if (!isLeaf) visitValue(field.fields, value, here)
    }
  }

  function visitValue(fields: readonly Place[], value: unknown, path: string): void {
    if (Array.isArray(value)) for (const item of value) visitValue(fields, item, path)
    else if (typeof value === 'object' && value !== null) visitObject(fields, value as Data, path)
  }
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}

function listOf({ coordinates, lists }: Places, found: readonly number[]): readonly string[] {
  const key = found.join('')
  const known = lists.get(key)
  if (known) return known
  const list = coordinates.filter((_coordinate, i) => found[i] === 1)
  if (lists.size >= MOST_LISTS) lists.clear()
  lists.set(key, list)
  return list
}

function readPlaces(shape: readonly ShapeField[]): Places {
  const known = placesOf.get(shape)
  if (known) return known
  const coordinates = coordinatesOf(shape)
  const order = new Map(coordinates.map((coordinate, i) => [coordinate, i]))
  const place = ({ key, onTypes, coordinate, fields }: ShapeField): Place => ({
    key,
    onTypes,
    coordinate: order.get(coordinate)!,
    fields: fields.map(place),
  })
  const places = { coordinates, fields: shape.map(place), lists: new Map() }
  placesOf.set(shape, places)
  return places
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
