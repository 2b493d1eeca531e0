import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  isEnumType,
  type GraphQLLeafType,
  type GraphQLSchema,
} from 'graphql'
import { hiddenValuesOf } from './hidden-values.ts'
import { fault, type Coordinate, type Shaping } from './shape-faults.ts'

/**
 * Completes a value: as the client may read it, null where it is null, and `undefined` where it is
 * null for a reason already noted.
 */
export type Complete = (raw: unknown, shaping: Shaping) => unknown

const MOST_LEVELS = 64
const MOST_INT = 2 ** 31 - 1
const NONE: ReadonlySet<unknown> = new Set()

/** The `typeof` of values that a leaf type takes as they are, whatever else it takes; none for enums and Int. */
export function plainTypeOf(type: GraphQLLeafType): string | undefined {
  if (isEnumType(type) || type.name === GraphQLInt.name) return undefined
  if (type.name === GraphQLFloat.name) return 'number'
  return type.name === GraphQLBoolean.name ? 'boolean' : 'string'
}

/** Compiles the completion of a scalar or enum (GraphQL specification §3.5, §3.9). */
export function compileLeaf(
  type: GraphQLLeafType,
  coordinate: Coordinate,
  wholeSchema: GraphQLSchema,
): Complete {
  const fits = fitOf(type)
  const hidden = isEnumType(type) ? hiddenValuesOf(type, wholeSchema) : NONE
  if (type.name === GraphQLID.name) return completeId
  return (raw, shaping) => {
    if (raw === null || raw === undefined) return null
    if (fits(raw)) return raw
    return hidden.has(raw) ? null : fault(shaping, coordinate)
  }

  /** An integer is a valid ID and is served as text. */
  function completeId(raw: unknown, shaping: Shaping): unknown {
    if (raw === null || raw === undefined || typeof raw === 'string') return raw ?? null
    return typeof raw === 'number' && Number.isSafeInteger(raw)
      ? String(raw)
      : fault(shaping, coordinate)
  }
}

function fitOf(type: GraphQLLeafType): (value: unknown) => boolean {
  if (isEnumType(type)) {
    const names = new Set<unknown>(type.getValues().map(({ name }) => name))
    return (value) => names.has(value)
  }
  switch (type.name) {
    case GraphQLString.name:
      return (value) => typeof value === 'string'
    case GraphQLInt.name:
      return (value) => Number.isInteger(value) && Math.abs(value as number) <= MOST_INT
    case GraphQLFloat.name:
      return (value) => typeof value === 'number'
    case GraphQLBoolean.name:
      return (value) => typeof value === 'boolean'
    default:
      return (value) => isShallow(value, 0)
  }
}

/** A custom scalar may be any JSON, but none so deep that writing it exhausts the stack. */
function isShallow(value: unknown, level: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (level === MOST_LEVELS) return false
  return Object.values(value).every((inner) => isShallow(inner, level + 1))
}
