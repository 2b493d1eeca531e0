import { Kind, visit, type ConstDirectiveNode, type DocumentNode } from 'graphql'
import { argumentOf, directivesOf } from './join-directives.ts'

/**
 * A supergraph without the keys of a type by which an agency lets nobody in (`resolvable: false`), where it
 * has one by which it does. They add nothing to a plan: any agency's own fields tell where it leads. The
 * planner takes the first key that an agency knows to come back to it for a field computed from another's
 * (`@requires`), whether or not it may be entered by it.
 */
export function dropClosedKeys(sdl: DocumentNode): DocumentNode {
  return visit(sdl, {
    [Kind.OBJECT_TYPE_DEFINITION]: (node) => withOpenKeys(node),
    [Kind.INTERFACE_TYPE_DEFINITION]: (node) => withOpenKeys(node),
  })
}

function withOpenKeys<Node extends { readonly directives?: readonly ConstDirectiveNode[] }>(
  node: Node,
): Node {
  const keys = directivesOf(node.directives, 'join__type').filter(
    (directive) => argumentOf(directive, 'key') !== undefined,
  )
  const open = new Set(keys.filter(isResolvable).map((key) => argumentOf(key, 'graph')))
  const closed = keys.filter((key) => !isResolvable(key) && open.has(argumentOf(key, 'graph')))
  if (closed.length === 0) return node
  return { ...node, directives: node.directives?.filter((each) => !closed.includes(each)) }
}

function isResolvable(directive: ConstDirectiveNode): boolean {
  const value = directive.arguments?.find(({ name }) => name.value === 'resolvable')?.value
  return value?.kind !== Kind.BOOLEAN || value.value
}
