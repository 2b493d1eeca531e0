import {
  generatePopulation,
  generateVillage,
} from '../../../../subgraphs/_kit/population/generate-population.ts'
import { RURAL_VILLAGES } from '../../../../subgraphs/_kit/population/village-facts.ts'
import type {
  GeneratedPerson,
  GeneratedVillage,
  Scale,
} from '../../../../subgraphs/_kit/population/types.ts'

export const TODAY = '2018-05-10'

export function sampleOf(scale: Scale, seed = 107): GeneratedVillage[] {
  return [...generatePopulation({ scale, seed, today: TODAY })]
}

/** Jiaxian and every sixth of the other rural villages: plains, mountains, large and small. */
export function variedSample(): GeneratedVillage[] {
  return RURAL_VILLAGES.filter(
    ({ townCode }, index) => townCode === '64000330' || index % 6 === 0,
  ).map((facts) => generateVillage(facts, { seed: 107, today: TODAY }))
}

export function byOrdinal(village: GeneratedVillage): Map<number, GeneratedPerson> {
  return new Map(village.persons.map((person) => [person.ordinal, person]))
}

/** Full years on the sample's day, computed apart from the generator. */
export function ageOf(birthDate: string, today = TODAY): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return today.slice(5) >= birthDate.slice(5) ? years : years - 1
}

export function registered(village: GeneratedVillage): GeneratedPerson[] {
  return village.persons.filter((person) => person.presence === 'REGISTERED')
}

/** What the village facts count, counted from the generated people. */
export function countsOf(village: GeneratedVillage, today = TODAY): Record<string, number> {
  const people = registered(village)
  const count = (from: number, to: number): number =>
    people.map(({ birthDate }) => ageOf(birthDate, today)).filter((age) => age >= from && age <= to)
      .length
  return {
    households: village.households.filter(({ status }) => status === 'CURRENT').length,
    men: people.filter(({ sex }) => sex === 'MALE').length,
    women: people.filter(({ sex }) => sex === 'FEMALE').length,
    under15: count(0, 14),
    from15to64: count(15, 64),
    over64: count(65, 200),
    from20: count(20, 200),
    from18to19: count(18, 19),
  }
}

/** Collects what is wrong, so that a test over many records asserts once and names the first. */
export class Faults {
  readonly found: string[] = []

  when(isWrong: boolean, what: string): void {
    if (isWrong && this.found.length < 10) this.found.push(what)
  }
}
