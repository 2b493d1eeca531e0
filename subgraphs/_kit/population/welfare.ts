import { dateOf, dayOf } from './calendar.ts'
import { demoPeople } from './demo.ts'
import type { DraftHousehold, DraftPerson, VillageDraft } from './draft.ts'
import type { Property } from './property.ts'
import type { Rng } from './rng.ts'
import type {
  GeneratedIncome,
  GeneratedWelfareApplication,
  GeneratedWelfareStatus,
  WelfareStatusKind,
} from './types.ts'

/**
 * 最低生活費 of Kaohsiung in 107, used here only to choose whom the made-up world found poor; the law
 * itself is the welfare agency's (domain.md §7.4).
 */
const LINE = 12_941
/** Real estate a household on the roll has at most, 107 (unsure); reserve land is left out. */
const REAL_ESTATE = 3_550_000
/** Per 1,000 households, granted at most: our assumption. */
const LOW_PER_1000 = 22
const MID_LOW_PER_1000 = 16
/** Of 1,000 households that are not on the roll: an application open or refused. Assumption. */
const OTHER_APPLICATIONS = 12

export interface Welfare {
  readonly statuses: GeneratedWelfareStatus[]
  readonly applications: GeneratedWelfareApplication[]
}

/** Grants of 107 among the households whose income by head is low, and the applications of 107. */
export function generateWelfare(
  village: VillageDraft,
  incomes: readonly GeneratedIncome[],
  property: Property,
): Welfare {
  const rng = village.rng('welfare')
  const monthly = monthlyIncomes(incomes)
  const estate = realEstate(property)
  const welfare: Welfare = { statuses: [], applications: [] }
  const room = {
    LOW_INCOME: Math.round((village.facts.households * LOW_PER_1000) / 1000),
    MID_LOW_INCOME: Math.round((village.facts.households * MID_LOW_PER_1000) / 1000),
  }
  for (const household of village.households) {
    if (household.status === 'CLOSED' || household.type === 'COMMON_BUSINESS') continue
    const isDemo = household.head.ordinal === demoPeople.citizen
    const perHead = Math.floor(totalOf(household, monthly) / livingOf(household).length)
    const kind: WelfareStatusKind = perHead <= LINE ? 'LOW_INCOME' : 'MID_LOW_INCOME'
    const isPoor = 2 * perHead <= 3 * LINE && totalOf(household, estate) <= REAL_ESTATE
    if (isDemo || (isPoor && !household.head.fixed && room[kind] > 0 && rng.chance(0.12))) {
      room[kind] -= 1
      grant(village, household, kind, perHead, welfare, rng)
    } else if (rng.below(1000) < OTHER_APPLICATIONS) {
      applyInVain(village, household, welfare, rng)
    }
  }
  return welfare
}

function monthlyIncomes(incomes: readonly GeneratedIncome[]): Map<number, number> {
  const monthly = new Map<number, number>()
  for (const { ownerOrdinal, amount } of incomes) {
    monthly.set(ownerOrdinal, (monthly.get(ownerOrdinal) ?? 0) + Math.round(amount / 12))
  }
  return monthly
}

function realEstate({ houses, parcels }: Property): Map<number, number> {
  const estate = new Map<number, number>()
  const add = (owner: number, value: number): void => {
    estate.set(owner, (estate.get(owner) ?? 0) + value)
  }
  for (const house of houses) add(house.ownerOrdinal, house.assessedValue)
  for (const parcel of parcels) {
    if (!parcel.isIndigenousReserve)
      add(parcel.ownerOrdinal, parcel.areaM2 * parcel.assessedValuePerM2)
  }
  return estate
}

function totalOf(household: DraftHousehold, amounts: ReadonlyMap<number, number>): number {
  return livingOf(household).reduce((sum, { ordinal }) => sum + (amounts.get(ordinal) ?? 0), 0)
}

function livingOf(household: DraftHousehold): DraftPerson[] {
  return household.members.filter(({ presence }) => presence === 'REGISTERED')
}

function grant(
  village: VillageDraft,
  household: DraftHousehold,
  kind: WelfareStatusKind,
  perHead: number,
  welfare: Welfare,
  rng: Rng,
): void {
  const incomeClass = perHead === 0 ? 1 : 3 * perHead <= 2 * LINE ? 3 : 4
  welfare.statuses.push({
    householdOrdinal: household.ordinal,
    applicantOrdinal: household.head.ordinal,
    memberOrdinals: livingOf(household).map(({ ordinal }) => ordinal),
    kind,
    incomeClass: kind === 'LOW_INCOME' ? incomeClass : null,
    // Granted by calendar year after the review 總清查 of the year before.
    validFrom: '2018-01-01',
    validTo: '2018-12-31',
  })
  const applied = dayOf('2017-10-02') + rng.below(55)
  welfare.applications.push({
    applicationNo: applicationNo(village),
    householdOrdinal: household.ordinal,
    applicantOrdinal: household.head.ordinal,
    scheme: kind,
    kind: rng.chance(0.75) ? 'ANNUAL_REVIEW' : 'FIRST',
    appliedDate: dateOf(applied),
    status: 'APPROVED',
    decidedDate: dateOf(applied + rng.between(12, 30)),
  })
}

function applyInVain(
  village: VillageDraft,
  household: DraftHousehold,
  welfare: Welfare,
  rng: Rng,
): void {
  const applied = village.today - rng.between(3, 120)
  const isDecided = village.today - applied > 40
  const scheme =
    household.head.age >= 65
      ? 'ELDERLY_ALLOWANCE'
      : rng.chance(0.6)
        ? 'LOW_INCOME'
        : 'MID_LOW_INCOME'
  welfare.applications.push({
    applicationNo: applicationNo(village),
    householdOrdinal: household.ordinal,
    applicantOrdinal: household.head.ordinal,
    scheme,
    kind: 'FIRST',
    appliedDate: dateOf(applied),
    status: isDecided ? 'REJECTED' : rng.chance(0.3) ? 'MISSING_DOCUMENT' : 'PENDING',
    decidedDate: isDecided ? dateOf(Math.min(applied + rng.between(12, 40), village.today)) : null,
  })
}

/** `SA107-0001234`: synthetic, unique in the run. */
function applicationNo(village: VillageDraft): string {
  return `SA107-${String(village.identifiers.ordinal('application')).padStart(9, '0')}`
}
