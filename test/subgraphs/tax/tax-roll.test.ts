import { generatePopulation } from '../../../subgraphs/_kit/population/generate-population.ts'
import { CALENDAR } from '../../../subgraphs/tax/calendar/holiday-rows.ts'
import { isWorkday } from '../../../subgraphs/tax/calendar/due-date.ts'
import { ruleOn } from '../../../subgraphs/tax/rates/law-row.ts'
import { taxRollOf } from '../../../subgraphs/tax/roll/tax-roll.ts'
import { billStanding } from '../../../subgraphs/tax/surcharge/bill-status.ts'
import { SURCHARGE_RULES } from '../../../subgraphs/tax/surcharge/surcharge-rows.ts'

const TODAY = '2018-05-10'
const rolls = [...generatePopulation({ scale: 'jiaxian', seed: 1, today: TODAY })].map(
  (village) => ({ village, roll: taxRollOf(village, TODAY) }),
)
const bills = rolls.flatMap(({ roll }) => roll.bills)
const standingOf = (bill: (typeof bills)[number]) =>
  billStanding(
    { ...bill, isExempt: bill.amount === 0 },
    TODAY,
    ruleOn(SURCHARGE_RULES, bill.dueDate),
  )

describe('the tax roll of Jiaxian 甲仙', () => {
  it('has the demo citizen overdue with the licence tax of 107, by ten days', () => {
    const overdue = bills
      .filter(({ nationalId }) => nationalId === 'S223456786')
      .map((bill) => ({ ...bill, ...standingOf(bill) }))
      .filter(({ status }) => status === 'OVERDUE')
    expect(overdue).toEqual([
      expect.objectContaining({
        kind: 'LICENCE_PLATE_TAX',
        taxYear: 107,
        dueDate: '2018-04-30',
        surcharge: Math.floor(overdue[0]!.amount * 0.05),
      }),
    ])
  })

  it('numbers every bill once, with 16 digits', () => {
    const numbers = bills.map(({ billNo }) => billNo)
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const billNo of numbers) expect(billNo).toMatch(/^\d{16}$/)
  })

  it('makes every yearly bill due on a working day after payment opened, none issued after today', () => {
    for (const { dueDate, payableFrom, paidOn } of bills) {
      // a new plate is paid on the day it is handed out, whichever day that is
      if (dueDate !== payableFrom) expect(isWorkday(dueDate, CALENDAR)).toBe(true)
      expect(payableFrom <= dueDate && payableFrom <= TODAY).toBe(true)
      expect(paidOn === null || (paidOn >= payableFrom && paidOn <= TODAY)).toBe(true)
    }
  })

  it('keeps a file for everybody who owns, earns or owes something, and for nobody else', () => {
    for (const { roll } of rolls) {
      const files = new Set(roll.taxpayers.map(({ nationalId }) => nationalId))
      const { taxpayers: _files, ...parts } = roll
      const named = Object.values(parts).flatMap((rows: readonly { nationalId: string }[]) =>
        rows.map(({ nationalId }) => nationalId),
      )
      expect(new Set(named)).toEqual(files)
    }
  })

  it('leaves open past its due date only what the population left unpaid, or what is paid late', () => {
    const late = bills.filter((bill) => ['OVERDUE', 'ENFORCED'].includes(standingOf(bill).status))
    const unpaid = rolls.reduce((sum, { village }) => sum + village.unpaidTaxes.length, 0)
    expect(late.length).toBeGreaterThan(unpaid / 2)
    expect(late.length).toBeLessThan(unpaid * 1.2)
  })

  it('comes out the same every time', () => {
    const [first] = generatePopulation({ scale: 'jiaxian', seed: 1, today: TODAY })
    expect(taxRollOf(first!, TODAY)).toEqual(rolls[0]!.roll)
  })
})
