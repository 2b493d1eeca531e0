import {
  isAbstractType,
  isInterfaceType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql'
import type { AccessRule } from '../../auth/access-rules.ts'

type Rules = ReadonlyMap<string, readonly AccessRule[]>

/**
 * The coordinates whose rules must all be met to read a field: its own and its parent's, of every type
 * that an interface stands for, and the type it leads to with every type that may stand there. One
 * stricter implementation closes the way through its interface or union for whoever may not see it:
 * its name and number would tell that it is there.
 */
export function coordinatesOfField(
  schema: GraphQLSchema,
  parent: GraphQLCompositeType,
  field: string,
  type: GraphQLNamedType,
): readonly string[] {
  const parents = isInterfaceType(parent) ? namesOf(schema, parent) : [parent.name]
  return [...parents.flatMap((name) => [name, `${name}.${field}`]), ...namesOf(schema, type)]
}

/** The coordinates of one argument of a field, `Query.persons(orderBy:)`, by every type it may be of. */
export function coordinatesOfArgument(
  schema: GraphQLSchema,
  parent: GraphQLCompositeType,
  field: string,
  { name }: Pick<GraphQLArgument, 'name'>,
): readonly string[] {
  const parents = isInterfaceType(parent) ? namesOf(schema, parent) : [parent.name]
  return parents.map((type) => `${type}.${field}(${name}:)`)
}

/** Every rule of some coordinates. */
export function rulesOf(rules: Rules, coordinates: readonly string[]): readonly AccessRule[] {
  return coordinates.flatMap((coordinate) => rules.get(coordinate) ?? [])
}

/** A type, and every type that may stand where it is asked for. */
export function namesOf(schema: GraphQLSchema, type: GraphQLNamedType): readonly string[] {
  if (!isAbstractType(type)) return [type.name]
  return [type.name, ...schema.getPossibleTypes(type).map(({ name }) => name)]
}
