import type { IncomeTaxLaw } from './income-tax.ts'

const YEARS_106 = {
  validFrom: '2017-01-01',
  validTo: '2017-12-31',
  source: '所得稅法第5條、第17條;財政部106年度公告',
  certainty: 'known',
} as const

const BRACKETS = [
  [0, 5],
  [540_000, 12],
  [1_210_000, 20],
  [2_420_000, 30],
  [4_530_000, 40],
  [10_310_000, 45],
] as const

/** Income tax of 106 as published; the migration inserts it, the sample computes by it. */
export const INCOME_TAX_LAW: IncomeTaxLaw = {
  brackets: BRACKETS.map(([above, percent]) => ({ above, percent, ...YEARS_106 })),
  deductions: [
    {
      exemption: 88_000,
      standard: 90_000,
      salaryUpTo: 128_000,
      savingsUpTo: 270_000,
      ...YEARS_106,
    },
  ],
}
