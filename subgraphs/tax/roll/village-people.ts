import type { GeneratedPerson, GeneratedVillage, Ordinal } from '../../_kit/population/types.ts'
import { invariant } from '../../../schemas/invariant.ts'

/** The people of a village as the tax roll needs them. */
export interface VillagePeople {
  readonly of: (ordinal: Ordinal) => GeneratedPerson
  /** The number a person had on a day: a bill issued before a change stands under the old one. */
  readonly nationalIdOn: (ordinal: Ordinal, day: string) => string
  /** Living people registered at a door plate. */
  readonly registeredAt: (plateId: string) => ReadonlySet<Ordinal>
  /** 直系親屬: ancestors and descendants of any degree. */
  readonly linealKinOf: (ordinal: Ordinal) => ReadonlySet<Ordinal>
}

/** Indexes the people of a village; kinship never crosses villages. */
export function readVillagePeople(village: GeneratedVillage): VillagePeople {
  const byOrdinal = new Map(village.persons.map((person) => [person.ordinal, person]))
  const of = (ordinal: Ordinal): GeneratedPerson => {
    const person = byOrdinal.get(ordinal)
    invariant(person !== undefined, 'the population has an owner who is no person of the village')
    return person
  }
  const registered = readRegistered(village, byOrdinal)
  const { parents, children } = readParents(village)
  return {
    of,
    nationalIdOn: (ordinal, day) => numberOn(of(ordinal), day),
    registeredAt: (plateId) => registered.get(plateId) ?? new Set(),
    linealKinOf: (ordinal) => new Set([...reach(ordinal, parents), ...reach(ordinal, children)]),
  }
}

function numberOn(person: GeneratedPerson, day: string): string {
  const former = person.formerNationalIds.find(({ validTo }) => day <= validTo)
  return former?.nationalId ?? person.nationalId
}

function readRegistered(
  village: GeneratedVillage,
  byOrdinal: ReadonlyMap<Ordinal, GeneratedPerson>,
): Map<string, Set<Ordinal>> {
  const registered = new Map<string, Set<Ordinal>>()
  for (const household of village.households) {
    if (household.status !== 'CURRENT') continue
    const here = registered.get(household.plateId) ?? new Set()
    registered.set(household.plateId, here)
    for (const ordinal of household.memberOrdinals) {
      if (byOrdinal.get(ordinal)?.presence === 'REGISTERED') here.add(ordinal)
    }
  }
  return registered
}

type Edges = ReadonlyMap<Ordinal, readonly Ordinal[]>

function readParents(village: GeneratedVillage): { parents: Edges; children: Edges } {
  const parents = new Map<Ordinal, Ordinal[]>()
  const children = new Map<Ordinal, Ordinal[]>()
  for (const { kind, fromOrdinal, toOrdinal } of village.kinships) {
    if (kind !== 'PARENT' && kind !== 'ADOPTIVE_PARENT') continue
    parents.set(toOrdinal, [...(parents.get(toOrdinal) ?? []), fromOrdinal])
    children.set(fromOrdinal, [...(children.get(fromOrdinal) ?? []), toOrdinal])
  }
  return { parents, children }
}

function reach(start: Ordinal, edges: Edges): Ordinal[] {
  const found: Ordinal[] = []
  const queue = [start]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const beyond = edges.get(next) ?? []
    found.push(...beyond)
    queue.push(...beyond)
  }
  return found
}
