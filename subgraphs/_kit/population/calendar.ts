import type { IsoDate } from './types.ts'

/** Days since 1970-01-01; earlier dates are negative. */
export type Day = number

const DAY_MS = 86_400_000
const texts = new Map<Day, IsoDate>()

/** The day number of an ISO date. */
export function dayOf(date: IsoDate): Day {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS
}

/** The ISO date of a day number. Texts are kept: a population shares some 40,000 dates. */
export function dateOf(day: Day): IsoDate {
  let text = texts.get(day)
  if (text === undefined) {
    text = new Date(day * DAY_MS).toISOString().slice(0, 10)
    texts.set(day, text)
  }
  return text
}

/** The Gregorian year of a day. */
export function yearOf(day: Day): number {
  return Number(dateOf(day).slice(0, 4))
}

/** The same day `years` later; the last day of February where 29 February is missing. */
export function addYears(day: Day, years: number): Day {
  const [year, month, date] = dateOf(day).split('-').map(Number) as [number, number, number]
  const monthEnd = new Date(Date.UTC(year + years, month, 0)).getUTCDate()
  return Date.UTC(year + years, month - 1, Math.min(date, monthEnd)) / DAY_MS
}

/** First and last birthday of people who are `age` full years old on a day. */
export function birthdaysAtAge(age: number, today: Day): { first: Day; last: Day } {
  return { first: addYears(today, -(age + 1)) + 1, last: addYears(today, -age) }
}
