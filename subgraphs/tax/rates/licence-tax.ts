import { daysBetween } from '../../../schemas/scalars/dates.ts'
import { inForceOn, ruleOn, type LawRow } from './law-row.ts'
import { wholeTwd } from './whole-twd.ts'

export type LicenceTaxClass = 'PRIVATE_CAR' | 'BUSINESS_CAR' | 'GOODS' | 'MOTORCYCLE' | 'PRIVATE_EV'
export interface LicenceTaxRate extends LawRow {
  readonly taxClass: LicenceTaxClass
  /** cc, or horsepower for electric vehicles; the row holds above this … */ readonly above: number
  /** … up to and including this; null for no upper end. */ readonly upTo: number | null
  /** TWD a year */ readonly amount: number
}
export type LicenceTaxReliefKind = 'DISABILITY' | 'ELECTRIC'
/** 使用牌照稅法 §5, §7: tax not collected. */
export interface LicenceTaxRelief extends LawRow {
  readonly kind: LicenceTaxReliefKind
  /** TWD a year that is waived at most; null waives all. */ readonly cap: number | null
}
export interface LicenceTaxLaw {
  readonly rates: readonly LicenceTaxRate[]
  readonly reliefs: readonly LicenceTaxRelief[]
}

/** What of the vehicle register 車籍資料 the tax needs. */
export interface TaxedVehicle {
  readonly kind:
    'CAR' | 'VAN' | 'TRUCK' | 'LIGHT_MOTORCYCLE' | 'HEAVY_MOTORCYCLE' | 'LARGE_HEAVY_MOTORCYCLE'
  readonly use: 'PRIVATE' | 'BUSINESS'
  readonly isElectric: boolean
  readonly displacementCc: number
  /** Electric vehicles only. */ readonly motorPowerKw: number | null
}
export interface LicenceTaxAssessment {
  readonly amount: number
  readonly relief: LicenceTaxReliefKind | null
}

const HORSEPOWER_PER_KW = 1.341

/**
 * Licence-plate tax 使用牌照稅 of a whole year in TWD by the law in force on `day`. A disabled person's
 * one vehicle is free up to the amount of 2,400 cc (使用牌照稅法 §7); electric ones while §5 waives them.
 */
export function licenceTax(
  vehicle: TaxedVehicle,
  isForDisabled: boolean,
  law: LicenceTaxLaw,
  day: string,
): LicenceTaxAssessment {
  const reliefs = inForceOn(law.reliefs, day)
  const electric = reliefs.find(({ kind }) => kind === 'ELECTRIC')
  if (vehicle.isElectric && electric) return { amount: 0, relief: 'ELECTRIC' }
  const full = annualRate(vehicle, law, day)
  const disability = reliefs.find(({ kind }) => kind === 'DISABILITY')
  if (!isForDisabled || !disability || full === 0) return { amount: full, relief: null }
  const amount = disability.cap === null ? 0 : Math.max(0, full - disability.cap)
  return { amount, relief: 'DISABILITY' }
}

/** The part of a yearly tax for some days of its year, both ends included (按日計算). */
export function proratedByDays(annual: number, from: string, to: string): number {
  const year = from.slice(0, 4)
  const daysOfYear = daysBetween(`${year}-01-01`, `${year}-12-31`) + 1
  return wholeTwd(annual * Math.max(0, daysBetween(from, to) + 1), daysOfYear)
}

function annualRate(vehicle: TaxedVehicle, law: LicenceTaxLaw, day: string): number {
  const taxClass = classOf(vehicle)
  const size = vehicle.isElectric
    ? (vehicle.motorPowerKw ?? 0) * HORSEPOWER_PER_KW
    : vehicle.displacementCc
  return ruleOn(
    law.rates,
    day,
    (rate) =>
      rate.taxClass === taxClass && rate.above < size && (rate.upTo === null || size <= rate.upTo),
  ).amount
}

// 自用小客貨 is taxed as a passenger car
function classOf({ kind, use, isElectric }: TaxedVehicle): LicenceTaxClass {
  if (kind.endsWith('MOTORCYCLE')) return 'MOTORCYCLE'
  if (kind === 'TRUCK') return 'GOODS'
  if (use === 'BUSINESS') return 'BUSINESS_CAR'
  return isElectric ? 'PRIVATE_EV' : 'PRIVATE_CAR'
}
