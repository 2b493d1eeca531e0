import {
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  type GraphQLTypeResolver,
} from 'graphql'

/** Facts about every object that could be, the same whoever asks: each follows from its id. */
export interface RandomWorld {
  readonly fieldResolver: GraphQLFieldResolver<unknown, unknown>
  readonly typeResolver: GraphQLTypeResolver<unknown, unknown>
  /** What a field of a thing is under some arguments; null where it fails. */
  factOf(thing: unknown, fieldName: string, args: Readonly<Record<string, unknown>>): unknown
  /** The type of a thing, by whatever key it is known. */
  typeOf(thing: unknown): string | undefined
}

interface Thing {
  readonly __typename: string
  /** `Book~3`: tells the type, also to a subgraph that knows only its interface. */
  readonly id: string
}

/** What a world is like. */
export interface WorldOptions {
  /** Fields (`Book.price`) that throw for some objects. */
  readonly isFailing?: (coordinate: string) => boolean
  /** How rare a null is; Infinity for none. */
  readonly nullOneIn?: number
  readonly leastItems?: number
  /** How many objects of a type there are; with few, most are in several places. */
  readonly objectsPerType?: number
  /** A field that tells which thing it is, as `id` does. */
  readonly otherKey?: string
}

const FEW_OBJECTS = 5

/**
 * A world over a whole supergraph schema. Nulls, empty lists, falsy values and the same object in many
 * places are frequent unless the options say otherwise.
 */
export function createRandomWorld(
  schema: GraphQLSchema,
  {
    isFailing = () => false,
    nullOneIn = 6,
    leastItems = 0,
    objectsPerType = FEW_OBJECTS,
    otherKey,
  }: WorldOptions = {},
): RandomWorld {
  const roots = new Set([schema.getQueryType()?.name, schema.getMutationType()?.name])
  return {
    fieldResolver(thing, args, _context, { fieldName, parentType }) {
      const id = idOf(thing)
      if (id === undefined && !roots.has(parentType.name)) throw new Error('which one?')
      return factOf(typeOf(id) ?? parentType.name, id, fieldName, args)
    },
    typeResolver: (thing) => typeOf(idOf(thing)),
    factOf(thing, fieldName, args) {
      const id = idOf(thing)
      try {
        return factOf(typeOf(id) ?? '', id, fieldName, args)
      } catch {
        return null
      }
    },
    typeOf: (thing) => typeOf(idOf(thing)),
  }

  function factOf(
    type: string,
    id: string | undefined,
    fieldName: string,
    args: Readonly<Record<string, unknown>>,
  ): unknown {
    if (id !== undefined && fieldName === 'id') return id
    if (id !== undefined && fieldName === otherKey) return `#${id}`
    const place = `${id ?? 'root'}.${fieldName}${textOf(args)}`
    if (isFailing(`${type}.${fieldName}`) && hash(`!${place}`) % 5 === 0) {
      throw new Error('no such fact')
    }
    const known = schema.getType(type)
    const field = isObjectType(known) ? known.getFields()[fieldName] : undefined
    if (!field) throw new Error(`${type}.${fieldName} is nowhere`)
    return valueOf(field.type, place)
  }

  function idOf(thing: unknown): string | undefined {
    const { id, [otherKey ?? '']: other } = (thing ?? {}) as Readonly<Record<string, string>>
    return id ?? other?.slice(1)
  }

  function valueOf(type: GraphQLOutputType, place: string): unknown {
    if (!isNonNullType(type) && hash(`?${place}`) % nullOneIn === 0) return null
    const inner = getNullableType(type)
    if (isListType(inner)) {
      const length = leastItems + (hash(`#${place}`) % 4)
      return Array.from({ length }, (_, index) => valueOf(inner.ofType, `${place}/${index}`))
    }
    const number = hash(place)
    if (isEnumType(inner)) return inner.getValues()[number % inner.getValues().length]?.name
    if (isInputType(inner)) return scalarOf(inner.name, number)
    const possible = isAbstractType(inner) ? schema.getPossibleTypes(inner) : [inner]
    const name = possible[number % possible.length]!.name
    // A subgraph may know an interface as an object: the id still tells which type it is.
    const whole = schema.getType(name)
    const concrete = isAbstractType(whole) ? schema.getPossibleTypes(whole) : [{ name }]
    const told = concrete[number % concrete.length]!.name
    return { __typename: told, id: `${told}~${(number >>> 8) % objectsPerType}` } satisfies Thing
  }
}

function typeOf(id: string | undefined): string | undefined {
  return id?.split('~')[0]
}

function scalarOf(name: string, number: number): unknown {
  switch (name) {
    case 'Int':
      return number % 4 === 0 ? 0 : number % 1_000
    case 'Float':
      return (number % 100) / 4
    case 'Boolean':
      return number % 2 === 0
    default:
      return number % 5 === 0 ? '' : `t${number % 100}`
  }
}

function textOf(args: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(args).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return given.length === 0 ? '' : JSON.stringify(given)
}

/** FNV-1a, with its bits mixed once more. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  return (value ^ (value >>> 13)) >>> 0
}
