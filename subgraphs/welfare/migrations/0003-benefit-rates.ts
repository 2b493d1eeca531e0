import { sql, type Kysely } from 'kysely'

export interface BenefitRate {
  readonly scheme: 'ELDERLY_ALLOWANCE' | 'DISABILITY_ALLOWANCE'
  /** 1 is the highest amount of the scheme. */
  readonly tier: number
  /** TWD a month. */
  readonly monthlyAmount: number
  readonly validFrom: string
  readonly validTo: string | null
  readonly source: string
  readonly certainty: 'seen' | 'known' | 'unsure'
}

/** The table of allowances and its first rows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table benefit_rate (
    scheme text not null check (scheme in ('ELDERLY_ALLOWANCE', 'DISABILITY_ALLOWANCE')),
    tier integer not null check (tier between 1 and 3),
    monthly_amount integer not null,
    valid_from date not null,
    valid_to date check (valid_to > valid_from),
    source text not null,
    certainty text not null check (certainty in ('seen', 'known', 'unsure')),
    primary key (scheme, tier, valid_from)
  )`.execute(db)
  await sql`comment on table benefit_rate is '津貼發給標準'`.execute(db)
  await (db as Kysely<{ benefitRate: BenefitRate }>)
    .insertInto('benefitRate')
    .values([...BENEFIT_RATES])
    .execute()
}

/** Amounts are adjusted every four years: the rows as inserted; the sample is made by the same rows. */
export const BENEFIT_RATES: readonly BenefitRate[] = [
  ...rates('ELDERLY_ALLOWANCE', 105, [7463, 3731], '中低收入老人生活津貼發給辦法第7條'),
  ...rates('ELDERLY_ALLOWANCE', 109, [7759, 3879], '中低收入老人生活津貼發給辦法第7條'),
  ...rates('ELDERLY_ALLOWANCE', 113, [8329, 4164], '中低收入老人生活津貼發給辦法第7條'),
  ...rates('DISABILITY_ALLOWANCE', 105, [8499, 4872, 3628], '身心障礙者生活補助費發給辦法第4條'),
  ...rates('DISABILITY_ALLOWANCE', 109, [8836, 5065, 3772], '身心障礙者生活補助費發給辦法第4條'),
  ...rates('DISABILITY_ALLOWANCE', 113, [9485, 5437, 4049], '身心障礙者生活補助費發給辦法第4條'),
]

function rates(
  scheme: BenefitRate['scheme'],
  firstYear: number,
  amounts: readonly number[],
  source: string,
): readonly BenefitRate[] {
  const validFrom = `${firstYear + 1911}-01-01`
  const validTo = `${firstYear + 1915}-01-01`
  return amounts.map((monthlyAmount, index) => ({
    scheme,
    tier: index + 1,
    monthlyAmount,
    validFrom,
    validTo,
    source,
    // The amounts of 109 to 112 are recalled without a source.
    certainty: firstYear === 109 ? 'unsure' : 'known',
  }))
}
