import type { GeneratedVillage } from '../../subgraphs/_kit/population/types.ts'

/** Households in force and living people registered in them. */
export interface PeopleCount {
  readonly households: number
  readonly persons: number
}

/** Counts a village the way the statistics of the register do. */
export function countPeople({ households, persons }: GeneratedVillage): PeopleCount {
  return {
    households: households.filter(({ status }) => status === 'CURRENT').length,
    persons: persons.filter(({ presence }) => presence === 'REGISTERED').length,
  }
}
