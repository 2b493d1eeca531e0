import { rocYear } from '../../../schemas/scalars/dates.ts'
import type { GeneratedVillage, Ordinal } from '../../_kit/population/types.ts'
import { CALENDAR } from '../calendar/holiday-rows.ts'
import { PAY_WINDOWS } from '../calendar/pay-window-rows.ts'
import { billDates, type BillDates, type PayWindow, type TaxKind } from '../calendar/pay-window.ts'
import { ruleOn } from '../rates/law-row.ts'
import type { BillBook } from './bill-book.ts'
import type { RollResidence } from './residences.ts'
import type { VillagePeople } from './village-people.ts'

/** What every tax needs to bill a village. */
export interface Billing {
  readonly village: GeneratedVillage
  readonly people: VillagePeople
  readonly residences: readonly RollResidence[]
  readonly book: BillBook
  readonly localAuthority: string
  readonly nationalAuthority: string
  /** ROC years: last year and this one. */ readonly years: readonly number[]
  readonly isUnpaid: (payer: Ordinal, kind: TaxKind, taxYear: number, objectId: string) => boolean
}

/** The offices of Qishan serve nine districts, 64000300 to 64000380. */
const QISHAN_TOWNS = /^640003[0-8]0$/

/** Starts the billing of a village on a business day. */
export function startBilling(
  village: GeneratedVillage,
  people: VillagePeople,
  residences: readonly RollResidence[],
  book: BillBook,
  today: string,
): Billing {
  const place = QISHAN_TOWNS.test(village.facts.townCode) ? 'QISHAN' : 'KAOHSIUNG'
  const unpaid = new Set(
    village.unpaidTaxes.map(({ payerOrdinal, kind, taxYear, objectId }) =>
      [payerOrdinal, kind, taxYear, objectId].join('/'),
    ),
  )
  return {
    village,
    people,
    residences,
    book,
    localAuthority: `LOCALTAX_${place}`,
    nationalAuthority: `NTB_${place}`,
    years: [rocYear(today) - 1, rocYear(today)],
    isUnpaid: (...facts) => unpaid.has(facts.join('/')),
  }
}

/** The window and dates of a tax with a single bill a year. */
export function yearlyDates(kind: TaxKind, taxYear: number): BillDates {
  const window = ruleOn(PAY_WINDOWS, firstDay(taxYear), (each) => each.kind === kind)
  return billDates(window, taxYear, CALENDAR)
}

/** The windows of a vehicle's use in a year: one for private, two for business vehicles. */
export function licenceWindows(use: 'PRIVATE' | 'BUSINESS'): readonly PayWindow[] {
  return PAY_WINDOWS.filter((each) => each.kind === 'LICENCE_PLATE_TAX' && each.use === use)
}

/** 1 January of a ROC year. */
export function firstDay(taxYear: number): string {
  return `${taxYear + 1911}-01-01`
}
