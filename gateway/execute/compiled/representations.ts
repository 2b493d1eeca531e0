import type { QueryPlanSelectionNode } from '@apollo/query-planner'
import type { GraphQLSchema } from 'graphql'
import { PlainObject, isRaw, mergeInto, readOwn, setOwn, typenameOf, type Raw } from './raw-data.ts'
import { namesWithin } from './type-names.ts'
import type { Unanswered } from './unanswered.ts'

/** Lists inside one another that a fact may stand in. */
const MOST_LISTS = 8

/** Makes what an agency is told of an entity; null where too little is known of it. */
export type Represent = (entity: Raw) => Raw | null

/** Compiles `requires`: fragments by type, each with the keys and facts it takes, nested ones too. */
export function compileRequires(
  selections: readonly QueryPlanSelectionNode[],
  schema: GraphQLSchema,
): Represent {
  const parts = selections.map((selection) => compileSelection(selection, schema))
  return (entity) => {
    const representation = new PlainObject()
    for (const add of parts) if (!add(entity, representation)) return null
    return representation
  }
}

/** Whether what an entity lacks of `requires` is known to be null: an agency told nothing of it. */
export function isExcused(
  entity: Raw,
  selections: readonly QueryPlanSelectionNode[],
  unanswered: Unanswered,
): boolean {
  return selections.some((selection) => {
    const inner = selection.selections ?? []
    if (selection.kind === 'InlineFragment') return isExcused(entity, inner, unanswered)
    const key = selection.alias ?? selection.name
    const value = readOwn(entity, key)
    if (value === undefined) return unanswered.has(entity, key)
    return [value]
      .flat(MOST_LISTS)
      .some((item) => isRaw(item) && isExcused(item, inner, unanswered))
  })
}

/** Adds to a representation; false where the entity lacks the field. */
type Add = (entity: Raw, representation: Raw) => boolean

function compileSelection(selection: QueryPlanSelectionNode, schema: GraphQLSchema): Add {
  if (selection.kind === 'InlineFragment') return compileFragment(selection, schema)
  const key = selection.alias ?? selection.name
  const inner = selection.selections && compileRequires(selection.selections, schema)
  return (entity, representation) => {
    const value = readOwn(entity, key)
    if (value === undefined) return false
    const told = inner ? pick(value, inner) : value
    if (told === undefined) return false
    setOwn(representation, key, told)
    return true
  }
}

function compileFragment(
  { typeCondition, selections }: Extract<QueryPlanSelectionNode, { kind: 'InlineFragment' }>,
  schema: GraphQLSchema,
): Add {
  const inner = compileRequires(selections, schema)
  const names = typeCondition === undefined ? null : namesWithin(schema, typeCondition)
  return (entity, representation) => {
    if (names && !names.has(typenameOf(entity) ?? '')) return true
    const part = inner(entity)
    if (part) mergeInto(representation, part)
    return true
  }
}

/** What an object, or each of a list, tells; `undefined` where any lacks something. */
function pick(value: unknown, inner: Represent): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => pick(item, inner))
    return items.includes(undefined) ? undefined : items
  }
  return isRaw(value) ? (inner(value) ?? undefined) : null
}
