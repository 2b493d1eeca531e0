import { addDays } from '../../../schemas/scalars/dates.ts'

/** A day on which the calendar differs from the week: a holiday, or a Saturday made up for one. */
export interface CalendarDay {
  readonly day: string
  /** 補行上班日 */ readonly isWorkday: boolean
}

/** The day itself, or the next working day after a weekend or holiday (行政程序法 §48, 民法 §122). */
export function dueOn(day: string, calendar: ReadonlyMap<string, CalendarDay>): string {
  return isWorkday(day, calendar) ? day : dueOn(addDays(day, 1), calendar)
}

/** Whether taxes can be paid at a bank on that day: the week, unless the calendar says otherwise. */
export function isWorkday(day: string, calendar: ReadonlyMap<string, CalendarDay>): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return calendar.get(day)?.isWorkday ?? (weekday !== 0 && weekday !== 6)
}
