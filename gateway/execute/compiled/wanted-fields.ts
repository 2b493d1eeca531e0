import type { FetchNode } from '@apollo/query-planner'
import {
  Kind,
  isAbstractType,
  parse,
  type DirectiveNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'
import type { Variables } from '../../compile/read-variables.ts'
import { areTaken } from '../conditions.ts'

/**
 * Whether a fetch asks for anything under some variables: the planner leaves conditions inside an
 * operation, and an agency is not asked for nothing.
 */
export function compileWanted(
  node: FetchNode,
  schema: GraphQLSchema,
): (variables: Variables) => boolean {
  const document = node.operationDocumentNode ?? parse(node.operation, { noLocation: true })
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION)
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return () => true
  const chains = conditionsIn(operation.selectionSet, [], false)
  if (chains.some((chain) => chain.length === 0)) return () => true
  return (variables) => chains.some((chain) => areTaken(chain, variables))

  /** For every field below fragments and `_entities`, the conditions it stands under. */
  function conditionsIn(
    set: SelectionSetNode,
    above: readonly DirectiveNode[],
    isOnAbstract: boolean,
  ): readonly (readonly DirectiveNode[])[] {
    return set.selections.flatMap((selection) => {
      const chain = [...above, ...(selection.directives ?? [])]
      if (selection.kind === Kind.FRAGMENT_SPREAD) return [[]]
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const on = selection.typeCondition?.name.value
        const isAbstract = on === undefined ? isOnAbstract : isAbstractType(schema.getType(on))
        return conditionsIn(selection.selectionSet, chain, isAbstract)
      }
      const name = selection.name.value
      if (name === '_entities' && selection.selectionSet) {
        return conditionsIn(selection.selectionSet, chain, false)
      }
      // The type of what is known as an interface alone is an answer; any other type is known.
      return name === '__typename' && !isOnAbstract ? [] : [chain]
    })
  }
}
