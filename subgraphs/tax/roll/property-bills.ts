import type { GeneratedParcel } from '../../_kit/population/types.ts'
import { houseTax } from '../rates/house-tax.ts'
import { HOUSE_TAX_LAW } from '../rates/house-tax-rows.ts'
import { landValueTax } from '../rates/land-value-tax.ts'
import { LAND_TAX_LAW } from '../rates/land-value-tax-rows.ts'
import { isInForce } from '../residence/current-residence.ts'
import { yearlyDates, type Billing } from './billing.ts'

/** 公告地價 is about 20 % of 公告現值, and 80 % of it counts as declared: our assumption for the sample. */
const DECLARED_PERCENT = 16

/** 申報地價 of a generated parcel, TWD per m². */
export function declaredValue({ assessedValuePerM2 }: GeneratedParcel): number {
  return Math.max(1, Math.round((assessedValuePerM2 * DECLARED_PERCENT) / 100))
}

/** Issues the house tax bills of a village, one a house and year. */
export function billHouses({ village, book, years, localAuthority, isUnpaid }: Billing): void {
  for (const house of village.houses) {
    for (const taxYear of years) {
      const dates = yearlyDates('HOUSE_TAX', taxYear)
      const { amount, isExempt } = houseTax(house, HOUSE_TAX_LAW, dates.periodFrom)
      book.issue({
        ownerOrdinal: house.ownerOrdinal,
        kind: 'HOUSE_TAX',
        taxYear,
        instalment: 1,
        taxRollNo: house.id,
        vehicleId: null,
        amount,
        relief: isExempt ? 'LOW_VALUE_HOME' : null,
        dates,
        isUnpaid: isUnpaid(house.ownerOrdinal, 'HOUSE_TAX', taxYear, house.id),
        authorityCode: localAuthority,
      })
    }
  }
}

/** Issues the land value tax bills of a village: one an owner and year over all building land 歸戶. */
export function billLand(billing: Billing): void {
  // farm land pays 田賦, which has not been collected since 76
  const building = billing.village.parcels.filter(({ use }) => use === 'BUILDING')
  const owned = Map.groupBy(building, ({ ownerOrdinal }) => ownerOrdinal)
  const years = billing.years.map((taxYear) => baseYear(billing, taxYear))
  for (const [ownerOrdinal, parcels] of owned) {
    for (const year of years) billLandOf(billing, ownerOrdinal, parcels, year)
  }
}

interface BaseYear {
  readonly taxYear: number
  readonly baseDay: string
  readonly selfUseHouses: ReadonlySet<string>
}

/** Owner and use are those of 8/31 (土地稅法施行細則 §20). */
function baseYear({ residences }: Billing, taxYear: number): BaseYear {
  const baseDay = `${taxYear + 1911}-08-31`
  const inForce = residences.filter((each) => isInForce(each, baseDay))
  return { taxYear, baseDay, selfUseHouses: new Set(inForce.map((each) => each.houseRollNo)) }
}

function billLandOf(
  { book, localAuthority, isUnpaid }: Billing,
  ownerOrdinal: number,
  parcels: readonly GeneratedParcel[],
  { taxYear, baseDay, selfUseHouses }: BaseYear,
): void {
  const taxed = parcels.map((parcel) => ({
    ...parcel,
    declaredValuePerM2: declaredValue(parcel),
    isSelfUse: parcel.houseId !== null && selfUseHouses.has(parcel.houseId),
  }))
  const amount = landValueTax(taxed, LAND_TAX_LAW, baseDay)
  if (amount === 0) return
  book.issue({
    ownerOrdinal,
    kind: 'LAND_VALUE_TAX',
    taxYear,
    instalment: 1,
    taxRollNo: parcels[0]?.id ?? null,
    vehicleId: null,
    amount,
    relief: null,
    dates: yearlyDates('LAND_VALUE_TAX', taxYear),
    isUnpaid: parcels.some(({ id }) => isUnpaid(ownerOrdinal, 'LAND_VALUE_TAX', taxYear, id)),
    authorityCode: localAuthority,
  })
}
