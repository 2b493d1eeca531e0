import { addDays, addMonths } from '../../../schemas/scalars/dates.ts'
import type { VehicleUse } from '../generated.ts'

/** A row of `fuel_fee_period`: in which month one instalment of the year is payable. */
export interface FuelFeePeriod {
  readonly use: VehicleUse
  /** Quarter; null where the fee is paid once a year. */
  readonly quarter: number | null
  readonly payMonth: number
  readonly validFrom: string
  readonly validTo: string | null
}

export interface Instalment {
  readonly quarter: number | null
  /** TWD; the instalments of a year add up to the year's fee. */
  readonly amount: number
  readonly dueDate: string
}

/**
 * The instalments of one ROC year's fee: private vehicles pay once in July, business vehicles in the last month of each quarter.
 * A last day on a Saturday or Sunday moves to Monday (行政程序法第48條第4項); public holidays are not in this register.
 * That a business quarter is a fourth of the year's amount for private use is assumed: no table for business use was found.
 */
export function instalmentsOf(
  annualAmount: number,
  use: VehicleUse,
  rocYear: number,
  periods: readonly FuelFeePeriod[],
): readonly Instalment[] {
  const payable = periods
    .filter((period) => period.use === use && isInForce(period, rocYear))
    .toSorted((a, b) => a.payMonth - b.payMonth)
  const upTo = (count: number): number => Math.floor((annualAmount * count) / payable.length)
  return payable.map(({ quarter, payMonth }, index) => ({
    quarter,
    amount: upTo(index + 1) - upTo(index),
    dueDate: onWorkingDay(lastDayOf(rocYear, payMonth)),
  }))
}

function isInForce({ payMonth, validFrom, validTo }: FuelFeePeriod, rocYear: number): boolean {
  const day = lastDayOf(rocYear, payMonth)
  return validFrom <= day && (validTo === null || day < validTo)
}

function lastDayOf(rocYear: number, month: number): string {
  const first = `${rocYear + 1911}-${String(month).padStart(2, '0')}-01`
  return addDays(addMonths(first, 1), -1)
}

function onWorkingDay(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return addDays(date, { 6: 2, 0: 1 }[weekday] ?? 0)
}
