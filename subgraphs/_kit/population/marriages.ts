import type { Day } from './calendar.ts'
import { marry, YEAR } from './draft.ts'
import type { DraftPerson, VillageDraft } from './draft.ts'
import type { Rng } from './rng.ts'

/** Civil Code 980 before 2023: men from 18, women from 16 full years. */
const LEGAL_AGE = { man: 18, woman: 16 }

/** Dates the marriage of every couple; those who live with their spouse and those registered apart. */
export function recordMarriages(village: VillageDraft): void {
  const rng = village.rng('marriages')
  for (const person of village.people) {
    if (!person.isMale || !person.spouse || person.marital === 'MARRIED') continue
    const wife = person.spouse
    marry(village, person, wife, weddingDay(person, wife, village.today - 1, rng))
  }
}

/**
 * A wedding one to thirty months before the first common child where the law allowed it, otherwise some
 * years after both came of age; never after `latest`.
 */
export function weddingDay(husband: DraftPerson, wife: DraftPerson, latest: Day, rng: Rng): Day {
  const legal = Math.ceil(
    Math.max(husband.birthDay + LEGAL_AGE.man * YEAR, wife.birthDay + LEGAL_AGE.woman * YEAR) + 1,
  )
  const first = firstBirth(husband, wife)
  const wished =
    first === null
      ? Math.max(husband.birthDay, wife.birthDay) + rng.between(20 * 365, 33 * 365)
      : first - rng.between(30, 900)
  return Math.min(latest, Math.max(legal, wished))
}

/** Birth of the first common child, or null. */
function firstBirth(husband: DraftPerson, wife: DraftPerson): Day | null {
  let first: Day | null = null
  for (const child of wife.children) {
    if (child.father === husband && (first === null || child.birthDay < first))
      first = child.birthDay
  }
  return first
}
