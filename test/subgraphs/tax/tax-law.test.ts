import { sql, type Kysely } from 'kysely'
import { LICENCE_TAX_LAW } from '../../../subgraphs/tax/rates/licence-tax-rows.ts'
import { SURCHARGE_RULES } from '../../../subgraphs/tax/surcharge/surcharge-rows.ts'
import { startTax, type TaxServer } from './tax-server.ts'

const LAW_TABLES = [
  'house_tax_rate',
  'house_tax_exemption',
  'land_value_tax_bracket',
  'land_value_base',
  'land_self_use_rule',
  'licence_tax_rate',
  'licence_tax_relief',
  'income_tax_bracket',
  'income_tax_deduction',
  'surcharge_rule',
  'pay_window',
]

let tax: TaxServer
let db: Kysely<Record<string, Record<string, unknown>>>
beforeAll(async () => {
  tax = await startTax()
  db = tax.db as typeof db
})
afterAll(() => tax.close())

describe('tax law in the database', () => {
  it.each(LAW_TABLES)('%s says of every row since when, from where and how sure', async (table) => {
    const { rows } = await sql<{ source: string }>`
      select source from ${sql.table(table)} where valid_from is not null and certainty is not null`.execute(
      db,
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { source } of rows) expect(source).toMatch(/\p{Script=Han}/u)
  })

  it('holds the surcharge rules and licence-tax tables that bills are computed by', async () => {
    const rules = await db.selectFrom('surchargeRule').selectAll().orderBy('validFrom').execute()
    expect(rules).toEqual(SURCHARGE_RULES)
    const rates = await db.selectFrom('licenceTaxRate').selectAll().execute()
    expect(rates).toHaveLength(LICENCE_TAX_LAW.rates.length)
    expect(rates).toEqual(expect.arrayContaining([...LICENCE_TAX_LAW.rates]))
  })

  it('has one surcharge rule for every due date since 2014', async () => {
    const { rows } = await sql<{ rules: number }>`
      select distinct count(rule.valid_from)::int as rules
      from generate_series('2014-01-01'::date, '2030-12-31'::date, '1 day') as day
      left join surcharge_rule rule
        on day between rule.valid_from and coalesce(rule.valid_to, 'infinity')
      group by day`.execute(db)
    expect(rows).toEqual([{ rules: 1 }])
  })
})
