import fc from 'fast-check'
import { addMonths } from '../../../schemas/scalars/dates.ts'
import {
  nextInspectionDue,
  type InspectedVehicle,
} from '../../../subgraphs/vehicle/inspection/next-inspection-due.ts'
import { INSPECTION_RULES } from '../../../subgraphs/vehicle/migrations/0002-inspection-rules.ts'

const CAR: InspectedVehicle = {
  kind: 'CAR',
  use: 'PRIVATE',
  isElectric: false,
  status: 'IN_USE',
  manufacturedYm: '2010-03',
  firstPlateDate: '2010-04-20',
  lastInspectedOn: null,
}
const due = (facts: Partial<InspectedVehicle>): string | null =>
  nextInspectionDue({ ...CAR, ...facts }, INSPECTION_RULES)

describe('the next inspection of a private car', () => {
  it('is first due on the fifth anniversary of its plate', () => {
    expect(due({})).toBe('2015-04-20')
  })

  it('is due yearly from five to ten years', () => {
    expect(due({ lastInspectedOn: '2015-04-20' })).toBe('2016-04-20')
    expect(due({ lastInspectedOn: '2018-04-01' })).toBe('2019-04-20')
  })

  it('is due half-yearly from ten years on', () => {
    expect(due({ lastInspectedOn: '2019-04-20' })).toBe('2020-04-20')
    expect(due({ lastInspectedOn: '2020-04-20' })).toBe('2020-10-20')
    expect(due({ lastInspectedOn: '2020-10-21' })).toBe('2021-04-20')
  })

  it('counts its age from manufacture and its days from the plate', () => {
    // Made in 2010-03 and plated late: five years old before the fourth anniversary of the plate.
    expect(due({ firstPlateDate: '2011-05-02' })).toBe('2015-05-02')
  })

  it('is met by an inspection up to one month before the day, not earlier', () => {
    expect(due({ lastInspectedOn: '2016-03-20' })).toBe('2017-04-20')
    expect(due({ lastInspectedOn: '2016-03-19' })).toBe('2016-04-20')
  })

  it('stays due in the past until it is done', () => {
    expect(due({ lastInspectedOn: '2015-04-25' })).toBe('2016-04-20')
  })

  it('is done late without moving the days after it', () => {
    expect(due({ lastInspectedOn: '2016-08-01' })).toBe('2017-04-20')
  })

  it.each(['SUSPENDED', 'SCRAPPED', 'PLATE_SURRENDERED', 'PLATE_REVOKED'] as const)(
    'is not asked of a vehicle that is %s',
    (status) => expect(due({ status })).toBeNull(),
  )

  it('stands on the last day of a month that lacks the day of the plate', () => {
    expect(due({ firstPlateDate: '2012-02-29', manufacturedYm: '2012-02' })).toBe('2017-02-28')
  })
})

describe('the next inspection of other vehicles', () => {
  it('follows the car rule for a large heavy motorcycle', () => {
    expect(due({ kind: 'LARGE_HEAVY_MOTORCYCLE' })).toBe('2015-04-20')
    expect(due({ kind: 'LARGE_HEAVY_MOTORCYCLE', lastInspectedOn: '2020-04-20' })).toBe(
      '2020-10-20',
    )
  })

  it('is yearly from the first year and half-yearly from the fifth for trucks and business cars', () => {
    expect(due({ kind: 'TRUCK' })).toBe('2011-04-20')
    expect(due({ use: 'BUSINESS', lastInspectedOn: '2014-04-20' })).toBe('2015-04-20')
    expect(due({ use: 'BUSINESS', lastInspectedOn: '2015-04-20' })).toBe('2015-10-20')
  })

  it('is the yearly exhaust test from the fifth year for a motorcycle, at any age', () => {
    expect(due({ kind: 'HEAVY_MOTORCYCLE' })).toBe('2015-04-20')
    expect(due({ kind: 'HEAVY_MOTORCYCLE', lastInspectedOn: '2024-04-20' })).toBe('2025-04-20')
  })

  it('is never due for an electric motorcycle, which has no exhaust', () => {
    expect(due({ kind: 'HEAVY_MOTORCYCLE', isElectric: true })).toBeNull()
    expect(due({ isElectric: true })).toBe('2015-04-20')
  })
})

describe('the inspection schedule', () => {
  const dates = fc
    .date({ min: new Date('2004-01-01'), max: new Date('2018-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))

  it('always moves on, and never by more than a year, once a day has been met', () => {
    fc.assert(
      fc.property(dates, fc.constantFrom('CAR', 'TRUCK', 'HEAVY_MOTORCYCLE'), (plated, kind) => {
        const facts = { kind, firstPlateDate: plated, manufacturedYm: plated.slice(0, 7) } as const
        let met = due(facts)!
        for (let round = 0; round < 20; round++) {
          const next = due({ ...facts, lastInspectedOn: met })!
          expect(next > met).toBe(true)
          expect(next <= addMonths(met, 12) || next.slice(8) !== met.slice(8)).toBe(true)
          met = next
        }
      }),
    )
  })

  it('follows the rule in force on the due date, also where the rule changed', () => {
    const rule = INSPECTION_RULES.find(
      ({ kind, fromAge, use }) => kind === 'CAR' && fromAge === 5 && use === 'PRIVATE',
    )!
    const changed = [
      { ...rule, validTo: '2017-01-01' },
      { ...rule, intervalMonths: 6, validFrom: '2017-01-01' },
    ]
    const at = (lastInspectedOn: string) => nextInspectionDue({ ...CAR, lastInspectedOn }, changed)
    expect(at('2015-04-20')).toBe('2016-04-20')
    expect(at('2016-04-20')).toBe('2017-04-20')
    expect(at('2017-04-20')).toBe('2017-10-20')
  })
})
