import fc from 'fast-check'
import { houseTax, type HouseUse } from '../../../subgraphs/tax/rates/house-tax.ts'
import { HOUSE_TAX_LAW } from '../../../subgraphs/tax/rates/house-tax-rows.ts'
import { incomeTax } from '../../../subgraphs/tax/rates/income-tax.ts'
import { INCOME_TAX_LAW } from '../../../subgraphs/tax/rates/income-tax-rows.ts'
import {
  landValueTax,
  progressiveTax,
  selfUseFrom,
} from '../../../subgraphs/tax/rates/land-value-tax.ts'
import { LAND_TAX_LAW } from '../../../subgraphs/tax/rates/land-value-tax-rows.ts'
import {
  licenceTax,
  proratedByDays,
  type TaxedVehicle,
} from '../../../subgraphs/tax/rates/licence-tax.ts'
import { LICENCE_TAX_LAW } from '../../../subgraphs/tax/rates/licence-tax-rows.ts'

const car: TaxedVehicle = {
  kind: 'CAR',
  use: 'PRIVATE',
  isElectric: false,
  displacementCc: 1598,
  motorPowerKw: null,
}
const licence = (vehicle: Partial<TaxedVehicle>, isForDisabled = false, day = '2018-01-01') =>
  licenceTax({ ...car, ...vehicle }, isForDisabled, LICENCE_TAX_LAW, day)

describe('licence-plate tax 使用牌照稅', () => {
  it.each([
    [500, 1620, 900],
    [501, 2160, 1260],
    [1200, 4320, 2160],
    [1201, 7120, 3060],
    [1800, 7120, 3060],
    [1801, 11_230, 6480],
    [2400, 11_230, 6480],
    [3000, 15_210, 9900],
    [4200, 28_220, 16_380],
    [5400, 46_170, 24_300],
    [6600, 69_690, 33_660],
    [7800, 117_000, 44_460],
    [7801, 151_200, 56_700],
  ])('a car of %i cc pays %i a year, %i in business use', (displacementCc, own, business) => {
    expect(licence({ displacementCc }).amount).toBe(own)
    expect(licence({ displacementCc, use: 'BUSINESS' }).amount).toBe(business)
  })

  it.each([
    [50, 0],
    [150, 0],
    [151, 800],
    [251, 1620],
    [501, 2160],
    [601, 4320],
    [1201, 7120],
    [1801, 11_230],
  ])('a motorcycle of %i cc pays %i', (displacementCc, amount) => {
    expect(licence({ kind: 'HEAVY_MOTORCYCLE', displacementCc }).amount).toBe(amount)
  })

  it('a goods car of 2,000 cc pays 3,600 and one of 2,500 cc 4,500', () => {
    expect(licence({ kind: 'TRUCK', displacementCc: 2000 }).amount).toBe(3600)
    expect(licence({ kind: 'TRUCK', displacementCc: 2500, use: 'BUSINESS' }).amount).toBe(4500)
  })

  it('a disabled person is freed up to the tax of 2,400 cc and pays the rest', () => {
    expect(licence({ displacementCc: 2400 }, true)).toEqual({ amount: 0, relief: 'DISABILITY' })
    expect(licence({ displacementCc: 3000 }, true)).toEqual({ amount: 3980, relief: 'DISABILITY' })
  })

  it('an electric car pays nothing while the exemption stands, and by power after it', () => {
    const electric = { isElectric: true, displacementCc: 0, motorPowerKw: 150 }
    expect(licence(electric)).toEqual({ amount: 0, relief: 'ELECTRIC' })
    expect(licence(electric, false, '2026-01-01')).toEqual({ amount: 11_230, relief: null })
  })

  it('counts by days for a part of the year', () => {
    expect(proratedByDays(7120, '2018-01-01', '2018-12-31')).toBe(7120)
    expect(proratedByDays(7120, '2018-12-31', '2018-12-31')).toBe(19)
    expect(proratedByDays(3660, '2020-01-01', '2020-01-10')).toBe(100)
  })

  it('never falls as the engine grows', () => {
    fc.assert(
      fc.property(fc.nat(12_000), fc.nat(2000), (displacementCc, more) => {
        const bigger = licence({ displacementCc: displacementCc + more }).amount
        expect(bigger).toBeGreaterThanOrEqual(licence({ displacementCc }).amount)
      }),
    )
  })
})

