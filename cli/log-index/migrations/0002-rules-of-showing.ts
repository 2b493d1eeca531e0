import { sql, type Kysely } from 'kysely'

const STATEMENTS = [
  `create table showing_rule (
     covers text not null check (covers in ('PURPOSE', 'RELATED')),
     purpose text not null,
     delay_days integer not null check (delay_days >= 0),
     valid_from date not null,
     valid_to date,
     source text not null,
     primary key (covers, purpose, valid_from)
   )`,
  `comment on table showing_rule is '當事人查閱查詢紀錄之例外:暫緩揭示之期間'`,
  `comment on column showing_rule.covers is 'PURPOSE:此目的之查詢;RELATED:因他人案件而及於當事人之查詢'`,
  `comment on column showing_rule.purpose is '目的代碼;* 為各目的'`,
  `comment on column showing_rule.valid_from is '查詢日在此日以後者適用'`,
  // The law lets an agency keep a look back while telling of it would hinder its duty; it sets no days.
  `insert into showing_rule (covers, purpose, delay_days, valid_from, source) values
     ('PURPOSE', 'lookup-lost-person', 180, '2012-10-01',
      '個人資料保護法第10條但書第2款(妨害公務機關執行法定職務);日數為本系統之假定'),
     ('RELATED', '*', 30, '2012-10-01',
      '個人資料保護法第10條但書第3款(妨害第三人之重大利益);日數為本系統之假定')`,

  `create table retention_rule (
     years integer not null check (years > 0),
     valid_from date primary key,
     source text not null
   )`,
  `comment on table retention_rule is '查詢紀錄保存年限'`,
  `insert into retention_rule (years, valid_from, source) values
     (5, '2013-05-01', '臺中市政府社會局戶役政資料查詢管理規定(102年5月1日):查詢紀錄保存5年'),
     (5, '2012-10-01', '個人資料保護法施行細則第12條第2項第10款(使用紀錄之保存);年限為本系統之假定')`,
]

/** What is kept back from whom and for how long, and how long looks are kept; each with its source. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
