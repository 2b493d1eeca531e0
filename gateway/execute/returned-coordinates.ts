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
  /** Lists that were told of late, the last first: most answers have the same coordinates. */
  readonly lists: Told[]
}

/** A list, and which coordinates it has: 1 for each that it does. */
interface Told {
  readonly found: Uint8Array
  readonly list: readonly string[]
}

const MOST_LISTS = 16
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
  const found = new Uint8Array(places.coordinates.length)
  visitObject(places.fields, data, '')
  return listOf(places, found)

  /** Whether the object carries everything: it tells then all that others like it could. */
  function visitObject(fields: readonly Place[], object: Data, path: string): boolean {
    let isWhole = true
    for (const field of fields) {
      const value = object[field.key]
      if (value === undefined || (field.onTypes && !isAmong(field.onTypes, object))) {
        isWhole = false
        continue
      }
      const isLeaf = field.fields.length === 0
      if (isLeaf && value !== null) {
        found[field.coordinate] = 1
        continue
      }
      const here = failedPaths.size === 0 ? '' : join(path, field.key)
      if (value === null && failedPaths.has(here)) {
        isWhole = false
        continue
      }
      found[field.coordinate] = 1
      if (!isLeaf && !visitValue(field.fields, value, here)) isWhole = false
    }
    return isWhole
  }

  /** Stops at the first item that carries everything. */
  function visitValue(fields: readonly Place[], value: unknown, path: string): boolean {
    if (Array.isArray(value)) return value.some((item) => visitValue(fields, item, path))
    if (typeof value !== 'object' || value === null) return false
    return visitObject(fields, value as Data, path)
  }
}

/** Whether an object may be of these types, which one that does not say its own may. */
function isAmong(types: readonly string[], { __typename: name }: Data): boolean {
  return typeof name !== 'string' || types.includes(name)
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}

function listOf({ coordinates, lists }: Places, found: Uint8Array): readonly string[] {
  const at = lists.findIndex((told) => isSame(told.found, found))
  const told = lists[at] ?? { found, list: coordinates.filter((_coordinate, i) => found[i] === 1) }
  if (at === 0) return told.list
  if (at > 0) lists.splice(at, 1)
  lists.unshift(told)
  lists.length = Math.min(lists.length, MOST_LISTS)
  return told.list
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false
  return true
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
  const places = { coordinates, fields: shape.map(place), lists: [] }
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
