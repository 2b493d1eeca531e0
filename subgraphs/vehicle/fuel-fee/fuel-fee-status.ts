import type { FuelFeeStatus } from '../generated.ts'

/** What the register knows of an instalment; its status follows from the day. */
export interface FuelFeeFacts {
  readonly dueDate: string
  readonly paidOn: string | null
  /** Day it was handed to the enforcement agency. */
  readonly enforcedOn: string | null
}

/** The status of an instalment on a day: paying settles it, also after enforcement began. */
export function fuelFeeStatusOn(fee: FuelFeeFacts, day: string): FuelFeeStatus {
  if (fee.paidOn !== null && fee.paidOn <= day) return 'PAID'
  if (fee.enforcedOn !== null && fee.enforcedOn <= day) return 'ENFORCED'
  return fee.dueDate < day ? 'OVERDUE' : 'UNPAID'
}
