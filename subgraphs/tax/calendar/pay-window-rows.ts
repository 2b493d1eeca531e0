import type { PayWindow } from './pay-window.ts'

const WHOLE_YEAR = {
  use: 'ANY',
  instalment: 1,
  instalments: 1,
  payYearOffset: 0,
  periodFrom: '01-01',
  periodFromYearOffset: 0,
  periodTo: '12-31',
  validFrom: '2001-07-01',
  validTo: null,
} as const

const LICENCE = {
  ...WHOLE_YEAR,
  kind: 'LICENCE_PLATE_TAX',
  source: '使用牌照稅法第9條、第10條',
  certainty: 'seen',
} as const

/** Pay windows of the four taxes; the migration inserts them, the sample dates its bills by them. */
export const PAY_WINDOWS: readonly PayWindow[] = [
  {
    ...WHOLE_YEAR,
    kind: 'HOUSE_TAX',
    opens: '05-01',
    closes: '05-31',
    periodFrom: '07-01',
    periodFromYearOffset: -1,
    periodTo: '06-30',
    source: '房屋稅條例施行細則;高雄市公告',
    certainty: 'seen',
  },
  {
    ...WHOLE_YEAR,
    kind: 'LAND_VALUE_TAX',
    opens: '11-01',
    closes: '11-30',
    source: '土地稅法第40條、第44條',
    certainty: 'seen',
  },
  { ...LICENCE, use: 'PRIVATE', opens: '04-01', closes: '04-30' },
  {
    ...LICENCE,
    use: 'BUSINESS',
    instalments: 2,
    opens: '04-01',
    closes: '04-30',
    periodTo: '06-30',
  },
  {
    ...LICENCE,
    use: 'BUSINESS',
    instalment: 2,
    instalments: 2,
    opens: '10-01',
    closes: '10-31',
    periodFrom: '07-01',
  },
  {
    ...WHOLE_YEAR,
    kind: 'INCOME_TAX',
    opens: '05-01',
    closes: '05-31',
    payYearOffset: 1,
    source: '所得稅法第71條',
    certainty: 'seen',
  },
]
