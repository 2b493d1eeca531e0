import { sql, type Kysely } from 'kysely'

/** Outlines of villages and the post's ranges of house numbers, both empty until a file is imported. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table village_boundary (
    town_code text collate "C" not null,
    village text not null,
    ring polygon not null,
    is_hole boolean not null
  )`,
  `comment on table village_boundary is '村里界（簡化）'`,
  `comment on column village_boundary.ring is '界線（TWD97 EPSG:3826）；飛地各自成環'`,
  `create index village_boundary_ring on village_boundary using gist (ring)`,
  `create table postal_range (
    zip text not null,
    town_code text collate "C" not null,
    street text collate "C" not null,
    rule jsonb not null,
    line integer not null
  )`,
  `comment on table postal_range is '郵遞區號3+3投遞範圍'`,
  `comment on column postal_range.street is '同 door_plate.street，不含號碼巷弄'`,
  `create index postal_range_street on postal_range (street, town_code)`,
]
