import { addDays, addMonths } from '../../../schemas/scalars/dates.ts'
import { Rng } from '../../_kit/population/rng.ts'
import type { GeneratedVehicle } from '../../_kit/population/types.ts'
import { nextInspectionDue } from './next-inspection-due.ts'
import { INSPECTION_RULES } from '../migrations/0002-inspection-rules.ts'

// Assumption: four vehicles in a hundred have missed their last inspection.
const MISSED = 0.04

/** Day a made-up vehicle last passed an inspection, as its due dates ask; null where none fell due. */
export function lastInspectedOn(
  vehicle: GeneratedVehicle,
  today: string,
  seed: number,
): string | null {
  const rng = new Rng(`${seed}/${vehicle.id}/inspection`)
  const due = recentDueDates(vehicle, today)
  const last = rng.chance(MISSED) ? due.at(-2) : due.at(-1)
  if (last === undefined) return null
  const inspected = addDays(last, rng.between(-20, 15))
  return inspected < today ? inspected : today
}

/** Due dates of about two years, so that a yearly one missed leaves one before it. */
function recentDueDates(vehicle: GeneratedVehicle, today: string): readonly string[] {
  const dates: string[] = []
  let met = addMonths(today, -25)
  for (;;) {
    const facts = { ...vehicle, isElectric: vehicle.fuel === 'ELECTRIC', lastInspectedOn: met }
    const due = nextInspectionDue(facts, INSPECTION_RULES)
    if (due === null || due > today) return dates
    dates.push(due)
    met = due
  }
}
