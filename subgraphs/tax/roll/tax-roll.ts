import { rocYear } from '../../../schemas/scalars/dates.ts'
import type { GeneratedVillage } from '../../_kit/population/types.ts'
import type { HouseRow, ParcelRow, SelfUseResidenceRow, TaxRelief } from '../queries.ts'
import type { IncomeKind } from '../rates/income-tax.ts'
import { openBillBook, type RollBill } from './bill-book.ts'
import { startBilling, type Billing } from './billing.ts'
import { billIncomes } from './income-bills.ts'
import { billVehicles, findVehicles } from './licence-bills.ts'
import { billHouses, billLand, declaredValue } from './property-bills.ts'
import { findResidences } from './residences.ts'
import { readVillagePeople } from './village-people.ts'

/** Everything the tax offices hold on the people of one village. */
export interface TaxRoll {
  readonly taxpayers: readonly { readonly nationalId: string; readonly authorityCode: string }[]
  readonly houses: readonly HouseRow[]
  readonly parcels: readonly ParcelRow[]
  readonly residences: readonly SelfUseResidenceRow[]
  readonly vehicles: readonly RegisteredVehicle[]
  readonly incomes: readonly RollIncome[]
  readonly bills: readonly RollBill[]
}
interface RegisteredVehicle {
  readonly vehicleId: string
  readonly nationalId: string
  readonly kind: string
  readonly use: string
  readonly displacementCc: number
  readonly motorPowerKw: number | null
  readonly isElectric: boolean
  readonly taxableFrom: string
  readonly taxableTo: string | null
  readonly relief: TaxRelief | null
}
interface RollIncome {
  readonly nationalId: string
  readonly year: number
  readonly seq: number
  readonly kind: IncomeKind
  readonly amount: number
  readonly payer: string
  readonly authorityCode: string
}

// the tables of one village are derived one after the other from the same roll
let latest: { village: GeneratedVillage; today: string; roll: TaxRoll } | undefined

/** The tax roll of a village as it stood on a business day; a pure function, its last answer kept. */
export function taxRollOf(village: GeneratedVillage, today: string): TaxRoll {
  if (latest?.village === village && latest.today === today) return latest.roll
  const roll = assess(village, today)
  latest = { village, today, roll }
  return roll
}

function assess(village: GeneratedVillage, today: string): TaxRoll {
  const people = readVillagePeople(village)
  const residences = findResidences(village, people, today)
  const book = openBillBook(people.nationalIdOn, today)
  const billing = startBilling(village, people, residences, book, today)
  const rolled = findVehicles(billing, today)
  billHouses(billing)
  billLand(billing)
  billVehicles(billing, rolled)
  billIncomes(billing)
  const nationalIdOf = (ordinal: number): string => people.nationalIdOn(ordinal, today)
  const property = {
    houses: housesOf(village, nationalIdOf),
    parcels: parcelsOf(village, nationalIdOf),
    residences,
    vehicles: rolled.map((each) => ({ ...each, nationalId: nationalIdOf(each.ownerOrdinal) })),
    incomes: incomesOf(billing, nationalIdOf),
    bills: book.bills,
  }
  return { taxpayers: taxpayersOf(property, billing.localAuthority), ...property }
}

function housesOf(
  village: GeneratedVillage,
  nationalIdOf: (ordinal: number) => string,
): HouseRow[] {
  return village.houses.map((house) => ({
    taxRollNo: house.id,
    nationalId: nationalIdOf(house.ownerOrdinal),
    plateId: house.plateId,
    addressText: house.addressText,
    areaM2: house.areaM2,
    builtYear: house.builtYear < 1000 ? house.builtYear : rocYear(`${house.builtYear}-01-01`),
    use: house.use,
    assessedValue: house.assessedValue,
  }))
}

function parcelsOf(
  village: GeneratedVillage,
  nationalIdOf: (ordinal: number) => string,
): ParcelRow[] {
  return village.parcels.map((parcel) => ({
    taxRollNo: parcel.id,
    nationalId: nationalIdOf(parcel.ownerOrdinal),
    section: parcel.section,
    parcelNo: parcel.parcelNo,
    areaM2: parcel.areaM2,
    announcedValuePerM2: parcel.assessedValuePerM2,
    declaredValuePerM2: declaredValue(parcel),
    isUrban: parcel.isUrban,
    isIndigenousReserve: parcel.isIndigenousReserve,
    use: parcel.use,
    houseRollNo: parcel.houseId,
  }))
}

function incomesOf(billing: Billing, nationalIdOf: (ordinal: number) => string): RollIncome[] {
  const { village, nationalAuthority } = billing
  const counts = new Map<string, number>()
  return village.incomes.map(({ ownerOrdinal, taxYear, kind, amount, payer }) => {
    const key = `${ownerOrdinal}/${taxYear}`
    const seq = (counts.get(key) ?? 0) + 1
    counts.set(key, seq)
    const nationalId = nationalIdOf(ownerOrdinal)
    return { nationalId, year: taxYear, seq, kind, amount, payer, authorityCode: nationalAuthority }
  })
}

function taxpayersOf(
  property: Omit<TaxRoll, 'taxpayers'>,
  authorityCode: string,
): TaxRoll['taxpayers'] {
  const numbers = Object.values(property).flatMap((rows: readonly { nationalId: string }[]) =>
    rows.map(({ nationalId }) => nationalId),
  )
  return [...new Set(numbers)].map((nationalId) => ({ nationalId, authorityCode }))
}
