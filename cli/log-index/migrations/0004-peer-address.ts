import { sql, type Kysely } from 'kysely'

/** Where the gateway that keeps a log answers the others, if it says so. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table log add column peer_url text`.execute(db)
  await sql`comment on column log.peer_url is '其他閘道索取收據之位址'`.execute(db)
}
