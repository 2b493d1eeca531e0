import { sql, type Kysely } from 'kysely'

/** What was pruned stays away when the log is taken in anew. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table log add column kept_from timestamptz`.execute(db)
  await sql`comment on column log.kept_from is '此前之紀錄已逾保存年限,不再編入索引'`.execute(db)
}
