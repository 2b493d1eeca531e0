const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether the text is a civil date `YYYY-MM-DD` that exists in the calendar. */
export function isIsoDate(text: string): boolean {
  const match = ISO_DATE.exec(text)
  if (!match) return false
  const [, year, month, day] = match.map(Number)
  const date = new Date(Date.UTC(year!, month! - 1, day))
  return date.getUTCMonth() === month! - 1 && date.getUTCDate() === day!
}

/** ROC text 民國 of a civil date, without zero padding: `2018-05-10` → `107年5月10日`. */
export function rocText(isoDate: string): string {
  const [year, month, day] = isoDate.split('-').map(Number)
  const count = year! - 1911
  const era = count > 0 ? `${count}` : `民國前${1 - count}`
  return `${era}年${month}月${day}日`
}

/** ROC year 民國年 of a civil date: `2018-05-10` → 107. */
export function rocYear(isoDate: string): number {
  return Number(isoDate.slice(0, 4)) - 1911
}

/** Full years of age on a day; reached on the birthday, and on 1 March by those born on 29 February. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) >= birthDate.slice(5) ? years : years - 1
}

/** The civil date a number of days later (or earlier). */
export function addDays(isoDate: string, days: number): string {
  const date = new Date(`${isoDate}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** Whole days from one civil date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** The civil date a number of months later; the last day of the month where the day does not exist. */
export function addMonths(isoDate: string, months: number): string {
  const [year, month, day] = isoDate.split('-').map(Number)
  const first = new Date(Date.UTC(year!, month! - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(day!, last))
  return first.toISOString().slice(0, 10)
}

/** An instant as a clock in Taiwan shows it, RFC 3339 with +08:00 (no summer time since 1980). */
export function taiwanInstant(instant: string): string {
  const shifted = new Date(Date.parse(instant) + 8 * 3_600_000)
  return `${shifted.toISOString().slice(0, 19)}+08:00`
}
