import type { CalendarDay } from './due-date.ts'
import type { Certainty } from '../rates/law-row.ts'

export interface HolidayRow extends CalendarDay {
  readonly name: string
  readonly source: string
  readonly certainty: Certainty
}

const DGPA = '行政院人事行政總處政府行政機關辦公日曆表'
// 5/1 is no holiday of offices, but banks close, so a tax due then moves on.
const BANKS = '勞動節金融業放假'

type Line = readonly [name: string, isWorkday: boolean, ...days: string[]]

const LINES: readonly Line[] = [
  ['開國紀念日', false, '2017-01-01', '2017-01-02', '2018-01-01', '2019-01-01', '2018-12-31'],
  ['農曆除夕及春節', false, '2017-01-27', '2017-01-30', '2017-01-31', '2017-02-01'],
  ['農曆除夕及春節', false, '2018-02-15', '2018-02-16', '2018-02-19', '2018-02-20'],
  ['農曆除夕及春節', false, '2019-02-04', '2019-02-05', '2019-02-06', '2019-02-07', '2019-02-08'],
  ['和平紀念日', false, '2017-02-27', '2017-02-28', '2018-02-28', '2019-02-28', '2019-03-01'],
  ['兒童節及民族掃墓節', false, '2017-04-03', '2017-04-04', '2018-04-04', '2018-04-05'],
  ['兒童節及民族掃墓節', false, '2018-04-06', '2019-04-04', '2019-04-05'],
  ['勞動節', false, '2017-05-01', '2018-05-01', '2019-05-01'],
  ['端午節', false, '2017-05-29', '2017-05-30', '2018-06-18', '2019-06-07'],
  ['中秋節', false, '2017-10-04', '2018-09-24', '2019-09-13'],
  ['國慶日', false, '2017-10-09', '2017-10-10', '2018-10-10', '2019-10-10', '2019-10-11'],
  ['補行上班日', true, '2017-02-18', '2017-06-03', '2017-09-30', '2018-03-31', '2018-12-22'],
  ['補行上班日', true, '2019-01-19', '2019-02-23', '2019-10-05'],
]

/** Days of 106 to 108 that differ from the week; other years have weekends only. */
export const HOLIDAYS: readonly HolidayRow[] = LINES.flatMap(([name, isWorkday, ...days]) =>
  days.map((day) => ({
    day,
    isWorkday,
    name,
    source: name === '勞動節' ? BANKS : DGPA,
    certainty: 'known' as const,
  })),
)

/** The same days by date. */
export const CALENDAR: ReadonlyMap<string, CalendarDay> = new Map(
  HOLIDAYS.map((row) => [row.day, row]),
)
