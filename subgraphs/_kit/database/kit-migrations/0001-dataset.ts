import { sql } from 'kysely'
import type { Kysely } from 'kysely'

/** What is loaded: one row that says which data set, and one row per village that is in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table dataset (
      id boolean primary key default true check (id),
      is_synthetic boolean not null,
      scale text not null,
      seed bigint not null,
      as_of timestamptz not null,
      started_at timestamptz not null default now(),
      finished_at timestamptz,
      row_count bigint,
      digest text
    )`.execute(db)
  await sql`
    create table dataset_village (
      village_code text primary key,
      row_count bigint not null
    )`.execute(db)
}
