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
  const year = Number(isoDate.slice(0, 4))
  const month = Number(isoDate.slice(5, 7))
  const day = Number(isoDate.slice(8, 10)) + days
  // most steps stay within their month, where no calendar is needed
  if (day >= 1 && day <= 28) return civil(year, month, day)
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}

/** Whole days from one civil date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** The civil date a number of months later; the last day of the month where the day does not exist. */
export function addMonths(isoDate: string, months: number): string {
  const count = Number(isoDate.slice(0, 4)) * 12 + Number(isoDate.slice(5, 7)) - 1 + months
  const year = Math.floor(count / 12)
  const month = count - year * 12 + 1
  return civil(year, month, Math.min(Number(isoDate.slice(8, 10)), daysOf(year, month)))
}

function daysOf(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

function civil(year: number, month: number, day: number): string {
  const [mm, dd] = [month < 10 ? `0${month}` : month, day < 10 ? `0${day}` : day]
  return `${String(year).padStart(4, '0')}-${mm}-${dd}`
}

/** An instant as a clock in Taiwan shows it, RFC 3339 with +08:00 (no summer time since 1980). */
export function taiwanInstant(instant: string): string {
  const shifted = new Date(Date.parse(instant) + 8 * 3_600_000)
  return `${shifted.toISOString().slice(0, 19)}+08:00`
}

/** The calendar day of an instant in Taiwan, which has been UTC+8 without summer time since 1980. */
export function taiwanDay(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3600 * 1000).toISOString().slice(0, 10)
}
