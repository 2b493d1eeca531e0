import { Kind, visit, type ConstDirectiveNode, type DocumentNode } from 'graphql'
import { accessDirectiveNames, isAccessSpec } from '../../auth/access-directives.ts'

/** The supergraph without its access directives, as Apollo's planner loads it. */
export function stripAccess(sdl: DocumentNode): DocumentNode {
  const names = accessDirectiveNames(sdl)
  const scalars = new Set([...names.keys()].map((name) => `${name}__`))
  const isAccessScalar = (name: string): boolean =>
    [...scalars].some((prefix) => name.startsWith(prefix))
  return visit(sdl, {
    [Kind.DIRECTIVE]: (node) =>
      names.has(node.name.value) || isAccessLink(node as ConstDirectiveNode) ? null : undefined,
    [Kind.DIRECTIVE_DEFINITION]: (node) => (names.has(node.name.value) ? null : undefined),
    [Kind.SCALAR_TYPE_DEFINITION]: (node) => (isAccessScalar(node.name.value) ? null : undefined),
  })
}

function isAccessLink(node: ConstDirectiveNode): boolean {
  if (node.name.value !== 'link') return false
  const url = node.arguments?.find(({ name }) => name.value === 'url')?.value
  return url?.kind === Kind.STRING && isAccessSpec(url.value)
}
