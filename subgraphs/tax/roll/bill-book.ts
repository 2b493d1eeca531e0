import { addDays, daysBetween } from '../../../schemas/scalars/dates.ts'
import { invariant } from '../../../schemas/invariant.ts'
import type { Ordinal } from '../../_kit/population/types.ts'
import type { BillDates, TaxKind } from '../calendar/pay-window.ts'
import type { TaxRelief } from '../queries.ts'
import { hashOf } from './ordinal-hash.ts'

/** A bill as the register keeps it. */
export interface RollBill extends BillDates {
  readonly billNo: string
  readonly nationalId: string
  readonly kind: TaxKind
  readonly taxYear: number
  readonly instalment: number
  readonly taxRollNo: string | null
  readonly vehicleId: string | null
  readonly amount: number
  readonly relief: TaxRelief | null
  readonly paidOn: string | null
  readonly authorityCode: string
}

/** What a tax decides of a bill; number, payer's number and payment are the book's. */
export interface BillDraft {
  readonly ownerOrdinal: Ordinal
  readonly kind: TaxKind
  readonly taxYear: number
  readonly instalment: number
  readonly taxRollNo: string | null
  readonly vehicleId: string | null
  readonly amount: number
  readonly relief: TaxRelief | null
  readonly dates: BillDates
  readonly isUnpaid: boolean
  readonly authorityCode: string
}

/** Issues bills to the people of one village, as far as their payment has opened by `today`. */
export interface BillBook {
  issue(draft: BillDraft): void
  readonly bills: readonly RollBill[]
}

const KIND_DIGIT: Record<TaxKind, number> = {
  HOUSE_TAX: 1,
  LAND_VALUE_TAX: 2,
  LICENCE_PLATE_TAX: 3,
  INCOME_TAX: 4,
}
// one paid bill in 40 was paid late, at most this many days
const LATE_SHARE = 40
const LATEST_PAYMENT = 20

/** A book over the numbers people had when a bill was issued. */
export function openBillBook(
  nationalIdOn: (ordinal: Ordinal, day: string) => string,
  today: string,
): BillBook {
  const bills: RollBill[] = []
  const counts = new Map<string, number>()
  return {
    bills,
    issue({ ownerOrdinal, dates, isUnpaid, ...facts }) {
      if (dates.payableFrom > today) return
      const series = `${KIND_DIGIT[facts.kind]}${String(facts.taxYear).padStart(3, '0')}`
      const count = counts.get(`${series}/${ownerOrdinal}`) ?? 0
      counts.set(`${series}/${ownerOrdinal}`, count + 1)
      const billNo = numberOf(series, count, ownerOrdinal)
      const isToBePaid = !isUnpaid && facts.amount > 0
      bills.push({
        billNo,
        nationalId: nationalIdOn(ownerOrdinal, dates.payableFrom),
        ...facts,
        ...dates,
        paidOn: isToBePaid ? paymentDay(billNo, dates, today) : null,
      })
    },
  }
}

/** 16 digits: tax, year, running number of the payer, payer's ordinal; our layout, widths unconfirmed. */
function numberOf(series: string, count: number, ownerOrdinal: Ordinal): string {
  invariant(count < 100, 'a payer has more than 100 bills of one tax and year')
  return `${series}${String(count).padStart(2, '0')}${String(ownerOrdinal).padStart(10, '0')}`
}

function paymentDay(billNo: string, dates: BillDates, today: string): string | null {
  const hash = hashOf(billNo)
  const days = daysBetween(dates.payableFrom, dates.dueDate) + 1
  const isLate = days > 1 && hash % LATE_SHARE === 0
  const paidOn = isLate
    ? addDays(dates.dueDate, 1 + (hash % LATEST_PAYMENT))
    : addDays(dates.payableFrom, hash % days)
  return paidOn <= today ? paidOn : null
}
