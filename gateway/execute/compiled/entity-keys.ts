import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner'
import type { Requirements } from '../../compile/requirements.ts'
import { readOwn, setOwn, typenameOf, type Raw } from './raw-data.ts'

/** Gives a representation a whole key of its agency; false where it has none and its entity neither. */
export type CompleteKey = (representation: Raw, entity: Raw) => boolean

/**
 * The planner may take a key for one type and a requirement for another, so that an entity of a third
 * type would be told of without any key. `undefined` where a fetch takes both at once; `isAliased` tells the
 * names under which the client may have asked for something else. An entity of a type that the agency finds
 * by no key is not told of.
 */
export function compileKeys(
  { serviceName: agency, requires = [] }: FetchNode,
  requirements: Requirements,
  isAliased: (name: string) => boolean,
): CompleteKey | undefined {
  if (requires.length <= 1 && !requires.some(hasFragments)) return undefined
  return (representation, entity) => {
    const keys = requirements.keysOf(agency, typenameOf(representation) ?? '')
    const isKnown = (name: string): boolean => readOwn(representation, name) !== undefined
    if (keys.some((key) => [...key].every(isKnown))) return true
    const isAtHand = (name: string): boolean =>
      isKnown(name) || (!isAliased(name) && isScalar(readOwn(entity, name)))
    const found = keys.find((key) => [...key].every(isAtHand))
    for (const name of found ?? []) {
      if (!isKnown(name)) setOwn(representation, name, readOwn(entity, name))
    }
    return found !== undefined
  }
}

function hasFragments({ selections = [] }: QueryPlanSelectionNode): boolean {
  return selections.some(({ kind }) => kind === 'InlineFragment')
}

function isScalar(value: unknown): boolean {
  return value !== undefined && (typeof value !== 'object' || value === null)
}
