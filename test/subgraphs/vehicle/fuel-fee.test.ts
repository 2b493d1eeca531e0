import fc from 'fast-check'
import { annualFuelFee } from '../../../subgraphs/vehicle/fuel-fee/annual-fuel-fee.ts'
import { fuelFeeStatusOn } from '../../../subgraphs/vehicle/fuel-fee/fuel-fee-status.ts'
import { instalmentsOf } from '../../../subgraphs/vehicle/fuel-fee/instalments.ts'
import {
  FUEL_FEE_PERIODS,
  FUEL_FEE_RATES,
} from '../../../subgraphs/vehicle/migrations/0003-fuel-fee-rates.ts'

const car = (displacementCc: number, day = '2018-07-01'): number | null =>
  annualFuelFee({ kind: 'CAR', fuel: 'PETROL', displacementCc }, FUEL_FEE_RATES, day)
const motorcycle = (displacementCc: number): number | null =>
  annualFuelFee(
    { kind: 'HEAVY_MOTORCYCLE', fuel: 'PETROL', displacementCc },
    FUEL_FEE_RATES,
    '2018-07-01',
  )

describe('the fuel fee of a year', () => {
  it.each([
    [500, 2160],
    [501, 2880],
    [600, 2880],
    [601, 4320],
    [1200, 4320],
    [1201, 4800],
    [1598, 4800],
    [1800, 4800],
    [1801, 6210],
    [2400, 6210],
    [2401, 7200],
    [3000, 7200],
    [3001, 8640],
    [3600, 8640],
    [3601, 9810],
    [4200, 9810],
  ])('for a petrol car of %i cc is %i', (cc, amount) => expect(car(cc)).toBe(amount))

  it.each([
    [50, 300],
    [51, 450],
    [125, 450],
    [126, 600],
    [250, 600],
  ])('for a motorcycle of %i cc is %i', (cc, amount) => expect(motorcycle(cc)).toBe(amount))

  it('is nothing for an electric vehicle, and as for petrol for a hybrid', () => {
    const facts = { kind: 'CAR', displacementCc: 1798 } as const
    expect(
      annualFuelFee(
        { ...facts, displacementCc: 0, fuel: 'ELECTRIC' },
        FUEL_FEE_RATES,
        '2018-07-01',
      ),
    ).toBe(0)
    expect(annualFuelFee({ ...facts, fuel: 'HYBRID' }, FUEL_FEE_RATES, '2018-07-01')).toBe(4800)
  })

  it('is not invented where no rate is known', () => {
    expect(car(9000)).toBeNull()
    expect(car(1598, '1990-07-01')).toBeNull()
  })

  it('never falls as the displacement grows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6000 }), fc.integer({ min: 1, max: 6000 }), (a, b) => {
        expect(car(Math.min(a, b))!).toBeLessThanOrEqual(car(Math.max(a, b))!)
      }),
    )
  })
})

describe('the instalments of a fuel fee', () => {
  it('are one in July for a private vehicle', () => {
    expect(instalmentsOf(4800, 'PRIVATE', 106, FUEL_FEE_PERIODS)).toEqual([
      { quarter: null, amount: 4800, dueDate: '2017-07-31' },
    ])
  })

  it('are four for a business vehicle, moved from a weekend to Monday', () => {
    expect(instalmentsOf(6210, 'BUSINESS', 107, FUEL_FEE_PERIODS)).toEqual([
      { quarter: 1, amount: 1552, dueDate: '2018-04-02' },
      { quarter: 2, amount: 1553, dueDate: '2018-07-02' },
      { quarter: 3, amount: 1552, dueDate: '2018-10-01' },
      { quarter: 4, amount: 1553, dueDate: '2018-12-31' },
    ])
  })

  it('add up to the fee of the year', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000 }),
        fc.constantFrom('PRIVATE', 'BUSINESS'),
        (fee, use) => {
          const parts = instalmentsOf(fee, use, 107, FUEL_FEE_PERIODS)
          expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(fee)
        },
      ),
    )
  })
})

describe('the status of an instalment', () => {
  const fee = { dueDate: '2017-07-31', paidOn: null, enforcedOn: null }

  it('is unpaid up to the last day and overdue from the next', () => {
    expect(fuelFeeStatusOn(fee, '2017-07-31')).toBe('UNPAID')
    expect(fuelFeeStatusOn(fee, '2017-08-01')).toBe('OVERDUE')
  })

  it('is enforced from the day it was handed over, and paid once paid', () => {
    const enforced = { ...fee, enforcedOn: '2018-02-16' }
    expect(fuelFeeStatusOn(enforced, '2018-02-15')).toBe('OVERDUE')
    expect(fuelFeeStatusOn(enforced, '2018-02-16')).toBe('ENFORCED')
    expect(fuelFeeStatusOn({ ...enforced, paidOn: '2018-03-01' }, '2018-03-01')).toBe('PAID')
  })
})
