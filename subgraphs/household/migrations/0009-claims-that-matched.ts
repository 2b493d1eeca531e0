import { sql, type Kysely } from 'kysely'

const STATEMENTS = [
  `alter table claim_mismatch drop constraint claim_mismatch_mismatches_check`,
  `alter table claim_mismatch add constraint claim_mismatch_mismatches_check
     check (mismatches between 0 and 3)`,
  `comment on column claim_mismatch.mismatches is '一日內不符次數;相符者亦列,以便同時送達者依序'`,
]

/** A claim that matches takes its turn at the same row: of those sent at once only three may be wrong. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
