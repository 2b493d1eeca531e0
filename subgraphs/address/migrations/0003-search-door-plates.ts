import { sql, type Kysely } from 'kysely'

/** What the public look-ups need: the street in one column, its indexes, and names of roads. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  // 中正路2段78巷3弄, in one word for one index; byte order, so that pages are cheap
  `alter table door_plate add column street text collate "C" generated always as (
    coalesce(road, '') || case when section is null then '' else section::text || '段' end
      || coalesce(area, '') || coalesce(lane, '') || coalesce(alley, '') || coalesce(sub_alley, '')
  ) stored`,
  `comment on column door_plate.street is '街路、段、地區、巷、弄、衖（查詢用）'`,
  `create index door_plate_street on door_plate (street, number, town_code)`,
  `create index door_plate_area on door_plate
    (town_code, village, coalesce(neighborhood, 0), street, number, id) where status = 'ACTIVE'`,
  `create table road_name (
    town_code text collate "C" not null,
    name text collate "C" not null,
    primary key (town_code, name)
  )`,
  `comment on table road_name is '各鄉鎮市區之街路、地區、巷名（供相近名稱查詢）'`,
  `create function note_road_names() returns trigger language plpgsql as $$
  begin
    insert into road_name (town_code, name)
    select distinct town_code, coalesce(road, area, lane) from fresh
    where coalesce(road, area, lane) is not null
    on conflict do nothing;
    return null;
  end $$`,
  // names come with plates, by whatever way a plate comes
  `create trigger door_plate_road_names after insert on door_plate
    referencing new table as fresh for each statement execute function note_road_names()`,
  `insert into road_name (town_code, name)
    select distinct town_code, coalesce(road, area, lane) from door_plate
    where coalesce(road, area, lane) is not null`,
]
