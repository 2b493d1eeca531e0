import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/**
 * What a bulk load has taken off its tables and owes them (indexes, keys, references), and the digest of
 * each village's rows, so that a load that goes on need not make them again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table dataset_set_aside (
      position integer primary key,
      definition text not null
    )`.execute(db)
  await sql`alter table dataset_village add column digest text`.execute(db)
}
