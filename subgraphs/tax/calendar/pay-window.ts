import type { LawRow } from '../rates/law-row.ts'
import { dueOn, type CalendarDay } from './due-date.ts'

export type TaxKind = 'HOUSE_TAX' | 'LAND_VALUE_TAX' | 'LICENCE_PLATE_TAX' | 'INCOME_TAX'

/** When a tax is collected: days are `MM-DD`, years count from the tax year. */
export interface PayWindow extends LawRow {
  readonly kind: TaxKind
  /** Licence tax of business vehicles comes in two halves. */
  readonly use: 'ANY' | 'PRIVATE' | 'BUSINESS'
  readonly instalment: number
  readonly instalments: number
  readonly opens: string
  readonly closes: string
  readonly payYearOffset: number
  readonly periodFrom: string
  readonly periodFromYearOffset: number
  readonly periodTo: string
}

/** The dates of one bill. */
export interface BillDates {
  /** 繳納期間 起 */ readonly payableFrom: string
  /** 繳納截止日, moved to a working day */ readonly dueDate: string
  /** 課稅期間 */ readonly periodFrom: string
  readonly periodTo: string
}

/** The dates of a bill of a tax year (ROC) under a window. */
export function billDates(
  window: PayWindow,
  taxYear: number,
  calendar: ReadonlyMap<string, CalendarDay>,
): BillDates {
  const on = (offset: number, day: string): string => `${taxYear + 1911 + offset}-${day}`
  return {
    payableFrom: on(window.payYearOffset, window.opens),
    dueDate: dueOn(on(window.payYearOffset, window.closes), calendar),
    periodFrom: on(window.periodFromYearOffset, window.periodFrom),
    periodTo: on(0, window.periodTo),
  }
}
