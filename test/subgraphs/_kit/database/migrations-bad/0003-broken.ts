import { sql } from 'kysely'
import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table tax_bill drop column amount`.execute(db)
  await sql`alter table no_such_table add column x int`.execute(db)
}
