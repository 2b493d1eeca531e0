import type { LandTaxLaw } from './land-value-tax.ts'

const ACT = { validFrom: '1990-01-01', validTo: null, certainty: 'known' } as const

const BRACKETS = [
  [0, 10],
  [0, 15],
  [5, 25],
  [10, 35],
  [15, 45],
  [20, 55],
] as const

/** Land value tax as published; the migration inserts it, the sample computes by it. */
export const LAND_TAX_LAW: LandTaxLaw = {
  // The first bracket is the base itself; the second begins where the base ends.
  brackets: BRACKETS.map(([excessFrom, permille]) => ({
    excessFrom,
    permille,
    ...ACT,
    source: '土地稅法第16條',
  })),
  bases: [
    {
      amount: 2_000_000,
      validFrom: '2016-01-01',
      validTo: null,
      source: '高雄市累進起點地價公告;金額為概數,待確認',
      certainty: 'unsure',
    },
  ],
  selfUse: [
    {
      permille: 2,
      urbanLimit: 300,
      ruralLimit: 700,
      applyBy: '09-22',
      validFrom: '1990-01-01',
      validTo: null,
      source: '土地稅法第9條、第17條、第41條',
      certainty: 'seen',
    },
  ],
}
