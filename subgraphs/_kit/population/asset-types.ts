/** What people own, earn and are granted: vehicles, licences, houses, land, income, welfare. */
import type { IsoDate, Ordinal } from './types.ts'

export type VehicleKind =
  'CAR' | 'VAN' | 'TRUCK' | 'LIGHT_MOTORCYCLE' | 'HEAVY_MOTORCYCLE' | 'LARGE_HEAVY_MOTORCYCLE'
export type VehicleUse = 'PRIVATE' | 'BUSINESS'
export type VehicleFuel = 'PETROL' | 'DIESEL' | 'HYBRID' | 'ELECTRIC'
export type VehicleStatus =
  'IN_USE' | 'SUSPENDED' | 'SCRAPPED' | 'PLATE_SURRENDERED' | 'PLATE_REVOKED'
export interface FormerPlate {
  readonly plateNo: string
  readonly validFrom: IsoDate
  readonly validTo: IsoDate
}

export interface GeneratedVehicle {
  /** Opaque, bound to the VIN and never to the plate; starts with `ve-`. */ readonly id: string
  readonly vin: string
  readonly engineNo: string
  /** With its hyphen: `ABC-1235`, `1234-AB`. */ readonly plateNo: string
  readonly formerPlates: readonly FormerPlate[]
  readonly kind: VehicleKind
  readonly use: VehicleUse
  readonly fuel: VehicleFuel
  /** 0 for electric vehicles. */ readonly displacementCc: number
  /** Electric vehicles only. */ readonly motorPowerKw: number | null
  readonly brand: string
  /** `YYYY-MM` */ readonly manufacturedYm: string
  readonly firstPlateDate: IsoDate
  readonly ownerOrdinal: Ordinal
  /** 車籍地址: mostly the owner's household address, some stale. */ readonly registeredAddress: string
  /** null where the stale address is outside the village. */ readonly plateId: string | null
  readonly status: VehicleStatus
  readonly statusDate: IsoDate
}

export type LicenceClass =
  | 'LIGHT_MOTORCYCLE'
  | 'HEAVY_MOTORCYCLE'
  | 'LARGE_HEAVY_MOTORCYCLE'
  | 'SMALL_CAR'
  | 'HEAVY_TRUCK'
  | 'BUS'
  | 'ARTICULATED'
/** Validity (75/70 rule) is the vehicle agency's to compute. */
export interface GeneratedLicence {
  readonly holderOrdinal: Ordinal
  readonly classes: readonly LicenceClass[]
  readonly isProfessional: boolean
  readonly issueDate: IsoDate
}

export type HouseUse = 'SELF_USE' | 'RENTED' | 'BUSINESS' | 'VACANT'
export interface GeneratedHouse {
  /** Opaque, starts with `ho-`. */ readonly id: string
  readonly ownerOrdinal: Ordinal
  readonly plateId: string
  readonly addressText: string
  readonly townCode: string
  readonly villageCode: string
  readonly areaM2: number
  /** 房屋現值 */ readonly assessedValue: number
  readonly use: HouseUse
  readonly builtYear: number
}

export interface GeneratedParcel {
  /** Opaque, starts with `la-`. */ readonly id: string
  readonly ownerOrdinal: Ordinal
  readonly townCode: string
  readonly villageCode: string
  /** 地段 */ readonly section: string
  /** 地號 `0123-0004`, unique in its section. */ readonly parcelNo: string
  readonly areaM2: number
  /** 公告現值 per m² */ readonly assessedValuePerM2: number
  readonly isUrban: boolean
  /** 原住民保留地 */ readonly isIndigenousReserve: boolean
  readonly use: 'BUILDING' | 'FARM' | 'FOREST'
  /** The house that stands on it. */ readonly houseId: string | null
}

export type IncomeKind = 'SALARY' | 'INTEREST' | 'RENT' | 'DIVIDEND' | 'PENSION'
/** One item of income of the whole tax year 106 (CE 2017). */
export interface GeneratedIncome {
  readonly ownerOrdinal: Ordinal
  readonly taxYear: 106
  readonly kind: IncomeKind
  readonly amount: number
  readonly payer: string
}

/** A tax that was due and not paid: the tax agency turns it into an overdue bill. */
export interface GeneratedUnpaidTax {
  readonly payerOrdinal: Ordinal
  readonly kind: 'HOUSE_TAX' | 'LAND_VALUE_TAX' | 'LICENCE_PLATE_TAX'
  /** ROC year, 106 or 107. */ readonly taxYear: number
  /** House, parcel or vehicle id. */ readonly objectId: string
}

export type WelfareStatusKind = 'LOW_INCOME' | 'MID_LOW_INCOME'
export interface GeneratedWelfareStatus {
  readonly householdOrdinal: Ordinal
  readonly applicantOrdinal: Ordinal
  readonly memberOrdinals: readonly Ordinal[]
  readonly kind: WelfareStatusKind
  /** 第一類…第四類 for LOW_INCOME, else null. */ readonly incomeClass: 1 | 2 | 3 | 4 | null
  readonly validFrom: IsoDate
  readonly validTo: IsoDate
}

export interface GeneratedWelfareApplication {
  /** Unique. */ readonly applicationNo: string
  readonly householdOrdinal: Ordinal
  readonly applicantOrdinal: Ordinal
  readonly scheme: 'LOW_INCOME' | 'MID_LOW_INCOME' | 'ELDERLY_ALLOWANCE' | 'DISABILITY_ALLOWANCE'
  readonly kind: 'FIRST' | 'ANNUAL_REVIEW'
  readonly appliedDate: IsoDate
  readonly status: 'PENDING' | 'MISSING_DOCUMENT' | 'APPROVED' | 'REJECTED'
  readonly decidedDate: IsoDate | null
}
