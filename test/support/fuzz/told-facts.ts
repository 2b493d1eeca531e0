import {
  Kind,
  parse,
  valueFromASTUntyped,
  type FieldDefinitionNode,
  type FieldNode,
  type GraphQLField,
  type SelectionSetNode,
} from 'graphql'
import type { RandomWorld } from './random-world.ts'

type Told = Readonly<Record<string, unknown>>

/**
 * Throws where an agency computes a field from facts it was not told, or was told wrong: what `@requires`
 * names, as the world has it. Told is a representation.
 */
export function requireTold(
  { astNode }: Pick<GraphQLField<unknown, unknown>, 'astNode'>,
  told: Told,
  world: RandomWorld,
): void {
  if (!astNode) return
  let set = sets.get(astNode)
  if (set === undefined) sets.set(astNode, (set = readRequired(astNode)))
  if (set) compareObject(set, told, told, world)
}

const sets = new WeakMap<FieldDefinitionNode, SelectionSetNode | null>()

function readRequired({ directives = [] }: FieldDefinitionNode): SelectionSetNode | null {
  const requires = directives.find(({ name }) => name.value === 'requires')
  const value = requires?.arguments?.[0]?.value
  if (value?.kind !== Kind.STRING) return null
  const [set] = parse(`{ ${value.value} }`).definitions
  return set?.kind === Kind.OPERATION_DEFINITION ? set.selectionSet : null
}

function compareObject(
  { selections }: SelectionSetNode,
  told: Told,
  thing: unknown,
  world: RandomWorld,
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) continue
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      if (selection.typeCondition?.name.value === world.typeOf(thing)) {
        compareObject(selection.selectionSet, told, thing, world)
      }
      continue
    }
    const name = selection.name.value
    const fact = world.factOf(thing, name, argumentsOf(selection))
    compare(selection.selectionSet, told[name], fact, world)
  }
}

function argumentsOf({ arguments: given = [] }: FieldNode): Told {
  return Object.fromEntries(given.map((each) => [each.name.value, valueFromASTUntyped(each.value)]))
}

function compare(
  set: SelectionSetNode | undefined,
  told: unknown,
  fact: unknown,
  world: RandomWorld,
): void {
  if (Array.isArray(told) && Array.isArray(fact) && told.length === fact.length) {
    for (const [index, item] of told.entries()) compare(set, item, fact[index], world)
  } else if (set && isObject(told) && isObject(fact)) {
    compareObject(set, told, fact, world)
  } else if (told !== fact || set) {
    if (told === null && fact === null) return
    throw new Error(`was told ${JSON.stringify(told)} where it is ${JSON.stringify(fact)}`)
  }
}

function isObject(value: unknown): value is Told {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
