import {
  Kind,
  getNamedType,
  isAbstractType,
  isCompositeType,
  typeFromAST,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'

/** A field that an answer may have, under its response key. */
export interface ShapeField {
  readonly key: string
  /** `Person.name` */
  readonly coordinate: string
  /** Types that have it, where the parent is an interface or union. */
  readonly onTypes: readonly string[] | undefined
  readonly fields: readonly ShapeField[]
}

/** Every field of a document of one operation without named fragments; `__typename` is none. */
export function shapeOf(schema: GraphQLSchema, document: DocumentNode): readonly ShapeField[] {
  const [operation] = document.definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return []
  const root = schema.getRootType(operation.operation)
  return root ? fieldsOf(schema, operation.selectionSet, root, undefined) : []
}

/** The coordinates in a shape, each once, in alphabetical order. */
export function coordinatesOf(shape: readonly ShapeField[]): readonly string[] {
  const found = new Set<string>()
  const visit = ({ coordinate, fields }: ShapeField): void => {
    found.add(coordinate)
    fields.forEach(visit)
  }
  shape.forEach(visit)
  return [...found].toSorted()
}

function fieldsOf(
  schema: GraphQLSchema,
  set: SelectionSetNode,
  parent: GraphQLCompositeType,
  onTypes: readonly string[] | undefined,
): readonly ShapeField[] {
  return set.selections.flatMap((node): readonly ShapeField[] => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return []
    if (node.kind === Kind.INLINE_FRAGMENT) {
      const type = node.typeCondition ? typeFromAST(schema, node.typeCondition) : parent
      if (!isCompositeType(type)) return []
      const names = isAbstractType(parent) ? namesOf(schema, type) : onTypes
      return fieldsOf(schema, node.selectionSet, type, names)
    }
    const field = 'getFields' in parent ? parent.getFields()[node.name.value] : undefined
    if (!field) return []
    const type = getNamedType(field.type)
    const fields =
      node.selectionSet && isCompositeType(type)
        ? fieldsOf(schema, node.selectionSet, type, undefined)
        : []
    const key = node.alias?.value ?? node.name.value
    return [{ key, coordinate: `${parent.name}.${field.name}`, onTypes, fields }]
  })
}

function namesOf(schema: GraphQLSchema, type: GraphQLCompositeType): readonly string[] {
  if (!isAbstractType(type)) return [type.name]
  return schema.getPossibleTypes(type).map(({ name }) => name)
}
