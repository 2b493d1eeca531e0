import type { FetchNode } from '@apollo/query-planner'
import {
  Kind,
  parse,
  print,
  visit,
  type DocumentNode,
  type FieldNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

/** A field that a fetch asks an entity for, and the type of its fragment. */
export interface EntityField {
  readonly selection: FieldNode
  readonly type: string
}

/** The document that a fetch sends. */
export function documentOf(node: FetchNode): DocumentNode {
  return node.operationDocumentNode ?? parse(node.operation, { noLocation: true })
}

/** The fields that a fetch asks its entities for. */
export function fieldsOfEntities(document: DocumentNode): readonly EntityField[] {
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

/** A fetch that sends another document, with the variables that are left in it. */
export function withDocument(node: FetchNode, document: DocumentNode): FetchNode {
  const used = variablesIn(document)
  return {
    ...node,
    operation: print(document),
    operationDocumentNode: document,
    variableUsages: (node.variableUsages ?? []).filter((name) => used.has(name)),
  }
}

/** Without some selections, the fragments that they leave empty, and variables that nothing uses then. */
export function withoutSelections(
  document: DocumentNode,
  gone: ReadonlySet<SelectionNode>,
): DocumentNode {
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

function variablesIn(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>()
  visit(document, {
    [Kind.VARIABLE_DEFINITION]: () => false,
    [Kind.VARIABLE]: ({ name }) => void names.add(name.value),
  })
  return names
}
