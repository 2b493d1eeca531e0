import fc from 'fast-check'
import { addDays } from '../../../schemas/scalars/dates.ts'
import { ruleOn } from '../../../subgraphs/tax/rates/law-row.ts'
import { billStanding } from '../../../subgraphs/tax/surcharge/bill-status.ts'
import { SURCHARGE_RULES } from '../../../subgraphs/tax/surcharge/surcharge-rows.ts'
import {
  daysLate,
  surcharge,
  surchargePercent,
} from '../../../subgraphs/tax/surcharge/surcharge.ts'

const rule107 = ruleOn(SURCHARGE_RULES, '2018-04-30')
const ruleNow = ruleOn(SURCHARGE_RULES, '2024-04-30')

describe('surcharge for late payment 滯納金', () => {
  it.each([
    [1, 0, 0],
    [3, 1, 1],
    [10, 5, 3],
    [30, 15, 10],
    [31, 15, 10],
  ])('a bill %i days late carries %i %% in 107 and %i %% today', (late, in107, now) => {
    expect(surchargePercent(late, rule107)).toBe(in107)
    expect(surchargePercent(late, ruleNow)).toBe(now)
  })

  it('goes by the rule in force on the due date, not on the day it is asked', () => {
    expect(ruleOn(SURCHARGE_RULES, '2021-12-31')).toBe(rule107)
    expect(ruleOn(SURCHARGE_RULES, '2022-01-01')).toBe(ruleNow)
  })

  it('a licence tax of 7,120 due on 107-04-30 has grown by 356 on 107-05-10', () => {
    const bill = { amount: 7120, dueDate: '2018-04-30' }
    expect(daysLate(bill.dueDate, '2018-05-10')).toBe(10)
    expect(surcharge(bill, '2018-05-10', rule107)).toBe(356)
  })

  it('drops what is below one dollar', () => {
    expect(surcharge({ amount: 1999, dueDate: '2018-04-30' }, '2018-05-02', rule107)).toBe(19)
  })

  const rules = fc.constantFrom(...SURCHARGE_RULES)
  const amounts = fc.integer({ min: 0, max: 2_000_000_000 })

  it('never falls from one day to the next', () => {
    fc.assert(
      fc.property(rules, amounts, fc.integer({ min: -40, max: 400 }), (rule, amount, day) => {
        const bill = { amount, dueDate: '2018-04-30' }
        const today = addDays(bill.dueDate, day)
        expect(surcharge(bill, addDays(today, 1), rule)).toBeGreaterThanOrEqual(
          surcharge(bill, today, rule),
        )
      }),
    )
  })

  it('never exceeds the cap, and is nothing until the due date has passed', () => {
    fc.assert(
      fc.property(rules, amounts, fc.integer({ min: -40, max: 4000 }), (rule, amount, day) => {
        const bill = { amount, dueDate: '2018-04-30' }
        const added = surcharge(bill, addDays(bill.dueDate, day), rule)
        expect(added).toBeLessThanOrEqual((amount * rule.maxPercent) / 100)
        if (day <= 0) expect(added).toBe(0)
      }),
    )
  })
})

describe('standing of a bill', () => {
  const bill = { amount: 1000, dueDate: '2018-04-30', paidOn: null, isExempt: false }
  const on = (day: string, facts = {}): unknown => billStanding({ ...bill, ...facts }, day, rule107)

  it('is unpaid up to and including the due date', () => {
    expect(on('2018-04-30')).toEqual({ status: 'UNPAID', surcharge: 0, totalDue: 1000 })
  })

  it('is overdue from the day after, and enforced after 30 days', () => {
    expect(on('2018-05-01')).toMatchObject({ status: 'OVERDUE', surcharge: 0 })
    expect(on('2018-05-30')).toEqual({ status: 'OVERDUE', surcharge: 150, totalDue: 1150 })
    expect(on('2018-05-31')).toEqual({ status: 'ENFORCED', surcharge: 150, totalDue: 1150 })
  })

  it('keeps the surcharge of the day it was paid, and counts a later payment as not made', () => {
    const paid = { paidOn: '2018-05-04' }
    expect(on('2018-06-30', paid)).toEqual({ status: 'PAID', surcharge: 20, totalDue: 0 })
    expect(on('2018-05-03', paid)).toMatchObject({ status: 'OVERDUE' })
  })

  it('has nothing to collect where it is exempt', () => {
    expect(on('2019-01-01', { amount: 0, isExempt: true })).toEqual({
      status: 'EXEMPT',
      surcharge: 0,
      totalDue: 0,
    })
  })
})