describe('house tax 房屋稅', () => {
  const tax = (assessedValue: number, use: HouseUse) =>
    houseTax({ assessedValue, use }, HOUSE_TAX_LAW, '2017-07-01')

  it('is 1.2 % for self-use, 1.5 % for other dwellings, 3 % for business, 2 % for the rest', () => {
    expect(tax(500_000, 'SELF_USE').amount).toBe(6000)
    expect(tax(500_000, 'RENTED').amount).toBe(7500)
    expect(tax(500_000, 'BUSINESS').amount).toBe(15_000)
    expect(tax(500_000, 'NON_BUSINESS').amount).toBe(10_000)
  })

  it('frees a dwelling worth 100,000 or less, but no shop', () => {
    expect(tax(100_000, 'SELF_USE')).toEqual({ amount: 0, isExempt: true })
    expect(tax(100_001, 'SELF_USE')).toEqual({ amount: 1200, isExempt: false })
    expect(tax(100_000, 'BUSINESS')).toEqual({ amount: 3000, isExempt: false })
  })
})

describe('land value tax 地價稅', () => {
  const day = '2017-08-31'
  const parcel = { areaM2: 400, declaredValuePerM2: 1000, isUrban: true, isSelfUse: true }

  it('takes 10 permille up to the base, and agrees with the published deductions above it', () => {
    const base = LAND_TAX_LAW.bases[0]!.amount
    expect(progressiveTax(base, LAND_TAX_LAW, day)).toBe(base * 0.01)
    // 累進差額: value × rate − base × 0.005, 0.065, 0.175, 0.335, 0.545
    const published = [
      [3, 15, 5],
      [7, 25, 65],
      [12, 35, 175],
      [18, 45, 335],
      [30, 55, 545],
    ] as const
    for (const [times, permille, deduction] of published) {
      const expected = (base * times * permille - base * deduction) / 1000
      expect(progressiveTax(base * times, LAND_TAX_LAW, day)).toBe(expected)
    }
  })

  it('takes 2 permille of self-use land within 300 m² in town, 700 m² elsewhere', () => {
    expect(landValueTax([parcel], LAND_TAX_LAW, day)).toBe(600 + 1000)
    expect(landValueTax([{ ...parcel, isUrban: false }], LAND_TAX_LAW, day)).toBe(800)
    expect(landValueTax([{ ...parcel, isSelfUse: false }], LAND_TAX_LAW, day)).toBe(4000)
  })

  it('holds in the same year when applied for by 9/22, else from the next', () => {
    expect(selfUseFrom('2018-09-22', LAND_TAX_LAW)).toBe('2018-01-01')
    expect(selfUseFrom('2018-09-23', LAND_TAX_LAW)).toBe('2019-01-01')
  })

  it('never falls as the value grows', () => {
    const values = fc.nat(100_000_000)
    fc.assert(
      fc.property(values, values, (value, more) => {
        expect(progressiveTax(value + more, LAND_TAX_LAW, day)).toBeGreaterThanOrEqual(
          progressiveTax(value, LAND_TAX_LAW, day),
        )
      }),
    )
  })
})

describe('income tax of 106 綜合所得稅', () => {
  const tax = (amount: number) =>
    incomeTax([{ kind: 'SALARY', amount }], INCOME_TAX_LAW, '2017-12-31')

  it('leaves a single salary of 306,000 free and takes 5 % of what is above', () => {
    expect(tax(306_000)).toBe(0)
    expect(tax(406_000)).toBe(5000)
  })

  it('agrees with the published progressive difference of 37,800 at 12 %', () => {
    expect(tax(306_000 + 1_000_000)).toBe(1_000_000 * 0.12 - 37_800)
  })
})
