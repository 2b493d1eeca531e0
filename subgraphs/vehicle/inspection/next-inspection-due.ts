import { addMonths } from '../../../schemas/scalars/dates.ts'
import type { VehicleKind, VehicleStatus, VehicleUse } from '../generated.ts'

/** A row of `inspection_rule`: how often vehicles of one kind and age are inspected. */
export interface InspectionRule {
  readonly kind: VehicleKind
  readonly use: VehicleUse
  /** Full years since manufacture, from (inclusive) and to (exclusive). */
  readonly fromAge: number
  readonly toAge: number | null
  /** null: no inspection at this age. */
  readonly intervalMonths: number | null
  /** How long before and after the due date it may be done. */
  readonly windowMonths: number
  readonly coversElectric: boolean
  readonly validFrom: string
  readonly validTo: string | null
}

/** What the schedule of a vehicle depends on. */
export interface InspectedVehicle {
  readonly kind: VehicleKind
  readonly use: VehicleUse
  readonly isElectric: boolean
  readonly status: VehicleStatus
  /** `YYYY-MM` */
  readonly manufacturedYm: string
  readonly firstPlateDate: string
  readonly lastInspectedOn: string | null
}

// Every interval of the law divides a year into whole halves.
const STEP_MONTHS = 6
const LONGEST_LIFE_MONTHS = 150 * 12

/**
 * The earliest due date that no passed inspection has met; it may lie in the past. `null` where none
 * is due: not in use, or no rule asks for one. Due dates stand on the day and month of the first
 * plate, the age is counted from manufacture, and each date follows the rule in force on it.
 * Source: 道路交通安全規則第44條; for ordinary motorcycles 空氣污染防制法, yearly exhaust test from year 5.
 */
export function nextInspectionDue(
  vehicle: InspectedVehicle,
  rules: readonly InspectionRule[],
): string | null {
  if (vehicle.status !== 'IN_USE') return null
  const own = rules.filter((rule) => isFor(rule, vehicle))
  if (own.length === 0) return null
  for (let months = firstStep(vehicle); months <= LONGEST_LIFE_MONTHS; months += STEP_MONTHS) {
    const date = addMonths(vehicle.firstPlateDate, months)
    const rule = ruleOn(date, monthsBetween(vehicle.manufacturedYm, date), own)
    const isDue = rule?.intervalMonths != null && months % rule.intervalMonths === 0
    if (isDue && !isMet(date, vehicle.lastInspectedOn, rule)) return date
  }
  return null
}

function isFor(rule: InspectionRule, { kind, use, isElectric }: InspectedVehicle): boolean {
  return rule.kind === kind && rule.use === use && (rule.coversElectric || !isElectric)
}

function ruleOn(
  date: string,
  ageMonths: number,
  rules: readonly InspectionRule[],
): InspectionRule | undefined {
  return rules.find(
    ({ fromAge, toAge, validFrom, validTo }) =>
      ageMonths >= fromAge * 12 &&
      (toAge === null || ageMonths < toAge * 12) &&
      validFrom <= date &&
      (validTo === null || date < validTo),
  )
}

// An inspection meets every due date up to one window after it.
function isMet(date: string, lastInspectedOn: string | null, rule: InspectionRule): boolean {
  return lastInspectedOn !== null && date <= addMonths(lastInspectedOn, rule.windowMonths)
}

/** Steps before the last inspection are met by it, so the walk begins near it. */
function firstStep({ firstPlateDate, lastInspectedOn }: InspectedVehicle): number {
  if (lastInspectedOn === null) return STEP_MONTHS
  const steps = Math.floor(monthsBetween(firstPlateDate, lastInspectedOn) / STEP_MONTHS)
  return Math.max(1, steps) * STEP_MONTHS
}

/** Counted by calendar month: of manufacture the register knows the month, not the day. */
function monthsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return years * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
}
