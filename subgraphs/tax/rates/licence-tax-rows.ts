import type { Certainty } from './law-row.ts'
import type { LicenceTaxClass, LicenceTaxLaw, LicenceTaxRate } from './licence-tax.ts'

const TABLE = {
  validFrom: '2001-01-01',
  validTo: null,
  source: '使用牌照稅法第6條附表(機動車輛使用牌照稅分類稅額表)',
}

type Line = readonly [upTo: number | null, amount: number, certainty?: Certainty]

/** One table: each line holds above the line before it. */
function table(
  taxClass: LicenceTaxClass,
  certainty: Certainty,
  lines: readonly Line[],
): LicenceTaxRate[] {
  return lines.map(([upTo, amount, own], index) => ({
    taxClass,
    // -1, so that a size of 0 (unknown) falls into the smallest class
    above: index === 0 ? -1 : (lines[index - 1]?.[0] ?? 0),
    upTo,
    amount,
    ...TABLE,
    certainty: own ?? certainty,
  }))
}

const CC = [500, 600, 1200, 1800, 2400, 3000, 4200, 5400, 6600, 7800, null] as const
const PRIVATE = [1620, 2160, 4320, 7120, 11230, 15210, 28220, 46170, 69690, 117000, 151200]
const BUSINESS = [900, 1260, 2160, 3060, 6480, 9900, 16380, 24300, 33660, 44460, 56700]
const byCc = (amounts: readonly number[]): Line[] =>
  CC.map((upTo, index) => [upTo, amounts[index] ?? 0] as const)

/** Licence-plate tax tables as published; the migration inserts them, the sample computes by them. */
export const LICENCE_TAX_LAW: LicenceTaxLaw = {
  rates: [
    ...table('PRIVATE_CAR', 'seen', byCc(PRIVATE)),
    ...table('BUSINESS_CAR', 'seen', byCc(BUSINESS)),
    ...table('GOODS', 'known', [
      [500, 900],
      [600, 1080],
      [1200, 1800],
      [1800, 2700],
      [2400, 3600, 'seen'],
      [3000, 4500, 'seen'],
      [3600, 5400],
      [4200, 6300],
      [4800, 7200],
      [5400, 8100],
      [6000, 9000],
      [6600, 9900],
      [7200, 10800],
      [7800, 11700],
      [8400, 12600],
      [9000, 13500],
      [9600, 14400],
      [10200, 15300],
      [null, 16200],
    ]),
    ...table('MOTORCYCLE', 'seen', [
      [150, 0],
      [250, 800],
      [500, 1620],
      [600, 2160],
      [1200, 4320],
      [1800, 7120],
      [null, 11230],
    ]),
    // by horsepower; not collected while the relief below stands
    ...table('PRIVATE_EV', 'unsure', [
      [38, 1620],
      [56, 2160],
      [83, 4320],
      [182, 7120],
      [262, 11230],
      [322, 15210],
      [414, 28220],
      [469, 46170],
      [509, 69690],
      [null, 117000],
    ]),
  ],
  reliefs: [
    {
      kind: 'DISABILITY',
      cap: 11_230,
      validFrom: '2015-01-01',
      validTo: null,
      source: '使用牌照稅法第7條第1項第8款(104-01-01施行):每人一輛,以2,400cc稅額為限',
      certainty: 'known',
    },
    {
      kind: 'ELECTRIC',
      cap: null,
      validFrom: '2012-01-06',
      validTo: '2025-12-31',
      source: '使用牌照稅法第5條(期間之延長待確認)',
      certainty: 'unsure',
    },
  ],
}
