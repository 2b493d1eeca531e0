import type { HouseTaxLaw, HouseTaxRate, HouseUse } from './house-tax.ts'
import type { Certainty } from './law-row.ts'

const ERA_103 = {
  validFrom: '2014-07-01',
  validTo: '2024-06-30',
  source: '房屋稅條例第5條(103-06-04);高雄市房屋稅徵收率自治條例',
}
const ERA_113 = {
  validFrom: '2024-07-01',
  validTo: null,
  source: '房屋稅條例第5條(113-01-03, 房屋稅2.0)',
}

type Line = readonly [use: HouseUse, lowest: number, highest: number, certainty: Certainty]

const rates = (era: typeof ERA_103 | typeof ERA_113, lines: readonly Line[]): HouseTaxRate[] =>
  lines.map(([use, perTenThousand, maxPerTenThousand, certainty]) => ({
    use,
    perTenThousand,
    maxPerTenThousand,
    ...era,
    certainty,
  }))

/** House tax rates and exemption as published; the migration inserts them, the sample computes by them. */
export const HOUSE_TAX_LAW: HouseTaxLaw = {
  rates: [
    // The law allows 1.5–3.6 % for other dwellings; that Kaohsiung took a flat 1.5 % is unconfirmed.
    ...rates(ERA_103, [
      ['SELF_USE', 120, 120, 'known'],
      ['RENTED', 150, 150, 'unsure'],
      ['VACANT', 150, 150, 'unsure'],
      ['BUSINESS', 300, 300, 'known'],
      ['NON_BUSINESS', 200, 200, 'known'],
    ]),
    // Sole self-use below a local value cap is 1 %; others rise with the number of dwellings.
    ...rates(ERA_113, [
      ['SELF_USE', 100, 120, 'seen'],
      ['RENTED', 150, 240, 'unsure'],
      ['VACANT', 200, 480, 'seen'],
      ['BUSINESS', 300, 300, 'unsure'],
      ['NON_BUSINESS', 200, 200, 'unsure'],
    ]),
  ],
  exemptions: [
    {
      valueUpTo: 100_000,
      validFrom: '2001-07-01',
      validTo: null,
      source: '房屋稅條例第15條第1項第9款;其後之物價指數調整額待確認',
      certainty: 'unsure',
    },
  ],
}
