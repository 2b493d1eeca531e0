import type { FetchNode } from '@apollo/query-planner'
import { Kind, parse, type DirectiveNode, type SelectionSetNode } from 'graphql'
import type { Variables } from '../../compile/read-variables.ts'
import { areTaken } from '../conditions.ts'

/**
 * Whether a fetch asks for anything under some variables: the planner leaves conditions inside an
 * operation, and an agency is not asked for nothing.
 */
export function compileWanted(node: FetchNode): (variables: Variables) => boolean {
  const document = node.operationDocumentNode ?? parse(node.operation, { noLocation: true })
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION)
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return () => true
  const chains = conditionsIn(operation.selectionSet, [])
  if (chains.some((chain) => chain.length === 0)) return () => true
  return (variables) => chains.some((chain) => areTaken(chain, variables))
}

/** For every field below fragments and `_entities`, the conditions it stands under. */
function conditionsIn(
  set: SelectionSetNode,
  above: readonly DirectiveNode[],
): readonly (readonly DirectiveNode[])[] {
  return set.selections.flatMap((selection) => {
    const chain = [...above, ...(selection.directives ?? [])]
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [[]]
    if (selection.kind === Kind.INLINE_FRAGMENT) return conditionsIn(selection.selectionSet, chain)
    const name = selection.name.value
    if (name === '__typename') return []
    return name === '_entities' && selection.selectionSet
      ? conditionsIn(selection.selectionSet, chain)
      : [chain]
  })
}
