import type { FoundLicenceTax, TaxRelief } from '../queries.ts'
import { billStanding, type BillStatus } from './bill-status.ts'
import type { SurchargeSteps } from './surcharge.ts'

/** Licence-plate tax of one vehicle and year over all its instalments. */
export interface LicenceTaxOfYear {
  readonly taxYear: number
  readonly amount: number
  readonly surcharge: number
  readonly status: BillStatus
  readonly dueDate: string | null
  readonly relief: TaxRelief | null
}

const WORST_FIRST: readonly BillStatus[] = ['ENFORCED', 'OVERDUE', 'UNPAID', 'PAID', 'EXEMPT']

/**
 * Sums a vehicle's bills of a year; status and due date are those of the bill that stands worst. A
 * vehicle freed from the tax has no bills and is EXEMPT; one not billed yet, or unknown, gives null.
 */
export function licenceTaxOfYear(
  found: readonly FoundLicenceTax[],
  taxYear: number,
  day: string,
): LicenceTaxOfYear | null {
  const vehicleRelief = found[0]?.vehicleRelief ?? null
  const bills = found.flatMap((row) => standingOf(row, day))
  const worst = bills.toSorted((a, b) => rank(a.status) - rank(b.status))[0]
  if (worst === undefined) {
    if (vehicleRelief === null) return null
    const nothing = { amount: 0, surcharge: 0, dueDate: null }
    return { taxYear, ...nothing, status: 'EXEMPT', relief: vehicleRelief }
  }
  const sum = (key: 'amount' | 'surcharge'): number =>
    bills.reduce((total, bill) => total + bill[key], 0)
  return {
    taxYear,
    amount: sum('amount'),
    surcharge: sum('surcharge'),
    status: worst.status,
    dueDate: worst.dueDate,
    relief: worst.relief,
  }
}

function standingOf(row: FoundLicenceTax, day: string): Omit<LicenceTaxOfYear, 'taxYear'>[] {
  const { amount, dueDate, paidOn, relief } = row
  if (amount === null || dueDate === null) return []
  // a row with a bill carries the rule of its due date
  const rule = row as unknown as SurchargeSteps
  const standing = billStanding({ amount, dueDate, paidOn, isExempt: amount === 0 }, day, rule)
  return [{ amount, dueDate, relief, ...standing }]
}

function rank(status: BillStatus): number {
  return WORST_FIRST.indexOf(status)
}
