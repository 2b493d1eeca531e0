import { ruleOn, type LawRow } from './law-row.ts'
import { wholeTwd } from './whole-twd.ts'

export type HouseUse = 'SELF_USE' | 'RENTED' | 'VACANT' | 'BUSINESS' | 'NON_BUSINESS'

export interface HouseTaxRate extends LawRow {
  readonly use: HouseUse
  /** 萬分率: 120 is 1.2 %. Where the law gives a range by number of dwellings, its lowest rate. */
  readonly perTenThousand: number
  /** The highest rate of the range; equal where there is no range. */
  readonly maxPerTenThousand: number
}
/** 房屋稅條例 §15: a dwelling up to this value is free of tax. */
export interface HouseTaxExemption extends LawRow {
  readonly valueUpTo: number
}
export interface HouseTaxLaw {
  readonly rates: readonly HouseTaxRate[]
  readonly exemptions: readonly HouseTaxExemption[]
}

export interface HouseTaxAssessment {
  readonly amount: number
  /** 住家房屋現值在一定金額以下免徵 */ readonly isExempt: boolean
}

const DWELLING: ReadonlySet<HouseUse> = new Set(['SELF_USE', 'RENTED', 'VACANT'])

/**
 * House tax 房屋稅 of a whole period (12 months) in TWD, by the rates in force on `day`, the first day
 * of the period. Source: 房屋稅條例 §5, §15 and Kaohsiung's 自治條例.
 */
export function houseTax(
  house: { readonly assessedValue: number; readonly use: HouseUse },
  law: HouseTaxLaw,
  day: string,
): HouseTaxAssessment {
  const { valueUpTo } = ruleOn(law.exemptions, day)
  if (DWELLING.has(house.use) && house.assessedValue <= valueUpTo) {
    return { amount: 0, isExempt: true }
  }
  const { perTenThousand } = ruleOn(law.rates, day, (rate) => rate.use === house.use)
  return { amount: wholeTwd(house.assessedValue * perTenThousand, 10_000), isExempt: false }
}
