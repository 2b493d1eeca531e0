import { sql, type Kysely } from 'kysely'

const LAW = `valid_from date not null,
     valid_to date check (valid_to >= valid_from),
     source text not null,
     certainty text not null check (certainty in ('seen', 'known', 'unsure'))`

const STATEMENTS = [
  `create table case_reach (
     purpose text not null,
     relation text not null check (relation in ('SPOUSE', 'PARENT', 'CHILD', 'HOUSEMATE')),
     ${LAW},
     primary key (purpose, relation, valid_from)
   )`,
  `comment on table case_reach is '案件及於何人:當事人以外,依特定目的法定得查之親屬及同戶人口'`,
  `insert into case_reach (purpose, relation, valid_from, source, certainty)
   select 'low-income-review', relation, date '2010-12-29', '社會救助法第5條(應計算人口)', 'seen'
   from unnest(array['SPOUSE', 'PARENT', 'CHILD', 'HOUSEMATE']) as relation`,

  `create table purpose_limit (
     purpose text not null,
     deceased_months smallint check (deceased_months >= 0),
     minors text not null check (minors in ('ALL', 'OWN_CASE', 'NONE')),
     crosses_regions boolean not null,
     ${LAW},
     primary key (purpose, valid_from)
   )`,
  `comment on table purpose_limit is '各特定目的之資料列限制;未列之目的不得查死亡者、未成年人及他轄戶'`,
  `comment on column purpose_limit.deceased_months is '死亡後得查月數;空值表示不限'`,
  `comment on column purpose_limit.minors is '未成年人:皆可、限其本人案件、不可'`,
  `comment on column purpose_limit.crosses_regions is '當事人本人案件是否不受轄區限制'`,
  `insert into purpose_limit
     (purpose, deceased_months, minors, crosses_regions, valid_from, source, certainty) values
     ('joint-service', 12, 'OWN_CASE', true, '2008-05-28', '戶籍法第65條;本中心設計', 'unsure'),
     ('emergency', 12, 'OWN_CASE', false, '2012-10-01', '個人資料保護法第16條第3款;本中心設計', 'unsure'),
     ('low-income-review', 12, 'ALL', false, '2010-12-29', '社會救助法第5條;本中心設計', 'unsure'),
     ('tax-assessment', null, 'ALL', true, '1976-10-22', '稅捐稽徵法第14條、第30條', 'known'),
     ('vehicle-registration', 12, 'OWN_CASE', true, '1959-06-27', '公路法第63條;本中心設計', 'unsure'),
     ('lookup-lost-person', 12, 'ALL', true, '1953-06-15', '警察法第9條;本中心設計', 'unsure')`,

  `create table desk_officer (
     subject text not null,
     agency_code text not null,
     national_id text not null check (national_id ~ '^[A-Z][12][0-9]{8}$'),
     valid_from date not null,
     valid_to date check (valid_to >= valid_from),
     primary key (subject, agency_code, valid_from)
   )`,
  `comment on table desk_officer is '各機關查詢人員;供迴避及同仁註記'`,
  `comment on column desk_officer.subject is '憑證發行者所稱之查詢人員'`,
  `create index desk_officer_agency on desk_officer (agency_code)`,
]

/** Whom a case reaches, what each purpose may see, and who the officers are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
