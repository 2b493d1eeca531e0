import { hubError } from '../../../schemas/errors.ts'
import { addDays } from '../../../schemas/scalars/dates.ts'
import type { RegisteredEvent } from './register-facts.ts'

/** The last day to apply for a registration in time (戶籍法第48條); null where no period is known. */
export function dueDateOf({
  eventDate,
  deadlineDays,
}: Pick<RegisteredEvent, 'eventDate' | 'deadlineDays'>): string | null {
  return deadlineDays === null ? null : addDays(eventDate, deadlineDays)
}

/** Whether a registration was applied for after its last day; null where no period is known. */
export function isLate(
  event: Pick<RegisteredEvent, 'eventDate' | 'appliedDate' | 'deadlineDays'>,
): boolean | null {
  const dueDate = dueDateOf(event)
  return dueDate === null ? null : event.appliedDate > dueDate
}

const MOST = 100

/** The first few of a list. @throws HubError BAD_USER_INPUT beyond 1 to 100 */
export function firstOf<Row>(rows: readonly Row[], first: number): readonly Row[] {
  if (first < 1 || first > MOST) {
    throw hubError('BAD_USER_INPUT', { reason: `first is a number from 1 to ${MOST}.` })
  }
  return rows.slice(0, first)
}
