import { isIndigenousTown } from './town-facts.ts'
import type { DraftPerson, DraftUnit, VillageDraft } from './draft.ts'
import type { RelationCode } from './types.ts'

/** 共同事業戶 per 1,000 households: our assumption. */
const BUSINESSES_PER_1000 = 6

interface BusinessKind {
  readonly title: string
  readonly relation: RelationCode
  readonly youngest: number
}
const TEMPLES: BusinessKind = { title: '福安宮', relation: 'OTHER_MEMBER', youngest: 40 }
const CHURCH: BusinessKind = { title: '長老教會', relation: 'OTHER_MEMBER', youngest: 25 }
const OTHERS: readonly BusinessKind[] = [
  { title: '老人養護所', relation: 'INMATE', youngest: 62 },
  { title: '農場宿舍', relation: 'EMPLOYEE', youngest: 20 },
  { title: '國民小學宿舍', relation: 'EMPLOYEE', youngest: 22 },
  { title: '青年學舍', relation: 'STUDENT', youngest: 20 },
]

export interface DraftBusiness {
  readonly name: string
  readonly members: readonly DraftPerson[]
  readonly relation: RelationCode
}

/** Takes lone adults without kids out of the units for temples, care homes and the like. */
export function formBusinesses(village: VillageDraft): readonly DraftBusiness[] {
  const rng = village.rng('businesses')
  const { households, from20, townCode } = village.facts
  const expected = (households * BUSINESSES_PER_1000) / 1000
  const count = Math.min(households - 1, Math.floor(expected + rng.next()))
  const free = rng.shuffle(village.units.filter((unit) => isFree(unit)))
  // Where adults are hardly more than households, each is needed as a head.
  let spare = from20 - households
  const businesses: DraftBusiness[] = []
  for (let index = 0; index < count; index++) {
    const kind = index > 0 ? rng.pick(OTHERS) : isIndigenousTown(townCode) ? CHURCH : TEMPLES
    const wished = Math.min(rng.between(2, 9), spare)
    const taken = take(free, wished, kind.youngest)
    if (taken.length < 2) continue
    spare -= taken.length - 1
    for (const unit of taken) unit.bond = 'BUSINESS'
    businesses.push({
      name: `${village.facts.village.slice(0, -1)}${kind.title}${index > 4 ? index : ''}`,
      members: taken.map((unit) => (unit.husband ?? unit.wife)!),
      relation: kind.relation,
    })
  }
  return businesses
}

function isFree(unit: DraftUnit): boolean {
  return !(unit.husband && unit.wife) && unit.kids.length === 0 && !unit.isFixed
}

/** A head able to act, then people of the kind the house is for. */
function take(free: DraftUnit[], wished: number, youngest: number): DraftUnit[] {
  const head = free.find((unit) => isBetween(unit, 25, 70))
  if (!head || wished < 2) return []
  const others = free.filter((unit) => unit !== head && isBetween(unit, youngest, 100))
  const taken = [head, ...others.slice(0, wished - 1)]
  if (taken.length < 2) return []
  for (const unit of taken) free.splice(free.indexOf(unit), 1)
  return taken
}

function isBetween(unit: DraftUnit, from: number, to: number): boolean {
  const { age } = (unit.husband ?? unit.wife)!
  return age >= from && age <= to
}
