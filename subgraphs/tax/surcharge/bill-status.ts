import { daysLate, surcharge, type SurchargeSteps } from './surcharge.ts'

export type BillStatus = 'UNPAID' | 'PAID' | 'OVERDUE' | 'ENFORCED' | 'EXEMPT'

/** What the register holds of a bill; the rest follows from the rule and the day. */
export interface BillFacts {
  readonly amount: number
  readonly dueDate: string
  readonly paidOn: string | null
  readonly isExempt: boolean
}

/** A bill's standing on a day; `totalDue` is what the counter would take. */
export interface BillStanding {
  readonly status: BillStatus
  readonly surcharge: number
  readonly totalDue: number
}

/**
 * How a bill stands on a day: unpaid until its due date has passed, then overdue with a growing
 * surcharge, and enforced once the rule's days (稅捐稽徵法 §20: 30) are over. A payment after `day` has not
 * happened yet.
 */
export function billStanding(bill: BillFacts, day: string, rule: SurchargeSteps): BillStanding {
  if (bill.isExempt) return { status: 'EXEMPT', surcharge: 0, totalDue: 0 }
  if (bill.paidOn !== null && bill.paidOn <= day) {
    return { status: 'PAID', surcharge: surcharge(bill, bill.paidOn, rule), totalDue: 0 }
  }
  const added = surcharge(bill, day, rule)
  const status = openStatus(daysLate(bill.dueDate, day), rule)
  return { status, surcharge: added, totalDue: bill.amount + added }
}

function openStatus(late: number, rule: SurchargeSteps): BillStatus {
  if (late === 0) return 'UNPAID'
  return late > rule.enforceAfterDays ? 'ENFORCED' : 'OVERDUE'
}
