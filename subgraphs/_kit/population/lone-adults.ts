import { canFather, canMother } from './children.ts'
import { addPerson, marry, setParents, YEAR } from './draft.ts'
import type { DraftPerson, VillageDraft } from './draft.ts'
import { weddingDay } from './marriages.ts'
import { sendElsewhere } from './parents-elsewhere.ts'
import type { Rng } from './rng.ts'
import type { MaritalStatus } from './types.ts'

/** Per 1,000 lone people of a sex, from an age on: widowed, divorced, married to someone elsewhere. */
interface Shares {
  readonly from: number
  readonly widowed: number
  readonly divorced: number
  readonly married: number
}
// Our assumption after the marital status registers at the end of 2017.
const WOMEN: readonly Shares[] = [
  { from: 75, widowed: 860, divorced: 50, married: 40 },
  { from: 65, widowed: 640, divorced: 160, married: 80 },
  { from: 50, widowed: 250, divorced: 350, married: 120 },
  { from: 35, widowed: 40, divorced: 320, married: 130 },
  { from: 25, widowed: 5, divorced: 80, married: 100 },
  { from: 20, widowed: 0, divorced: 10, married: 20 },
]
const MEN: readonly Shares[] = [
  { from: 75, widowed: 600, divorced: 120, married: 90 },
  { from: 65, widowed: 330, divorced: 250, married: 120 },
  { from: 50, widowed: 90, divorced: 380, married: 120 },
  { from: 35, widowed: 15, divorced: 230, married: 90 },
  { from: 25, widowed: 0, divorced: 50, married: 40 },
  { from: 20, widowed: 0, divorced: 5, married: 5 },
]
/** Of 1,000, how many former spouses have a record where there are no common children. */
const FORMER_KNOWN = { WIDOWED: 650, DIVORCED: 350 }

/**
 * Settles the marital status of everyone who lives without a spouse, and draws the other parent of
 * their children: dead, divorced or married and registered elsewhere.
 */
export function settleLoneAdults(village: VillageDraft): void {
  const rng = village.rng('lone adults')
  for (const unit of village.units) {
    const person = unit.husband && unit.wife ? null : (unit.husband ?? unit.wife)
    if (!person || person.spouse || unit.isFixed) continue
    person.marital = statusOf(person, rng)
    const hasOpenChild = person.children.some((child) => !(child.father && child.mother))
    if (person.marital === 'NEVER_MARRIED') {
      if (hasOpenChild && person.isMale) addPartner(village, person, rng)
      continue
    }
    const isKnown = person.marital === 'MARRIED' || rng.chance(FORMER_KNOWN[person.marital] / 1000)
    if (hasOpenChild || isKnown)
      settleSpouse(village, person, addPartner(village, person, rng), rng)
  }
}

/** Ends a marriage by divorce after the last child, and says who exercises the rights over minors. */
export function divorce(
  village: VillageDraft,
  husband: DraftPerson,
  wife: DraftPerson,
  rng: Rng,
): boolean {
  const wedding = weddingDay(husband, wife, village.today - 60, rng)
  const first = Math.max(wedding + 30, lastBirth(husband, wife) + 30)
  if (first >= village.today) return false
  const day = rng.between(first, village.today - 1)
  marry(village, husband, wife, wedding, { to: day, reason: 'DIVORCE' })
  husband.marital = 'DIVORCED'
  wife.marital = 'DIVORCED'
  recordCustody(village, husband, wife, day, rng)
  return true
}

function recordCustody(
  village: VillageDraft,
  husband: DraftPerson,
  wife: DraftPerson,
  since: number,
  rng: Rng,
): void {
  for (const child of wife.children) {
    // Adult age 20 in 107.
    if (child.father !== husband || child.age >= 20) continue
    const near = husband.unit !== null && husband.unit === child.unit ? husband : wife
    const far = near === husband ? wife : husband
    const draw = rng.below(100)
    if (draw < 95) village.bonds.push({ kind: 'CUSTODY', from: near, to: child, since })
    if (draw >= 80) village.bonds.push({ kind: 'CUSTODY', from: far, to: child, since })
  }
}

