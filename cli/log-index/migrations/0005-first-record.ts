import { sql, type Kysely } from 'kysely'

/** Which log a name stands for: two gateways of one name would each hide looks of the other. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table log add column first_leaf text`.execute(db)
  await sql`comment on column log.first_leaf is '首筆紀錄之雜湊,以辨同名之紀錄檔'`.execute(db)
}
