import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner'
import { isAbstractType, type GraphQLSchema, type SelectionNode } from 'graphql'
import {
  documentOf,
  fieldsOfEntities,
  withDocument,
  withoutSelections,
} from '../../compile/entity-fetch.ts'
import type { Requirements } from '../../compile/requirements.ts'

/** Where the fields of an agency stand that are computed from what others know. */
export interface ComputedFields {
  readonly schema: GraphQLSchema
  readonly requirements: Requirements
  readonly agency: string
}

type Names = ReadonlySet<string>

/** For each type that a fetch of entities asks computed fields of: names of what they are computed from. */
export function readNeeds(node: FetchNode, computed: ComputedFields): ReadonlyMap<string, Names> {
  const needs = new Map<string, Set<string>>()
  for (const { selection, type } of fieldsOfEntities(documentOf(node))) {
    for (const name of needsOf(selection.name.value, type, computed)) {
      needs.set(type, (needs.get(type) ?? new Set()).add(name))
    }
  }
  return needs
}

/** The fetch without the fields computed from some names, and without those; nothing where none is left. */
export function nodeWithout(
  node: FetchNode,
  lacking: Names,
  computed: ComputedFields,
): FetchNode | undefined {
  const whole = documentOf(node)
  const gone = new Set<SelectionNode>()
  const types = new Set<string>()
  for (const { selection, type } of fieldsOfEntities(whole)) {
    if (needsOf(selection.name.value, type, computed).some((name) => lacking.has(name))) {
      gone.add(selection)
    } else if (selection.name.value !== '__typename') types.add(type)
  }
  const { agency, requirements } = computed
  const isFound = (type: string): boolean =>
    requirements.keysOf(agency, type).some((key) => [...key].every((name) => !lacking.has(name)))
  if (![...types].some(isFound)) return undefined
  const requires = prunedRequires(node.requires ?? [], (name) => !lacking.has(name))
  return { ...withDocument(node, withoutSelections(whole, gone)), requires }
}

/** The top-level facts of some names, with what tells the type. */
export function prunedRequires(
  selections: readonly QueryPlanSelectionNode[],
  isKept: (name: string) => boolean,
): QueryPlanSelectionNode[] {
  return selections.flatMap((selection): QueryPlanSelectionNode[] => {
    if (selection.kind === 'Field') {
      return selection.name === '__typename' || isKept(selection.name) ? [selection] : []
    }
    const inner = prunedRequires(selection.selections, isKept)
    return inner.length > 0 ? [{ ...selection, selections: inner }] : []
  })
}

function needsOf(
  field: string,
  type: string,
  { schema, requirements, agency }: ComputedFields,
): readonly string[] {
  const known = schema.getType(type)
  const below = isAbstractType(known) ? schema.getPossibleTypes(known) : []
  return [type, ...below.map(({ name }) => name)].flatMap((name) => [
    ...(requirements.of(agency, name, field) ?? []),
  ])
}
