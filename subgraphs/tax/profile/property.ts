import type { HouseRow, ParcelRow } from '../queries.ts'
import { maskedAddress, type TaxAddress } from '../residence/masked-address.ts'

/** A person's houses and land, with addresses and land numbers withheld where protected. */
export interface Property {
  readonly houses: readonly (HouseRow & { readonly address: TaxAddress })[]
  readonly parcels: readonly (Omit<ParcelRow, 'section' | 'parcelNo'> & {
    readonly section: string | null
    readonly parcelNo: string | null
    readonly assessedValue: number
  })[]
  readonly assessedTotal: number
}

/** The property list 財產歸屬清單: values as on the roll, TWD. Land numbers lead to a home as an address does. */
export function propertyOf(
  houseRows: readonly HouseRow[],
  parcelRows: readonly ParcelRow[],
  isProtected: boolean,
): Property {
  const houses = houseRows.map((row) => ({ ...row, address: maskedAddress(row, isProtected) }))
  const parcels = parcelRows.map((row) => ({
    ...row,
    ...(isProtected && { section: null, parcelNo: null }),
    assessedValue: Math.round(row.areaM2 * row.announcedValuePerM2),
  }))
  const assessedTotal = [...houses, ...parcels].reduce((sum, each) => sum + each.assessedValue, 0)
  return { houses, parcels, assessedTotal }
}
