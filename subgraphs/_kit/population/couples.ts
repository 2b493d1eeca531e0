import { addUnit } from './draft.ts'
import type { DraftPerson, VillageDraft } from './draft.ts'
import { weightedTable } from './rng.ts'
import type { Rng } from './rng.ts'

/** Share of men living in marriage by five-year age, from 20: our assumption after the 2017 registers. */
const MARRIED_MEN = [
  0.02, 0.14, 0.4, 0.57, 0.62, 0.64, 0.66, 0.69, 0.73, 0.78, 0.79, 0.77, 0.72, 0.6, 0.45, 0.3,
]
/** Years the husband is older, from −4 up: assumption. */
const AGE_GAP = weightedTable([1, 2, 4, 7, 11, 13, 14, 13, 10, 8, 6, 4, 3, 2, 1])
/** Kids under 20 a unit takes before a fallback is needed, 0 to 4: assumption. */
const KID_ROOM = weightedTable([8, 30, 42, 16, 4])
/** New-immigrant wives per 1,000 couples with a wife from 25 to 54: assumption. */
const IMMIGRANT_WIVES = 50

/** Pairs the adults of the village into couples and leaves the others as units of one. */
export function formCouples(village: VillageDraft): void {
  const rng = village.rng('couples')
  const adults = village.people.filter((person) => person.age >= 20 && person.fixed === null)
  const women: DraftPerson[][] = Array.from({ length: 101 }, () => [])
  for (const person of adults) if (!person.isMale) women[person.age]!.push(person)
  const men = adults.filter((person) => person.isMale)
  men.sort((one, other) => one.birthDay - other.birthDay || one.ordinal - other.ordinal)
  for (const man of men) {
    const wife = wantsMarriage(man, rng) ? findWife(man, women, rng) : null
    if (wife) wife.isImmigrant = isImmigrantWife(wife, rng)
    addUnit(village, man, wife, KID_ROOM(rng))
  }
  for (const group of women) {
    for (const woman of group) addUnit(village, null, woman, KID_ROOM(rng))
  }
}

function wantsMarriage(man: DraftPerson, rng: Rng): boolean {
  return rng.chance(MARRIED_MEN[Math.min(15, Math.floor((man.age - 20) / 5))]!)
}

/** The nearest unmarried woman around the drawn age gap, at most 14 years away from the man's age. */
function findWife(man: DraftPerson, women: DraftPerson[][], rng: Rng): DraftPerson | null {
  const target = man.age - (AGE_GAP(rng) - 4)
  for (let step = 0; step <= 8; step++) {
    for (const age of step === 0 ? [target] : [target - step, target + step]) {
      if (age < 20 || age > 99 || Math.abs(age - man.age) > 14) continue
      const wife = women[age]!.pop()
      if (wife) return wife
    }
  }
  return null
}

function isImmigrantWife(wife: DraftPerson, rng: Rng): boolean {
  return wife.age >= 25 && wife.age <= 54 && rng.chance(IMMIGRANT_WIVES / 1000)
}
