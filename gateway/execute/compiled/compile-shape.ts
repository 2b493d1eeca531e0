import {
  getNullableType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type SelectionSetNode,
} from 'graphql'
import { invariant } from '../../../schemas/invariant.ts'
import { collectFields, type CollectParts } from './collect-fields.ts'
import { compileLeaf, plainTypeOf, type Complete } from './complete-leaf.ts'
import { isHiddenType } from './hidden-values.ts'
import { INHERITED_NAMES, PlainObject, isRaw, readOwn, typenameOf, type Raw } from './raw-data.ts'
import { fault, type Coordinate, type Shaping } from './shape-faults.ts'

/** One field of a response object. */
interface FieldShape {
  readonly key: string
  /** A key that parsed JSON would find on its prototype. */
  readonly isInherited: boolean
  readonly isNonNull: boolean
  /** The `typeof` of values that are served as they are. */
  readonly plainType: string | undefined
  readonly complete: Complete
  readonly coordinate: Coordinate
}

type ObjectShape = readonly FieldShape[]

/**
 * Compiles the shape of a response below some selection sets: CompleteValue of the GraphQL
 * specification (§6.4.3) on data that agencies have resolved. Types behind an interface or union are
 * compiled when they first appear.
 */
export function compileObject(
  sets: readonly SelectionSetNode[],
  type: GraphQLCompositeType,
  coordinate: Coordinate,
  parts: CollectParts,
): Complete {
  if (isObjectType(type)) {
    const shape = compileFields(sets, type, parts)
    return (raw, shaping) => {
      if (raw === null || raw === undefined) return null
      if (!isRaw(raw)) return fault(shaping, coordinate)
      const name = raw['__typename']
      if (name !== undefined && name !== type.name) return fault(shaping, coordinate)
      return shapeObject(raw, shape, shaping)
    }
  }
  const shapes = new Map<string, ObjectShape>()
  return (raw, shaping) => {
    if (raw === null || raw === undefined) return null
    if (!isRaw(raw)) return fault(shaping, coordinate)
    const name = raw['__typename'] === undefined ? type.name : (typenameOf(raw) ?? '')
    let shape = shapes.get(name)
    if (shape === undefined) {
      const runtime = runtimeType(name, type, parts)
      if (!runtime) {
        return isHiddenType(name, type, parts.wholeSchema) ? null : fault(shaping, coordinate)
      }
      shape = compileFields(sets, runtime, parts)
      shapes.set(name, shape)
    }
    return shapeObject(raw, shape, shaping)
  }
}

function shapeObject(raw: Raw, shape: ObjectShape, shaping: Shaping): Raw | undefined {
  const { path } = shaping
  const shaped = new PlainObject()
  const depth = path.push('') - 1
  for (const field of shape) {
    const { key } = field
    const own = field.isInherited ? readOwn(raw, key) : raw[key]
    if (typeof own === field.plainType) {
      shaped[key] = own
      continue
    }
    path[depth] = key
    let value = field.complete(own, shaping)
    if (value === null || value === undefined) {
      if (own === undefined && !shaping.unanswered.has(raw, key)) {
        value = fault(shaping, field.coordinate)
      }
      if (field.isNonNull) {
        // undefined: the error of this null is noted already, and only one may be told.
        if (value === null) fault(shaping, field.coordinate)
        path.pop()
        return undefined
      }
      value = null
    }
    shaped[key] = value
  }
  path.pop()
  return shaped
}

/** The type an object says it has, where it may have it; an interface where no agency told more. */
function runtimeType(
  name: string,
  declared: GraphQLCompositeType,
  { schema }: CollectParts,
): GraphQLCompositeType | undefined {
  const type = schema.getType(name)
  if (type === declared) return declared
  if (!isCompositeType(type) || !isAbstractType(declared) || !('getInterfaces' in type)) {
    return undefined
  }
  return schema.isSubType(declared, type) ? type : undefined
}

function compileFields(
  sets: readonly SelectionSetNode[],
  type: GraphQLCompositeType,
  parts: CollectParts,
): ObjectShape {
  return [...collectFields(sets, type, parts)].map(([key, nodes]) =>
    compileField(key, nodes, type, parts),
  )
}

function compileField(
  key: string,
  nodes: readonly FieldNode[],
  parent: GraphQLCompositeType,
  parts: CollectParts,
): FieldShape {
  const name = nodes[0]!.name.value
  const coordinate = { type: parent.name, field: name }
  const place = { key, isInherited: INHERITED_NAMES.has(key), coordinate }
  if (name === '__typename') {
    const complete: Complete = isObjectType(parent)
      ? () => parent.name
      : (_raw, shaping) => fault(shaping, coordinate)
    return { ...place, isNonNull: true, plainType: undefined, complete }
  }
  const field = 'getFields' in parent ? parent.getFields()[name] : undefined
  invariant(field, `${parent.name}.${name} stands in no schema`)
  const type = getNullableType(field.type)
  const complete = compileType(type, nodes, coordinate, parts)
  const plainType = isLeafType(type) ? plainTypeOf(type) : undefined
  return { ...place, isNonNull: isNonNullType(field.type), plainType, complete }
}

function compileType(
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  coordinate: Coordinate,
  parts: CollectParts,
): Complete {
  if (isListType(type)) {
    const item = compileType(getNullableType(type.ofType), nodes, coordinate, parts)
    return compileList(item, isNonNullType(type.ofType), coordinate)
  }
  if (isLeafType(type)) return compileLeaf(type, coordinate, parts.wholeSchema)
  const sets = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []))
  invariant(isCompositeType(type), `${String(type)} is no output type`)
  return compileObject(sets, type, coordinate, parts)
}

function compileList(item: Complete, isNonNull: boolean, coordinate: Coordinate): Complete {
  return (raw, shaping) => {
    if (raw === null || raw === undefined) return null
    if (!Array.isArray(raw)) return fault(shaping, coordinate)
    const { path } = shaping
    const shaped: unknown[] = []
    const depth = path.push(0) - 1
    for (let index = 0; index < raw.length; index++) {
      path[depth] = index
      const value = item(raw[index], shaping)
      if (isNonNull && (value === null || value === undefined)) {
        if (value === null) fault(shaping, coordinate)
        path.pop()
        return undefined
      }
      shaped.push(value ?? null)
    }
    path.pop()
    return shaped
  }
}
