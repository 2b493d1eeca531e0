import { sql, type Kysely } from 'kysely'

const STATEMENTS = [
  `alter table service_case
     add column coverage text not null default 'PERSON' check (coverage in ('PERSON', 'LIST')),
     alter column citizen_national_id drop not null,
     add check ((coverage = 'PERSON') = (citizen_national_id is not null)),
     -- a list is asked for by one partner's system, never by whoever knows the number
     add check (coverage = 'PERSON' or client_id is not null)`,
  `comment on column service_case.coverage is '案件範圍:個人、名冊'`,
]

/** Cases that cover a list of people 名冊 in place of one citizen. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
