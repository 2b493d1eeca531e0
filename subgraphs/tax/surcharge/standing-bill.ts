import type { FoundBill } from '../queries.ts'
import { billStanding, type BillStanding } from './bill-status.ts'

/** A bill of the register as it stands on a day, with its office. */
export type StandingBill = Omit<FoundBill, 'authorityCode' | 'authorityName'> &
  BillStanding & {
    readonly authority: { readonly code: string; readonly name: string }
    readonly vehicle: { readonly id: string } | null
  }

/** Adds to a found bill what follows from the day: status, surcharge and the total due. */
export function standingBill(found: FoundBill, day: string): StandingBill {
  const { authorityCode, authorityName, ...bill } = found
  const standing = billStanding({ ...bill, isExempt: bill.amount === 0 }, day, found)
  return {
    ...bill,
    ...standing,
    paidOn: standing.status === 'PAID' ? bill.paidOn : null,
    authority: { code: authorityCode, name: authorityName },
    vehicle: bill.vehicleId === null ? null : { id: bill.vehicleId },
  }
}
