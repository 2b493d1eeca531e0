import { daysBetween } from '../../../schemas/scalars/dates.ts'
import type { LawRow } from '../rates/law-row.ts'
import { wholeTwd } from '../rates/whole-twd.ts'

/** 滯納金, 稅捐稽徵法 §20: the rule as a row of law. */
export interface SurchargeRule extends LawRow, SurchargeSteps {}

/** What of the rule a surcharge is computed by. */
export interface SurchargeSteps {
  /** Full days late that add one step. */ readonly daysPerStep: number
  readonly percentPerStep: number
  readonly maxPercent: number
  /** Later than this many days the bill goes to enforcement 移送執行. */
  readonly enforceAfterDays: number
  /** Days that must have passed beyond the full ones before a step is added. */
  readonly offsetDays: number
}

/** Days a bill is late on a day; 0 until its due date has passed. */
export function daysLate(dueDate: string, day: string): number {
  return Math.max(0, daysBetween(dueDate, day))
}

/** Percent of the tax that is added for being `late` days late. */
export function surchargePercent(late: number, rule: SurchargeSteps): number {
  const steps = Math.floor(Math.max(0, late - rule.offsetDays) / rule.daysPerStep)
  return Math.min(rule.maxPercent, steps * rule.percentPerStep)
}

/**
 * Late-payment surcharge 滯納金 in whole TWD of a bill on a day (for a bill paid late, the day it was
 * paid), by the rule in force on the due date.
 */
export function surcharge(
  bill: { readonly amount: number; readonly dueDate: string },
  day: string,
  rule: SurchargeSteps,
): number {
  return wholeTwd(bill.amount * surchargePercent(daysLate(bill.dueDate, day), rule), 100)
}
