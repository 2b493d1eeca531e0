import type { IsoDate } from './types.ts'

/** Days since 1970-01-01; earlier dates are negative. */
export type Day = number

const DAY_MS = 86_400_000
/** Texts are kept from this day on: a population shares some 60,000 dates. */
const FIRST_KEPT = Date.UTC(1880, 0, 1) / DAY_MS
const LAST_KEPT = Date.UTC(2060, 0, 1) / DAY_MS
const texts: IsoDate[] = []

/** The day number of an ISO date. */
export function dayOf(date: IsoDate): Day {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS
}

/** The ISO date of a day number. */
export function dateOf(day: Day): IsoDate {
  if (day < FIRST_KEPT || day >= LAST_KEPT) return textOf(day)
  while (texts.length <= day - FIRST_KEPT) texts.push(textOf(FIRST_KEPT + texts.length))
  return texts[day - FIRST_KEPT]!
}

/** The Gregorian year of a day. */
export function yearOf(day: Day): number {
  return Number(dateOf(day).slice(0, 4))
}

/** The same day `years` later; the last day of February where 29 February is missing. */
export function addYears(day: Day, years: number): Day {
  const text = dateOf(day)
  const year = Number(text.slice(0, 4)) + years
  const month = Number(text.slice(5, 7))
  const date = Number(text.slice(8))
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return Date.UTC(year, month - 1, month === 2 && date === 29 && !isLeap ? 28 : date) / DAY_MS
}

/** First and last birthday of people who are `age` full years old on a day. */
export function birthdaysAtAge(age: number, today: Day): { first: Day; last: Day } {
  return { first: addYears(today, -(age + 1)) + 1, last: addYears(today, -age) }
}

function textOf(day: Day): IsoDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}
