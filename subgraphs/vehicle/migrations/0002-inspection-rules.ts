import { sql, type Kysely } from 'kysely'
import type { InspectionRule } from '../inspection/next-inspection-due.ts'

interface InspectionRuleRow extends InspectionRule {
  readonly source: string
  readonly certainty: 'seen' | 'known' | 'unsure'
}

/** The table of inspection rules and its first rows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table inspection_rule (
    kind text not null,
    use text not null,
    from_age integer not null,
    to_age integer check (to_age > from_age),
    interval_months integer check (interval_months in (6, 12)),
    window_months integer not null,
    covers_electric boolean not null,
    valid_from date not null,
    valid_to date check (valid_to > valid_from),
    source text not null,
    certainty text not null check (certainty in ('seen', 'known', 'unsure')),
    primary key (kind, use, from_age, valid_from)
  )`.execute(db)
  await sql`comment on table inspection_rule is '定期檢驗規定'`.execute(db)
  await (db as Kysely<{ inspectionRule: InspectionRuleRow }>)
    .insertInto('inspectionRule')
    .values([...INSPECTION_RULES])
    .execute()
}

// The day these came into force was not found, except for large motorcycles; no due date of a
// vehicle still in use depends on an earlier one.
const SINCE = '2003-01-01'
const ARTICLE_44 = '道路交通安全規則第44條第1項'

/** The rule rows as inserted; the sample is made by the same rows. */
export const INSPECTION_RULES: readonly InspectionRuleRow[] = [
  ...freeUntilFive('CAR', ARTICLE_44, 'seen'),
  ...freeUntilFive('LARGE_HEAVY_MOTORCYCLE', '道路交通安全規則第44條第5項', 'seen'),
  // 其他自用車及營業車. Whether 自用小客貨兩用車 counts as 自用小客車 in practice is not settled here.
  ...yearlyUntilFive('VAN', 'PRIVATE', 'unsure'),
  ...yearlyUntilFive('TRUCK', 'PRIVATE', 'seen'),
  ...yearlyUntilFive('CAR', 'BUSINESS', 'seen'),
  ...yearlyUntilFive('VAN', 'BUSINESS', 'seen'),
  ...yearlyUntilFive('TRUCK', 'BUSINESS', 'seen'),
  exhaustTest('LIGHT_MOTORCYCLE'),
  exhaustTest('HEAVY_MOTORCYCLE'),
]

function freeUntilFive(
  kind: InspectionRule['kind'],
  source: string,
  certainty: InspectionRuleRow['certainty'],
): readonly InspectionRuleRow[] {
  const rule = {
    kind,
    use: 'PRIVATE',
    windowMonths: 1,
    coversElectric: true,
    validFrom: SINCE,
    validTo: null,
    source,
    certainty,
  } as const
  return [
    { ...rule, fromAge: 0, toAge: 5, intervalMonths: null },
    { ...rule, fromAge: 5, toAge: 10, intervalMonths: 12 },
    { ...rule, fromAge: 10, toAge: null, intervalMonths: 6 },
  ]
}

function yearlyUntilFive(
  kind: InspectionRule['kind'],
  use: InspectionRule['use'],
  certainty: InspectionRuleRow['certainty'],
): readonly InspectionRuleRow[] {
  const rule = {
    kind,
    use,
    windowMonths: 1,
    coversElectric: true,
    validFrom: SINCE,
    validTo: null,
    source: ARTICLE_44,
    certainty,
  } as const
  return [
    { ...rule, fromAge: 0, toAge: 5, intervalMonths: 12 },
    { ...rule, fromAge: 5, toAge: null, intervalMonths: 6 },
  ]
}

function exhaustTest(kind: InspectionRule['kind']): InspectionRuleRow {
  return {
    kind,
    use: 'PRIVATE',
    fromAge: 5,
    toAge: null,
    intervalMonths: 12,
    windowMonths: 1,
    coversElectric: false,
    validFrom: SINCE,
    validTo: null,
    source: '空氣污染防制法;使用中機車排放空氣污染物定期檢驗(出廠滿5年,每年原發照月份前後1個月)',
    certainty: 'seen',
  }
}
