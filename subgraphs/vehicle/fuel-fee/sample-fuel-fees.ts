import { addDays, rocYear } from '../../../schemas/scalars/dates.ts'
import { Rng } from '../../_kit/population/rng.ts'
import type { GeneratedVehicle } from '../../_kit/population/types.ts'
import { annualFuelFee } from './annual-fuel-fee.ts'
import { instalmentsOf, type Instalment } from './instalments.ts'
import { FUEL_FEE_PERIODS, FUEL_FEE_RATES } from '../migrations/0003-fuel-fee-rates.ts'

export interface IssuedFuelFee extends Instalment {
  readonly year: number
  readonly paidOn: string | null
  readonly enforcedOn: string | null
}

// Assumptions: of a hundred instalments six are paid late and four not at all, one of these four enforced.
const PAID_LATE = 0.06
const UNPAID = 0.04
const ENFORCED = 0.25
const DAYS_TO_ENFORCEMENT = 200

/**
 * Fees of a made-up vehicle for this and the last ROC year, as far as their bills were out by `today`.
 * The part of a year in which a vehicle got its first plate is paid with the plate and has no bill here.
 */
export function issuedFuelFees(
  vehicle: GeneratedVehicle,
  today: string,
  seed: number,
  hasArrears: boolean,
): readonly IssuedFuelFee[] {
  const rng = new Rng(`${seed}/${vehicle.id}/fuel-fee`)
  const years = [rocYear(today) - 1, rocYear(today)]
  return years
    .filter((year) => isOnTheRoad(vehicle, year))
    .flatMap((year) => feesOfYear(vehicle, year))
    .filter(({ dueDate }) => firstOfMonth(dueDate) <= today)
    .map((fee) => ({ ...fee, ...(hasArrears ? NOT_PAID : payment(fee, today, rng)) }))
}

const NOT_PAID = { paidOn: null, enforcedOn: null }

function isOnTheRoad(
  { firstPlateDate, status, statusDate }: GeneratedVehicle,
  year: number,
): boolean {
  const hasEnded = status !== 'IN_USE' && rocYear(statusDate) <= year
  return rocYear(firstPlateDate) < year && !hasEnded
}

function feesOfYear(vehicle: GeneratedVehicle, year: number) {
  const annual = annualFuelFee(vehicle, FUEL_FEE_RATES, `${year + 1911}-07-01`)
  if (!annual) return []
  const instalments = instalmentsOf(annual, vehicle.use, year, FUEL_FEE_PERIODS)
  return instalments.map((instalment) => ({ ...instalment, year }))
}

function payment(
  { dueDate }: Instalment,
  today: string,
  rng: Rng,
): typeof NOT_PAID | { paidOn: string | null; enforcedOn: string | null } {
  const isLate = rng.chance(PAID_LATE)
  const isUnpaid = rng.chance(UNPAID)
  const isEnforced = rng.chance(ENFORCED)
  const paidOn = addDays(dueDate, isLate ? rng.between(3, 150) : -rng.between(0, 25))
  const enforcedOn = addDays(dueDate, DAYS_TO_ENFORCEMENT)
  if (!isUnpaid && paidOn <= today) return { paidOn, enforcedOn: null }
  return { paidOn: null, enforcedOn: isEnforced && enforcedOn <= today ? enforcedOn : null }
}

// A due date moved off a weekend may stand in the next month by a day or two.
function firstOfMonth(dueDate: string): string {
  return `${addDays(dueDate, -3).slice(0, 7)}-01`
}
