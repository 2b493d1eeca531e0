import { sql } from 'kysely'
import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table tax_bill (
    bill_no text primary key,
    payer text not null,
    amount bigint not null,
    due date,
    tags text[],
    spot point,
    is_paid boolean not null default false,
    rate numeric,
    noted_at timestamptz
  )`.execute(db)
}
