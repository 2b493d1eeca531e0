import { sql, type Kysely } from 'kysely'

const STATEMENTS = [
  `create table service_case (
     case_no text primary key,
     client_id text,
     officer text,
     citizen_national_id text not null check (citizen_national_id ~ '^[A-Z][12][0-9]{8}$'),
     status text not null check (status in ('OPEN', 'CLOSED')),
     opened_on date not null,
     closed_on date,
     check ((status = 'CLOSED') = (closed_on is not null))
   )`,
  `comment on table service_case is '案件;無服務紀錄機關前由戶政保管'`,
  `comment on column service_case.client_id is '介接用戶端;空值表示各示範用戶端皆可'`,
  `comment on column service_case.officer is '承辦人'`,

  `create table consent (
     consent_no text primary key,
     case_no text not null references service_case,
     citizen_national_id text not null check (citizen_national_id ~ '^[A-Z][12][0-9]{8}$'),
     agency_code text not null,
     purpose text not null,
     signed_on date not null,
     withdrawn_on date check (withdrawn_on >= signed_on)
   )`,
  `comment on table consent is '當事人同意書,逐案逐機關'`,
  `create index consent_case on consent (case_no)`,
]

/** The sample's cases and consents, kept here until an agency owns visits. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
