import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner'
import {
  Kind,
  isAbstractType,
  parse,
  print,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
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
  const document = withoutSelections(whole, gone)
  const used = variablesIn(document)
  return {
    ...node,
    requires: prunedRequires(node.requires ?? [], (name) => !lacking.has(name)),
    operation: print(document),
    operationDocumentNode: document,
    variableUsages: (node.variableUsages ?? []).filter((name) => used.has(name)),
  }
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

interface EntityField {
  readonly selection: Extract<SelectionNode, { kind: Kind.FIELD }>
  readonly type: string
}

function fieldsOfEntities(document: DocumentNode): readonly EntityField[] {
  const fields: EntityField[] = []
  const collect = ({ selections }: SelectionSetNode, type: string): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) fields.push({ selection, type })
      if (selection.kind !== Kind.INLINE_FRAGMENT) continue
      collect(selection.selectionSet, selection.typeCondition?.name.value ?? type)
    }
  }
  visit(document, {
    [Kind.FIELD]: ({ name, selectionSet }) => {
      if (name.value === '_entities' && selectionSet) collect(selectionSet, '_Entity')
      return false
    },
  })
  return fields
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

function documentOf(node: FetchNode): DocumentNode {
  return node.operationDocumentNode ?? parse(node.operation, { noLocation: true })
}

/** Without some selections, the fragments that they leave empty, and variables that nothing uses then. */
function withoutSelections(document: DocumentNode, gone: ReadonlySet<SelectionNode>): DocumentNode {
  const left = visit(document, {
    [Kind.FIELD]: { enter: (node) => (gone.has(node) ? null : undefined) },
    [Kind.INLINE_FRAGMENT]: {
      leave: (node) => (node.selectionSet.selections.length === 0 ? null : undefined),
    },
  })
  const used = variablesIn(left)
  return visit(left, {
    [Kind.VARIABLE_DEFINITION]: ({ variable }) => (used.has(variable.name.value) ? false : null),
  })
}

function variablesIn(document: DocumentNode): Names {
  const names = new Set<string>()
  visit(document, {
    [Kind.VARIABLE_DEFINITION]: () => false,
    [Kind.VARIABLE]: ({ name }) => void names.add(name.value),
  })
  return names
}