function statusOf(person: DraftPerson, rng: Rng): MaritalStatus {
  const shares = (person.isMale ? MEN : WOMEN).find(({ from }) => person.age >= from)!
  const isParent = person.children.length > 0
  // A parent is seldom unmarried; a lone mother of one young child may be.
  const mayBeUnmarried = person.children.length < 2 && person.age < 45 && rng.chance(0.2)
  const total =
    isParent && !mayBeUnmarried ? shares.widowed + shares.divorced + shares.married : 1000
  const draw = rng.next() * total
  if (draw < shares.widowed) return 'WIDOWED'
  if (draw < shares.widowed + shares.divorced) return 'DIVORCED'
  return draw < shares.widowed + shares.divorced + shares.married ? 'MARRIED' : 'NEVER_MARRIED'
}

/** The other parent: of an age that fits as many of the children as can be. */
function addPartner(village: VillageDraft, person: DraftPerson, rng: Rng): DraftPerson {
  const open = person.children.filter((child) => !(person.isMale ? child.mother : child.father))
  const births = open.map((child) => child.birthDay)
  const wished = person.birthDay + (person.isMale ? 1 : -1) * rng.between(-300, 6 * 365)
  let birth = wished
  if (births.length > 0) {
    const youngest = person.isMale ? 18 : 19
    const oldest = person.isMale ? 45 : 59
    birth = Math.max(birth, Math.ceil(Math.max(...births) - oldest * YEAR))
    birth = Math.min(birth, Math.floor(Math.min(...births) - youngest * YEAR))
  } else {
    birth = Math.min(birth, village.today - Math.ceil(20 * YEAR))
  }
  const partner = addPerson(village, !person.isMale, birth)
  sendElsewhere(village, partner, rng)
  for (const child of open) {
    if (partner.isMale && canFather(partner, child)) setParents(child, partner, null)
    if (!partner.isMale && canMother(partner, child)) setParents(child, null, partner)
  }
  return partner
}

function settleSpouse(
  village: VillageDraft,
  person: DraftPerson,
  partner: DraftPerson,
  rng: Rng,
): void {
  const [husband, wife] = person.isMale ? [person, partner] : [partner, person]
  if (person.marital === 'DIVORCED' && divorce(village, husband, wife, rng)) return
  if (person.marital === 'WIDOWED' && lose(village, husband, wife, partner, rng)) return
  husband.spouse = wife
  wife.spouse = husband
  person.marital = 'NEVER_MARRIED' // recordMarriages makes it MARRIED, with a date
}

/** The partner's death ends the marriage: after the last child, before the age of 96. */
function lose(
  village: VillageDraft,
  husband: DraftPerson,
  wife: DraftPerson,
  partner: DraftPerson,
  rng: Rng,
): boolean {
  const wedding = weddingDay(husband, wife, village.today - 60, rng)
  const first = Math.max(wedding + 30, lastBirth(husband, wife) + 1)
  const latest = Math.min(village.today - 1, Math.floor(partner.birthDay + 96 * YEAR))
  if (first >= latest) return false
  const day = Math.max(rng.between(first, latest), rng.between(first, latest))
  marry(village, husband, wife, wedding, { to: day, reason: 'DEATH' })
  partner.presence = 'DEAD'
  partner.deathDay = day
  partner.marital = 'MARRIED'
  // Lived and died here: the register of this village keeps the record.
  partner.elsewhere = null
  return true
}

function lastBirth(husband: DraftPerson, wife: DraftPerson): number {
  let last = -Infinity
  for (const child of wife.children) {
    if (child.father === husband) last = Math.max(last, child.birthDay)
  }
  return last
}
