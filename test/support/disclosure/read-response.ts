import { Kind, getNamedType, isObjectType } from 'graphql'
import type { DocumentNode, GraphQLObjectType, GraphQLSchema, SelectionSetNode } from 'graphql'

/** A value of an answer with the coordinate that the client's own document reads it by. */
export interface ReadValue {
  readonly coordinate: string
  /** Response keys from the root, without list indices. */
  readonly path: string
  readonly value: unknown
}

/** Every value of an answer, read by the document as the client sent it; every key must be of it. */
export function readResponse(
  document: DocumentNode,
  schema: GraphQLSchema,
  data: Readonly<Record<string, unknown>>,
): readonly ReadValue[] {
  const found: ReadValue[] = []
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)!
  visitObject([operation.selectionSet], schema.getRootType(operation.operation)!, data, '')
  return found

  function visitObject(
    sets: readonly SelectionSetNode[],
    type: GraphQLObjectType,
    object: Readonly<Record<string, unknown>>,
    at: string,
  ): void {
    const fields = new Map<string, { name: string; below: SelectionSetNode[] }>()
    for (const set of sets) collect(set, fields)
    for (const [key, value] of Object.entries(object)) {
      const asked = fields.get(key)
      if (!asked) throw new Error(`the answer has a key that nobody asked for: ${key}`)
      if (asked.name === '__typename') continue
      const field = type.getFields()[asked.name]!
      const path = at === '' ? key : `${at}.${key}`
      found.push({ coordinate: `${type.name}.${asked.name}`, path, value })
      const below = getNamedType(field.type)
      if (isObjectType(below)) visitValue(asked.below, below, value, path)
    }
  }

  function visitValue(
    sets: readonly SelectionSetNode[],
    type: GraphQLObjectType,
    value: unknown,
    at: string,
  ): void {
    if (Array.isArray(value)) for (const item of value) visitValue(sets, type, item, at)
    else if (typeof value === 'object' && value !== null) {
      visitObject(sets, type, value as Readonly<Record<string, unknown>>, at)
    }
  }

  function collect(
    set: SelectionSetNode,
    fields: Map<string, { name: string; below: SelectionSetNode[] }>,
  ): void {
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value
        const known = fields.get(key) ?? { name: node.name.value, below: [] }
        if (node.selectionSet) known.below.push(node.selectionSet)
        fields.set(key, known)
        continue
      }
      const inner =
        node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragment(node.name.value)
      collect(inner, fields)
    }
  }

  function fragment(name: string): SelectionSetNode {
    const node = document.definitions.find(
      (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name,
    )
    return (node as { readonly selectionSet: SelectionSetNode }).selectionSet
  }
}
