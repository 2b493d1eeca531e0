import type { GeneratedHouse, GeneratedVillage } from '../../_kit/population/types.ts'
import type { SelfUseResidenceRow } from '../queries.ts'
import { selfUseFrom } from '../rates/land-value-tax.ts'
import { LAND_TAX_LAW } from '../rates/land-value-tax-rows.ts'
import { hashOf } from './ordinal-hash.ts'
import type { VillagePeople } from './village-people.ts'

/** A residence with the house it is about. */
export type RollResidence = SelfUseResidenceRow & { readonly ownerOrdinal: number }

/**
 * Self-use residences of a village: one dwelling per couple (土地稅法 §17), granted where the owner, the
 * spouse or lineal kin is registered at its plate; where nobody is left (空戶) it ended with last year.
 */
export function findResidences(
  village: GeneratedVillage,
  people: VillagePeople,
  today: string,
): RollResidence[] {
  const taken = new Set<number>()
  return village.houses.flatMap((house) => {
    if (house.use !== 'SELF_USE') return []
    const { ownerOrdinal } = house
    const couple = Math.min(ownerOrdinal, people.of(ownerOrdinal).spouseOrdinal ?? ownerOrdinal)
    if (taken.has(couple)) return []
    taken.add(couple)
    return [residenceOf(house, people, today)]
  })
}

function residenceOf(house: GeneratedHouse, people: VillagePeople, today: string): RollResidence {
  const thisYear = Number(today.slice(0, 4))
  const appliedOn = applicationDay(house, thisYear)
  const registrant = registrantOf(house, people)
  const since = selfUseFrom(appliedOn, LAND_TAX_LAW)
  const lapsed = `${thisYear}-01-01`
  return {
    ownerOrdinal: house.ownerOrdinal,
    nationalId: people.nationalIdOn(house.ownerOrdinal, appliedOn),
    houseRollNo: house.id,
    plateId: house.plateId,
    addressText: house.addressText,
    appliedOn,
    since,
    endedOn: registrant === null ? (lapsed < since ? since : lapsed) : null,
    registrant,
    checkedOn: `${thisYear - 1}-08-31`,
  }
}

// between the year after building (or 1990) and two years ago, on some day of the year
function applicationDay(house: GeneratedHouse, thisYear: number): string {
  const hash = hashOf(house.id)
  const first = Math.min(thisYear - 2, Math.max(1990, ceYear(house.builtYear) + 1))
  const year = first + (hash % (thisYear - 1 - first))
  const month = 1 + ((hash >>> 8) % 12)
  const day = 1 + ((hash >>> 16) % 28)
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function ceYear(year: number): number {
  return year < 1000 ? year + 1911 : year
}

function registrantOf(
  house: GeneratedHouse,
  people: VillagePeople,
): SelfUseResidenceRow['registrant'] {
  const here = people.registeredAt(house.plateId)
  const { ownerOrdinal } = house
  if (here.has(ownerOrdinal)) return 'OWNER'
  const { spouseOrdinal } = people.of(ownerOrdinal)
  if (spouseOrdinal !== null && here.has(spouseOrdinal)) return 'SPOUSE'
  const isKinHere = [...people.linealKinOf(ownerOrdinal)].some((kin) => here.has(kin))
  return isKinHere ? 'LINEAL_KIN' : null
}
