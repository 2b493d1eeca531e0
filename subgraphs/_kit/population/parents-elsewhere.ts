import type { Day } from './calendar.ts'
import { addPerson, fitsSiblings, marry, setParents, YEAR } from './draft.ts'
import type { DraftPerson, VillageDraft } from './draft.ts'
import { placeElsewhere } from './elsewhere-facts.ts'
import { weddingDay } from './marriages.ts'
import type { Rng } from './rng.ts'

/** Of 1,000 people aged 20 to 60 without parents in the village: those whose parents have a record. */
const PARENTS_KNOWN = 220
/** Of 1,000 of those, how many have a brother or sister elsewhere. */
const SIBLING_ELSEWHERE = 350

/** Gives some adults parents registered elsewhere or dead, and some a brother or sister. Assumption. */
export function addParentsElsewhere(village: VillageDraft): void {
  const rng = village.rng('parents elsewhere')
  const adults = village.people.filter(
    ({ presence, age }) => presence === 'REGISTERED' && age >= 20 && age <= 60,
  )
  for (const person of adults) {
    if (person.father || person.mother || person.isImmigrant || person.fixed) continue
    if (!rng.chance(PARENTS_KNOWN / 1000)) continue
    const mother = addParents(village, [person], rng, false)
    if (rng.chance(SIBLING_ELSEWHERE / 1000)) addSibling(village, mother, rng)
  }
}

/** Dead parents of brothers and sisters who share a household. */
export function addLateParents(
  village: VillageDraft,
  children: readonly DraftPerson[],
  rng: Rng,
): void {
  addParents(village, children, rng, true)
}

/** Registers a living person in another district. */
export function sendElsewhere(village: VillageDraft, person: DraftPerson, rng: Rng): DraftPerson {
  person.presence = 'ELSEWHERE'
  person.elsewhere = placeElsewhere(`高雄市${village.facts.town}`, rng)
  return person
}

function addParents(
  village: VillageDraft,
  children: readonly DraftPerson[],
  rng: Rng,
  areDead: boolean,
): DraftPerson {
  const births = children.map((child) => child.birthDay)
  const first = Math.min(...births)
  const last = Math.max(...births)
  // 20 to 30 at the first birth, so that up to fifteen years of siblings fit.
  const motherBirth = first - Math.round(rng.between(20, 30) * YEAR) - rng.below(300)
  const mother = addPerson(village, false, motherBirth)
  const father = addPerson(village, true, motherBirth - rng.between(1, 6 * 365))
  for (const child of children) setParents(child, father, mother)
  const wedding = weddingDay(father, mother, first, rng)
  const motherDeath = settleLife(village, mother, last, areDead, rng)
  const fatherDeath = settleLife(village, father, last, areDead, rng)
  const ends = [motherDeath, fatherDeath].filter((day) => day !== null)
  if (ends.length === 0) marry(village, father, mother, wedding)
  else marry(village, father, mother, wedding, { to: Math.min(...ends), reason: 'DEATH' })
  if (motherDeath === null && fatherDeath !== null) mother.marital = 'WIDOWED'
  if (fatherDeath === null && motherDeath !== null) father.marital = 'WIDOWED'
  return mother
}

/** Alive elsewhere or dead by age; the day of death comes after the last child. */
function settleLife(
  village: VillageDraft,
  person: DraftPerson,
  lastChild: Day,
  isDead: boolean,
  rng: Rng,
): Day | null {
  const survival = person.age < 70 ? 0.9 : person.age < 80 ? 0.6 : person.age < 92 ? 0.25 : 0
  if (!isDead && rng.chance(survival)) {
    sendElsewhere(village, person, rng)
    return null
  }
  const oldest = Math.floor(person.birthDay + 95 * YEAR)
  const latest = Math.max(lastChild + 1, Math.min(village.today - 1, oldest))
  person.deathDay = Math.max(rng.between(lastChild + 1, latest), rng.between(lastChild + 1, latest))
  person.presence = 'DEAD'
  person.marital = 'MARRIED'
  return person.deathDay
}

function addSibling(village: VillageDraft, mother: DraftPerson, rng: Rng): void {
  const birth = mother.birthDay + Math.round(rng.between(20, 38) * YEAR) + rng.below(200)
  const father = mother.children[0]!.father
  const isBorn = birth < Math.min(village.today - 19 * YEAR, mother.deathDay ?? village.today)
  if (!isBorn || (father?.deathDay ?? birth) < birth) return
  if (!fitsSiblings(mother.children, birth)) return
  const sibling = sendElsewhere(village, addPerson(village, rng.chance(0.5), birth), rng)
  settleStatusElsewhere(sibling, rng)
  setParents(sibling, father, mother)
}

/** Whether grown kin elsewhere are married; their spouses have no record. Assumption. */
export function settleStatusElsewhere(person: DraftPerson, rng: Rng): void {
  const share = person.age >= 35 ? 0.65 : person.age >= 28 ? 0.35 : person.age >= 22 ? 0.08 : 0
  if (rng.chance(share)) person.marital = 'MARRIED'
}
