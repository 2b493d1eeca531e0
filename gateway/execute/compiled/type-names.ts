import { isAbstractType, isInterfaceType, type GraphQLSchema } from 'graphql'

/** Names of every type that a condition on `name` holds for: itself, what implements it, its members. */
export function namesWithin(schema: GraphQLSchema, name: string): ReadonlySet<string> {
  const type = schema.getType(name)
  const names = new Set([name])
  if (!isAbstractType(type)) return names
  for (const each of schema.getPossibleTypes(type)) names.add(each.name)
  if (!isInterfaceType(type)) return names
  for (const each of schema.getImplementations(type).interfaces) names.add(each.name)
  return names
}
