import type { DraftBusiness } from './businesses.ts'
import type { DraftHousehold, DraftPerson, DraftUnit, VillageDraft } from './draft.ts'
import { YEAR } from './draft.ts'
import { topOf } from './joins.ts'
import { orderInHousehold, relationToHead } from './relations.ts'
import type { Rng } from './rng.ts'
import type { HouseholdType, RelationCode } from './types.ts'

/** Of 1,000 dead spouses, whose record was closed 除戶 as they headed the household. */
const DEAD_HUSBAND_WAS_HEAD = 700
const DEAD_WIFE_WAS_HEAD = 150

/** Makes the household records: one per top unit and business, then the closed ones of dead heads. */
export function settleHouseholds(
  village: VillageDraft,
  businesses: readonly DraftBusiness[],
): void {
  const rng = village.rng('households')
  const families = [...unitsByTop(village.units)]
  const fixed = families.filter(([top]) => top.isFixed)
  const drawn = rng.shuffle(families.filter(([top]) => !top.isFixed))
  for (const [top, units] of [...fixed, ...drawn]) addFamily(village, top, units, rng)
  for (const business of businesses) addBusiness(village, business, rng)
  buryTheDead(village, rng)
  for (const household of village.households) sortMembers(household)
}

function unitsByTop(units: readonly DraftUnit[]): Map<DraftUnit, DraftUnit[]> {
  const byTop = new Map<DraftUnit, DraftUnit[]>()
  for (const unit of units) {
    if (unit.bond === 'BUSINESS') continue
    const top = topOf(unit)
    const group = byTop.get(top)
    if (group) group.push(unit)
    else byTop.set(top, [unit])
  }
  return byTop
}

function addFamily(
  village: VillageDraft,
  top: DraftUnit,
  units: readonly DraftUnit[],
  rng: Rng,
): void {
  const head = chooseHead(top, units, rng)
  const size = units.reduce((sum, unit) => sum + adultsOf(unit).length + unit.kids.length, 0)
  const household = addHousehold(village, size === 1 ? 'SINGLE' : 'COMMON_LIVING', head, rng)
  for (const unit of units) {
    const isLodging = isLodger(unit) !== isLodger(head.unit!)
    for (const person of [...adultsOf(unit), ...unit.kids]) {
      const relation = isLodging ? 'LODGER' : relationToHead(head, person)
      enter(household, person, relation)
    }
  }
}

function isLodger(unit: DraftUnit): boolean {
  for (let above: DraftUnit | null = unit; above; above = above.host) {
    if (above.bond === 'LODGER') return true
  }
  return false
}

function addBusiness(village: VillageDraft, business: DraftBusiness, rng: Rng): void {
  const head = business.members[0]!
  const household = addHousehold(village, 'COMMON_BUSINESS', head, rng)
  household.name = business.name
  for (const person of business.members) {
    enter(household, person, person === head ? 'HEAD' : business.relation)
  }
}

function addHousehold(
  village: VillageDraft,
  type: HouseholdType,
  head: DraftPerson,
  rng: Rng,
): DraftHousehold {
  const earliest = Math.max(head.birthDay + Math.ceil(20 * YEAR), village.today - 40 * 365)
  const household: DraftHousehold = {
    ordinal: village.identifiers.ordinal('household'),
    type,
    name: null,
    status: 'CURRENT',
    head,
    members: [],
    plateId: '',
    addressText: '',
    neighborhood: 0,
    establishedDay: rng.between(Math.min(earliest, village.today), village.today),
    closedDay: null,
    closedReason: null,
    successor: null,
  }
  village.households.push(household)
  return household
}

function enter(household: DraftHousehold, person: DraftPerson, relation: RelationCode): void {
  person.household = household
  person.relation = relation
  household.members.push(person)
}

/** An adult of legal age (20 in 107); the older men of the upper generations more often. */
function chooseHead(top: DraftUnit, units: readonly DraftUnit[], rng: Rng): DraftPerson {
  let best: DraftPerson | null = null
  let bestWish = -1
  for (const unit of units) {
    if (isLodger(unit)) continue
    for (const person of adultsOf(unit)) {
      if (person.fixed?.isHead) return person
      const wish = headWish(person, unit, top) * (0.3 + rng.next())
      if (wish > bestWish) {
        best = person
        bestWish = wish
      }
    }
  }
  return best!
}

function headWish(person: DraftPerson, unit: DraftUnit, top: DraftUnit): number {
  const base = unit === top ? 3 : person.age >= 35 ? 1.4 : 0.3
  const bySex = person.isMale ? 1 : unit.husband ? 0.3 : 0.8
  const byAge = person.age > 82 ? 0.5 : 1
  return base * bySex * byAge
}

function adultsOf(unit: DraftUnit): DraftPerson[] {
  const { husband, wife } = unit
  return husband ? (wife ? [husband, wife] : [husband]) : wife ? [wife] : []
}

/** The dead who lived here: as heads in a closed record of their own, else in the current one. */
function buryTheDead(village: VillageDraft, rng: Rng): void {
  for (const person of village.people) {
    if (person.presence !== 'DEAD' || person.household || person.elsewhere) continue
    const current = person.lateSpouse?.household
    if (!current || current.type === 'COMMON_BUSINESS' || current.status === 'CLOSED') continue
    const wasHead = rng.below(1000) < (person.isMale ? DEAD_HUSBAND_WAS_HEAD : DEAD_WIFE_WAS_HEAD)
    if (wasHead) closeRecord(village, person, current, rng)
    else enterDead(current, person)
  }
}

function closeRecord(
  village: VillageDraft,
  person: DraftPerson,
  current: DraftHousehold,
  rng: Rng,
): void {
  const closedDay = person.deathDay!
  const closed = addHousehold(village, 'COMMON_LIVING', person, rng)
  const earliest = Math.ceil(person.birthDay + 20 * YEAR)
  closed.status = 'CLOSED'
  closed.closedDay = closedDay
  closed.closedReason = 'HEAD_DEATH'
  closed.successor = current
  closed.establishedDay = rng.between(
    Math.min(Math.max(earliest, closedDay - 30 * 365), closedDay - 1),
    closedDay - 1,
  )
  enter(closed, person, 'HEAD')
  // The new record opens when the old one closes.
  if (current.establishedDay < closedDay) current.establishedDay = closedDay
}

function enterDead(current: DraftHousehold, person: DraftPerson): void {
  enter(current, person, relationToHead(current.head, person))
  if (current.establishedDay >= person.deathDay!) current.establishedDay = person.deathDay! - 90
}

function sortMembers(household: DraftHousehold): void {
  household.members.sort(
    (one, other) =>
      orderInHousehold(one.relation!) - orderInHousehold(other.relation!) ||
      one.birthDay - other.birthDay ||
      one.ordinal - other.ordinal,
  )
}
