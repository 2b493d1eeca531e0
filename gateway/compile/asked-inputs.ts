import {
  Kind,
  getNamedType,
  isEnumType,
  isInputObjectType,
  typeFromAST,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql'
import { hubError } from '../../schemas/errors.ts'
import { coordinatesOfArgument } from './asked-rules.ts'

/** A variable that may bring something the rights do not reach: its values are looked through. */
export interface GuardedVariable {
  readonly name: string
  readonly type: GraphQLInputType
  /** Coordinates of the schema that its values must not use. */
  readonly closed: ReadonlySet<string>
}

/** Arguments, input fields, enum values and input types that a selection's arguments use. */
export function coordinatesOfInputs(
  schema: GraphQLSchema,
  parent: GraphQLCompositeType,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): readonly string[] {
  return (node.arguments ?? []).flatMap(({ name, value }) => {
    const argument = field.args.find((each) => each.name === name.value)
    if (!argument) return []
    const own = coordinatesOfArgument(schema, parent, field.name, argument)
    return [...own, ...coordinatesOfLiteral(argument.type, value)]
  })
}

/** What a value written in a document uses; a variable in it counts by its type alone. */
export function coordinatesOfLiteral(type: GraphQLInputType, value: ValueNode): readonly string[] {
  const named = getNamedType(type)
  if (value.kind === Kind.LIST) {
    return value.values.flatMap((item) => coordinatesOfLiteral(named, item))
  }
  if (value.kind === Kind.ENUM) return [named.name, `${named.name}.${value.value}`]
  if (value.kind !== Kind.OBJECT || !isInputObjectType(named)) return [named.name]
  const fields = named.getFields()
  const below = value.fields.flatMap(({ name, value: inner }) => {
    const field = fields[name.value]
    const own = `${named.name}.${name.value}`
    return field ? [own, ...coordinatesOfLiteral(field.type, inner)] : [own]
  })
  return [named.name, ...below]
}

/** The variables of an operation whose types reach something closed, few or none. */
export function guardVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  isClosed: (coordinate: string) => boolean,
): readonly GuardedVariable[] {
  return definitions.flatMap(({ variable, type: node }) => {
    const type = typeFromAST(schema, node as never) as GraphQLInputType | undefined
    if (!type) return []
    const closed = new Set([...coordinatesUnder(type)].filter(isClosed))
    return closed.size > 0 ? [{ name: variable.name.value, type, closed }] : []
  })
}

/** Throws `UNAUTHORIZED_FIELD_OR_TYPE` where a variable's value uses what the rights do not reach. */
export function requireOpenInputs(
  guarded: readonly GuardedVariable[],
  given: Readonly<Record<string, unknown>>,
): void {
  for (const { name, type, closed } of guarded) {
    const used = coordinatesOfValue(type, given[name])
    const coordinate = used.find((each) => closed.has(each))
    if (coordinate !== undefined) throw hubError('UNAUTHORIZED_FIELD_OR_TYPE', { coordinate })
  }
}

function coordinatesOfValue(type: GraphQLInputType, value: unknown): readonly string[] {
  const named = getNamedType(type)
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value.flatMap((item) => coordinatesOfValue(named, item))
  if (typeof value === 'string' && isEnumType(named)) return [named.name, `${named.name}.${value}`]
  if (!isInputObjectType(named) || typeof value !== 'object') return [named.name]
  const fields = named.getFields()
  const below = Object.entries(value).flatMap(([key, inner]) => {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined
    return field ? [`${named.name}.${key}`, ...coordinatesOfValue(field.type, inner)] : []
  })
  return [named.name, ...below]
}

/** Everything that a value of a type may use. */
function coordinatesUnder(type: GraphQLInputType, found = new Set<string>()): ReadonlySet<string> {
  const named = getNamedType(type)
  if (found.has(named.name)) return found
  found.add(named.name)
  if (isEnumType(named)) {
    for (const { name } of named.getValues()) found.add(`${named.name}.${name}`)
  }
  if (isInputObjectType(named)) {
    for (const field of Object.values(named.getFields())) {
      found.add(`${named.name}.${field.name}`)
      coordinatesUnder(field.type, found)
    }
  }
  return found
}
