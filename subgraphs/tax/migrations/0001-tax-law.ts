import { sql, type Kysely } from 'kysely'
import { HOLIDAYS } from '../calendar/holiday-rows.ts'
import { PAY_WINDOWS } from '../calendar/pay-window-rows.ts'
import { HOUSE_TAX_LAW } from '../rates/house-tax-rows.ts'
import { INCOME_TAX_LAW } from '../rates/income-tax-rows.ts'
import { LAND_TAX_LAW } from '../rates/land-value-tax-rows.ts'
import { LICENCE_TAX_LAW } from '../rates/licence-tax-rows.ts'
import { SURCHARGE_RULES } from '../surcharge/surcharge-rows.ts'

const CERTAINTY = `source text not null,
  certainty text not null check (certainty in ('seen', 'known', 'unsure'))`
const IN_FORCE = `valid_from date not null, valid_to date check (valid_to >= valid_from), ${CERTAINTY}`

// table, its 中文 comment, its own columns, its key beside valid_from, the rows as published
type LawTable = readonly [
  table: string,
  comment: string,
  columns: string,
  key: string,
  rows: readonly object[],
]

const LAW_TABLES: readonly LawTable[] = [
  [
    'house_tax_rate',
    '房屋稅徵收率(萬分率)',
    'use text not null, per_ten_thousand integer not null, max_per_ten_thousand integer not null',
    'use',
    HOUSE_TAX_LAW.rates,
  ],
  [
    'house_tax_exemption',
    '住家房屋現值免徵額',
    'value_up_to integer not null',
    '',
    HOUSE_TAX_LAW.exemptions,
  ],
  [
    'land_value_tax_bracket',
    '地價稅累進稅率(千分率);excess_from 為超過累進起點地價之倍數',
    'excess_from integer not null, permille integer not null',
    'excess_from, permille',
    LAND_TAX_LAW.brackets,
  ],
  ['land_value_base', '累進起點地價', 'amount integer not null', '', LAND_TAX_LAW.bases],
  [
    'land_self_use_rule',
    '自用住宅用地稅率、面積限制及申請期限',
    `permille integer not null, urban_limit integer not null, rural_limit integer not null,
     apply_by text not null`,
    '',
    LAND_TAX_LAW.selfUse,
  ],
  [
    'licence_tax_rate',
    '使用牌照稅稅額表',
    'tax_class text not null, above integer not null, up_to integer, amount integer not null',
    'tax_class, above',
    LICENCE_TAX_LAW.rates,
  ],
  [
    'licence_tax_relief',
    '使用牌照稅免徵',
    'kind text not null, cap integer',
    'kind',
    LICENCE_TAX_LAW.reliefs,
  ],
  [
    'income_tax_bracket',
    '綜合所得稅級距',
    'above integer not null, percent integer not null',
    'above',
    INCOME_TAX_LAW.brackets,
  ],
  [
    'income_tax_deduction',
    '免稅額及扣除額',
    `exemption integer not null, standard integer not null, salary_up_to integer not null,
     savings_up_to integer not null`,
    '',
    INCOME_TAX_LAW.deductions,
  ],
  [
    'surcharge_rule',
    '滯納金加徵標準,依繳納截止日適用',
    `days_per_step integer not null, percent_per_step integer not null, max_percent integer not null,
     enforce_after_days integer not null, offset_days integer not null`,
    '',
    SURCHARGE_RULES,
  ],
  [
    'pay_window',
    '各稅開徵及繳納期間',
    `kind text not null, use text not null, instalment integer not null,
     instalments integer not null, opens text not null, closes text not null,
     pay_year_offset integer not null, period_from text not null,
     period_from_year_offset integer not null, period_to text not null`,
    'kind, use, instalment',
    PAY_WINDOWS,
  ],
]

/** Law tables: what the law said when, with its source and how sure we are of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, comment, columns, key, rows] of LAW_TABLES) {
    const primaryKey = [key, 'valid_from'].filter(Boolean).join(', ')
    const definition = `${columns}, ${IN_FORCE}, primary key (${primaryKey})`
    await createLawTable(db, table, comment, definition, rows)
  }
  const holiday = `day date primary key, is_workday boolean not null, name text not null, ${CERTAINTY}`
  await createLawTable(db, 'holiday', '假日及補行上班日', holiday, HOLIDAYS)
}

async function createLawTable(
  db: Kysely<unknown>,
  table: string,
  comment: string,
  definition: string,
  rows: readonly object[],
): Promise<void> {
  await sql.raw(`create table ${table} (${definition})`).execute(db)
  await sql.raw(`comment on table ${table} is '${comment}'`).execute(db)
  const lawDb = db as Kysely<Record<string, Record<string, unknown>>>
  await lawDb
    .insertInto(table)
    .values(rows.map((row) => ({ ...row })))
    .execute()
}
