import fc from 'fast-check'
import { addDays } from '../../../schemas/scalars/dates.ts'
import { dueOn, isWorkday } from '../../../subgraphs/tax/calendar/due-date.ts'
import { CALENDAR } from '../../../subgraphs/tax/calendar/holiday-rows.ts'
import { PAY_WINDOWS } from '../../../subgraphs/tax/calendar/pay-window-rows.ts'
import { billDates } from '../../../subgraphs/tax/calendar/pay-window.ts'

const windowOf = (kind: string, use = 'ANY', instalment = 1) =>
  PAY_WINDOWS.find(
    (each) => each.kind === kind && each.use === use && each.instalment === instalment,
  )!

describe('due date', () => {
  it('licence tax of 106 was due on 106-05-02: 4/30 a Sunday, 5/1 Labour Day', () => {
    const { dueDate } = billDates(windowOf('LICENCE_PLATE_TAX', 'PRIVATE'), 106, CALENDAR)
    expect(dueDate).toBe('2017-05-02')
  })

  it('licence tax of 107 is due on Monday 107-04-30', () => {
    expect(billDates(windowOf('LICENCE_PLATE_TAX', 'PRIVATE'), 107, CALENDAR)).toEqual({
      payableFrom: '2018-04-01',
      dueDate: '2018-04-30',
      periodFrom: '2018-01-01',
      periodTo: '2018-12-31',
    })
  })

  it('house tax of 107 is for July 106 to June 107 and payable in May', () => {
    expect(billDates(windowOf('HOUSE_TAX'), 107, CALENDAR)).toEqual({
      payableFrom: '2018-05-01',
      dueDate: '2018-05-31',
      periodFrom: '2017-07-01',
      periodTo: '2018-06-30',
    })
  })

  it('income tax of 106 is payable in May 107', () => {
    expect(billDates(windowOf('INCOME_TAX'), 106, CALENDAR)).toEqual({
      payableFrom: '2018-05-01',
      dueDate: '2018-05-31',
      periodFrom: '2017-01-01',
      periodTo: '2017-12-31',
    })
  })

  it('business vehicles pay the second half of the year in October', () => {
    const second = billDates(windowOf('LICENCE_PLATE_TAX', 'BUSINESS', 2), 107, CALENDAR)
    expect(second).toMatchObject({ dueDate: '2018-10-31', periodFrom: '2018-07-01' })
  })

  it('moves past a long holiday, and keeps a Saturday that is made up as a working day', () => {
    expect(dueOn('2018-02-15', CALENDAR)).toBe('2018-02-21')
    expect(dueOn('2018-03-31', CALENDAR)).toBe('2018-03-31')
    expect(dueOn('2018-04-07', CALENDAR)).toBe('2018-04-09')
  })

  it('is always a working day, never earlier, and no working day lies between', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1094 }), (offset) => {
        const day = addDays('2017-01-01', offset)
        const due = dueOn(day, CALENDAR)
        expect(isWorkday(due, CALENDAR)).toBe(true)
        for (let each = day; each < due; each = addDays(each, 1)) {
          expect(isWorkday(each, CALENDAR)).toBe(false)
        }
        expect(due >= day).toBe(true)
      }),
    )
  })
})
