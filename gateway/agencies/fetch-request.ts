import { Kind, parse, type DocumentNode, type SelectionNode } from 'graphql'
import { nameTold } from '../compile/own-names.ts'

/** One fetch of a plan. */
export interface FetchRequest {
  readonly query: string
  readonly variables: Record<string, unknown>
  readonly operationName: string | undefined
  readonly document: DocumentNode | undefined
  /** Response path of the objects it fills, without list indices; empty at the root. */
  readonly path: readonly string[]
}

/** Response paths of the fields a fetch would have filled. */
export function topFieldPaths({
  query,
  document,
  path,
}: FetchRequest): readonly (readonly string[])[] {
  const operation = (document ?? parse(query)).definitions.find(
    (node) => node.kind === Kind.OPERATION_DEFINITION,
  )
  const names = (operation?.selectionSet.selections ?? []).flatMap(namesIn)
  return [...new Set(names)].map((name) => [...path, name])
}

function namesIn(selection: SelectionNode): readonly string[] {
  if (selection.kind === Kind.FRAGMENT_SPREAD) return []
  const inner = selection.selectionSet?.selections ?? []
  if (selection.kind === Kind.INLINE_FRAGMENT) return inner.flatMap(namesIn)
  if (selection.name.value === '_entities') return inner.flatMap(namesIn)
  return selection.name.value === '__typename'
    ? []
    : [nameTold(selection.alias?.value ?? selection.name.value)]
}
