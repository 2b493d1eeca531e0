import { canFather } from './children.ts'
import { divorce } from './lone-adults.ts'
import { addPerson, fitsSiblings, setParents, YEAR } from './draft.ts'
import type { DraftPerson, DraftUnit, VillageDraft } from './draft.ts'
import { sendElsewhere, settleStatusElsewhere } from './parents-elsewhere.ts'
import type { Rng } from './rng.ts'

/** Children a woman bore, by her age today: assumption after completed fertility of the cohorts. */
const CHILDREN_BORNE: readonly {
  readonly from: number
  readonly low: number
  readonly high: number
}[] = [
  { from: 75, low: 2, high: 5 },
  { from: 65, low: 2, high: 4 },
  { from: 55, low: 1, high: 3 },
  { from: 44, low: 0, high: 2 },
]
/** Of 1,000 grown children not in the village, how many have a record; the others are not drawn. */
const ELSEWHERE_KNOWN = 500
/** Of 1,000 lone women from 60 up without children here, how many have children elsewhere. */
const LONE_MOTHERS = 600
/** Of 1,000 kids with grandparents, how many have a guardian appointed 監護. */
const GUARDED = 300

/** Grown children who left: registered in another district. */
export function addChildrenElsewhere(village: VillageDraft): void {
  const rng = village.rng('children elsewhere')
  for (const unit of village.units) {
    const mother = unit.wife
    if (!mother || unit.isFixed || mother.isImmigrant) continue
    const husband = unit.husband ?? mother.spouse
    if (!husband && mother.children.length === 0) {
      if (mother.age < 60 || !rng.chance(LONE_MOTHERS / 1000)) continue
    }
    const cohort = CHILDREN_BORNE.find(({ from }) => mother.age >= from)
    if (!cohort) continue
    const borne = rng.between(cohort.low, cohort.high)
    for (let count = mother.children.length; count < borne; count++) {
      if (rng.chance(ELSEWHERE_KNOWN / 1000)) addChild(village, mother, husband, rng)
    }
  }
}

/** Parents, registered elsewhere, of the kids who live with their grandparents; else a guardian. */
export function addMiddleGeneration(village: VillageDraft): void {
  const rng = village.rng('middle generation')
  for (const unit of village.units) {
    const kids = unit.kids.filter((kid) => !kid.father && !kid.mother && kid.fixed === null)
    if (kids.length === 0) continue
    const hasParents = addMiddleParents(village, unit, kids, rng)
    const guardian = (unit.wife ?? unit.husband)!
    for (const kid of kids) {
      if (hasParents && !rng.chance(GUARDED / 1000)) continue
      const since = rng.between(kid.birthDay + 1, village.today)
      village.bonds.push({ kind: 'GUARDIAN', from: guardian, to: kid, since })
    }
  }
}

function addChild(
  village: VillageDraft,
  mother: DraftPerson,
  father: DraftPerson | null,
  rng: Rng,
): void {
  const birth = mother.birthDay + Math.round(rng.between(19, 36) * YEAR) + rng.below(365)
  if (birth > village.today - 19 * YEAR || !fitsSiblings(mother.children, birth)) return
  const child = addPerson(village, rng.chance(0.5), birth)
  sendElsewhere(village, child, rng)
  settleStatusElsewhere(child, rng)
  setParents(child, canFather(father, child) ? father : null, mother)
}

/** A son or daughter of the grandparents, and the other parent; false where no birthday fits. */
function addMiddleParents(
  village: VillageDraft,
  unit: DraftUnit,
  kids: readonly DraftPerson[],
  rng: Rng,
): boolean {
  const birth = middleBirthday(unit, kids, rng)
  if (birth === null) return false
  const isSon = rng.chance(0.65)
  const latest = Math.min(...kids.map((kid) => kid.birthDay)) - Math.ceil(17 * YEAR)
  const partnerBirth = isSon
    ? Math.min(birth + rng.below(900), latest)
    : birth - rng.between(1, 1500)
  const parent = sendElsewhere(village, addPerson(village, isSon, birth), rng)
  const partner = sendElsewhere(village, addPerson(village, !isSon, partnerBirth), rng)
  setParents(parent, unit.husband, unit.wife)
  const [father, mother] = isSon ? [parent, partner] : [partner, parent]
  for (const kid of kids) setParents(kid, father, mother)
  if (rng.chance(0.4)) {
    father.spouse = mother
    mother.spouse = father
  } else if (rng.chance(0.7)) {
    divorce(village, father, mother, rng)
  }
  return true
}

/** A birthday that makes a child of the grandparents a parent of the kids, or null. */
function middleBirthday(
  { husband, wife }: DraftUnit,
  kids: readonly DraftPerson[],
  rng: Rng,
): number | null {
  const births = kids.map((kid) => kid.birthDay)
  const low = Math.max(
    wife ? wife.birthDay + 17 * YEAR : -Infinity,
    husband ? husband.birthDay + 18 * YEAR : -Infinity,
    Math.max(...births) - 44 * YEAR,
  )
  const high = Math.min(
    wife ? wife.birthDay + 46 * YEAR : Infinity,
    husband ? husband.birthDay + 60 * YEAR : Infinity,
    Math.min(...births) - 19 * YEAR,
  )
  if (low + 10 >= high) return null
  const birth = rng.between(Math.ceil(low) + 1, Math.floor(high) - 1)
  return fitsSiblings((wife ?? husband)!.children, birth) ? birth : null
}
