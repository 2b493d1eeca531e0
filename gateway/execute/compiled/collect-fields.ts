import {
  Kind,
  isAbstractType,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'

/** What collecting fields stands on; conditions are decided before. */
export interface CollectParts {
  readonly schema: GraphQLSchema
  /** With what only agencies see (`@inaccessible`). */
  readonly wholeSchema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  isTaken(directives: readonly DirectiveNode[] | undefined): boolean
}

/**
 * CollectFields of the GraphQL specification (§6.3.2) for one runtime type: fields by response key, in
 * the order in which a response holds them.
 */
export function collectFields(
  sets: readonly SelectionSetNode[],
  type: GraphQLCompositeType,
  parts: CollectParts,
): ReadonlyMap<string, readonly FieldNode[]> {
  const found = new Map<string, FieldNode[]>()
  const visited = new Set<string>()
  for (const set of sets) collect(set)
  return found

  function collect(set: SelectionSetNode): void {
    for (const selection of set.selections) {
      if (!parts.isTaken(selection.directives)) continue
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value
        const nodes = found.get(key)
        if (nodes) nodes.push(selection)
        else found.set(key, [selection])
        continue
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragmentOf(selection.name.value)
      if (fragment && holdsFor(fragment.typeCondition?.name.value)) collect(fragment.selectionSet)
    }
  }

  function fragmentOf(name: string): FragmentDefinitionNode | undefined {
    if (visited.has(name)) return undefined
    visited.add(name)
    return parts.fragments.get(name)
  }

  function holdsFor(condition: string | undefined): boolean {
    if (condition === undefined || condition === type.name) return true
    const wanted = parts.schema.getType(condition)
    const isObject = 'getInterfaces' in type
    return isAbstractType(wanted) && isObject && parts.schema.isSubType(wanted, type)
  }
}
