import {
  isAbstractType,
  isEnumType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLEnumType,
  type GraphQLSchema,
} from 'graphql'

/**
 * Values of an enum that agencies may answer and clients may not see (`@inaccessible`). Nobody is at fault
 * for them: they read as null, and an error would tell a client what is kept from it.
 */
export function hiddenValuesOf(
  type: GraphQLEnumType,
  wholeSchema: GraphQLSchema,
): ReadonlySet<unknown> {
  const whole = wholeSchema.getType(type.name)
  const names = isEnumType(whole) ? whole.getValues().map(({ name }) => name) : []
  return new Set(names.filter((name) => !type.getValue(name)))
}

/** Whether an interface or union has a type of that name which clients may not see. */
export function isHiddenType(
  name: string,
  declared: GraphQLCompositeType,
  wholeSchema: GraphQLSchema,
): boolean {
  const type = wholeSchema.getType(name)
  const whole = wholeSchema.getType(declared.name)
  return isObjectType(type) && isAbstractType(whole) && wholeSchema.isSubType(whole, type)
}
