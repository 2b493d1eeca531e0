import { sql, type Kysely } from 'kysely'

const STATEMENTS = [
  `create table claim_mismatch (
     client_id text not null,
     subject text not null check (subject !~ '[A-Z][12][0-9]{8}'),
     mismatches smallint not null check (mismatches between 1 and 3),
     latest_at timestamptz not null,
     primary key (client_id, subject)
   )`,
  `comment on table claim_mismatch is '查驗不符次數;逐介接用戶端、逐人,達三次鎖定一日'`,
  `comment on column claim_mismatch.subject is '識別鍵;不存統一編號'`,
  `comment on column claim_mismatch.latest_at is '最近一次不符之實際時間'`,
]

/** How often claims about someone did not match, client by client. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
