import { inForceOn, ruleOn, type LawRow } from './law-row.ts'
import { wholeTwd } from './whole-twd.ts'

/** 土地稅法 §16: the part of the excess over the base up to a multiple of the base, at its own rate. */
export interface LandValueTaxBracket extends LawRow {
  /** How many bases above the base this bracket begins. */ readonly excessFrom: number
  /** 千分率 */ readonly permille: number
}
/** 累進起點地價: Kaohsiung's mean land value, up to which the basic rate holds. */
export interface LandValueBase extends LawRow {
  readonly amount: number
}
/** 自用住宅用地, 土地稅法 §9, §17, §41. */
export interface LandSelfUseRule extends LawRow {
  readonly permille: number
  /** m², urban land */ readonly urbanLimit: number
  /** m², other land */ readonly ruralLimit: number
  /** `MM-DD`: applied until then it holds in the same year. */ readonly applyBy: string
}
export interface LandTaxLaw {
  readonly brackets: readonly LandValueTaxBracket[]
  readonly bases: readonly LandValueBase[]
  readonly selfUse: readonly LandSelfUseRule[]
}

export interface TaxedParcel {
  readonly areaM2: number
  /** 申報地價, TWD per m² */ readonly declaredValuePerM2: number
  readonly isUrban: boolean
  readonly isSelfUse: boolean
}

/**
 * Land value tax 地價稅 of one owner and year in TWD: all land in the city together at progressive
 * rates (土地稅法 §16), self-use residential land within its area limit apart at its own rate (§17).
 * `day` is the base day 8/31 of the year.
 */
export function landValueTax(
  parcels: readonly TaxedParcel[],
  law: LandTaxLaw,
  day: string,
): number {
  const rule = ruleOn(law.selfUse, day)
  const split = parcels.map((parcel) => splitParcel(parcel, rule))
  const selfUse = split.reduce((sum, part) => sum + part.selfUse, 0)
  const general = split.reduce((sum, part) => sum + part.general, 0)
  return wholeTwd(selfUse * rule.permille, 1000) + progressiveTax(general, law, day)
}

/** Tax of a general land value in TWD: each bracket takes its own slice of the value. */
export function progressiveTax(value: number, law: LandTaxLaw, day: string): number {
  const base = ruleOn(law.bases, day).amount
  const brackets = inForceOn(law.brackets, day).toSorted((a, b) => a.excessFrom - b.excessFrom)
  const permilles = brackets.reduce((sum, bracket, index) => {
    const from = index === 0 ? 0 : base * (1 + bracket.excessFrom)
    const next = brackets[index + 1]
    const to = next === undefined ? Infinity : base * (1 + next.excessFrom)
    return sum + Math.max(0, Math.min(value, to) - from) * bracket.permille
  }, 0)
  return wholeTwd(permilles, 1000)
}

/** First day on which self-use rates hold, for an application of a day (土地稅法 §41). */
export function selfUseFrom(appliedOn: string, law: LandTaxLaw): string {
  const { applyBy } = ruleOn(law.selfUse, appliedOn)
  const year = Number(appliedOn.slice(0, 4)) + (appliedOn.slice(5) <= applyBy ? 0 : 1)
  return `${year}-01-01`
}

function splitParcel(
  { areaM2, declaredValuePerM2, isUrban, isSelfUse }: TaxedParcel,
  { urbanLimit, ruralLimit }: LandSelfUseRule,
): { readonly selfUse: number; readonly general: number } {
  const selfUseArea = isSelfUse ? Math.min(areaM2, isUrban ? urbanLimit : ruralLimit) : 0
  return {
    selfUse: selfUseArea * declaredValuePerM2,
    general: (areaM2 - selfUseArea) * declaredValuePerM2,
  }
}
