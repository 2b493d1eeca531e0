import { Kind, visit, type DocumentNode, type SelectionSetNode } from 'graphql'
import { hubError } from '../../schemas/errors.ts'
import { fragmentsOf } from './find-operation.ts'

const ASKING = new Set(['__schema', '__type'])
/** Lists of a whole type: one inside another would walk the schema in circles. */
const LISTS = new Set(['fields', 'inputFields', 'interfaces', 'possibleTypes', 'enumValues'])

/** Whether a document asks for the schema, anywhere in it. */
export function asksForSchema(document: DocumentNode): boolean {
  let isAsking = false
  visit(document, { [Kind.FIELD]: ({ name }) => void (isAsking ||= ASKING.has(name.value)) })
  return isAsking
}

/** Whether a field of such a document lists what a type has. */
export function listsOfType(field: string): boolean {
  return LISTS.has(field)
}

/**
 * Keeps the price of asking for the schema fixed: it is walked once whatever is asked, since the same
 * field twice counts once. Throws `OPERATION_LIMIT` for an alias below the root or a second `__schema`.
 */
export function requireOneWalk(document: DocumentNode): void {
  let walks = 0
  visit(document, {
    [Kind.FIELD]: ({ name, alias }) => {
      if (name.value === '__schema') walks++
      if (alias && !ASKING.has(name.value)) throw limit('aliases inside an introspection', 0)
    },
  })
  if (walks > 1) throw limit('__schema', 1)
}

/** Throws `QUERY_INVALID` where a valid document asks for the schema beside data. */
export function requireSchemaAlone(document: DocumentNode): void {
  const fragments = fragmentsOf(document)
  const isAlone = ({ selections }: SelectionSetNode): boolean =>
    selections.every((selection) => {
      if (selection.kind === Kind.INLINE_FRAGMENT) return isAlone(selection.selectionSet)
      const name = selection.name.value
      if (selection.kind === Kind.FIELD) return ASKING.has(name) || name === '__typename'
      const fragment = fragments.get(name)
      return fragment !== undefined && isAlone(fragment.selectionSet)
    })
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION || isAlone(node.selectionSet)) continue
    const reason = '__schema and __type stand alone; ask for data in another document'
    throw hubError('QUERY_INVALID', { reason })
  }
}

function limit(name: string, maximum: number): Error {
  return hubError('OPERATION_LIMIT', { limit: name, maximum })
}
