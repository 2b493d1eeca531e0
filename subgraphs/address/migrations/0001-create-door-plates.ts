import { sql, type Kysely } from 'kysely'

/** Tables of areas and door plates, as 門牌 is kept: a plate is an entity with history. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}

const STATEMENTS = [
  `create table office (
    code text primary key,
    name text not null
  )`,
  `comment on table office is '門牌主管機關'`,
  `create table administrative_area (
    code text collate "C" primary key,
    level text not null check (level in ('COUNTY', 'TOWN', 'VILLAGE')),
    name text not null,
    english text,
    zip text,
    parent_code text collate "C" references administrative_area,
    office_code text references office,
    source text not null
  )`,
  `comment on table administrative_area is '行政區域'`,
  `comment on column administrative_area.code is '行政區域代碼'`,
  `create unique index administrative_area_name on administrative_area (parent_code, name)`,
  `create table former_area_name (
    name text primary key,
    area_code text collate "C" not null references administrative_area,
    valid_to date not null,
    source text not null
  )`,
  `comment on table former_area_name is '舊行政區域名稱'`,
  `create table door_plate (
    id text collate "C" primary key,
    address_key text collate "C" not null,
    status text not null default 'ACTIVE' check (status in ('ACTIVE', 'ABOLISHED')),
    text text not null,
    raw text not null,
    town_code text collate "C" not null,
    village text not null,
    village_code text collate "C",
    neighborhood smallint check (neighborhood > 0),
    road text,
    section smallint,
    area text,
    lane text,
    alley text,
    sub_alley text,
    number integer not null,
    number_suffix text,
    attached text,
    prefix text check (prefix in ('TEMP', 'ATTACHED', 'BASEMENT')),
    floor smallint,
    floor_text text,
    room text,
    note text,
    has_lost_character boolean not null default false,
    is_synthetic boolean not null default false,
    location point not null,
    valid_from date,
    valid_to date check (valid_to >= valid_from),
    version integer not null default 1,
    check (status = 'ACTIVE' or valid_to is not null)
  )`,
  // Two plates in force never share an address; one that was abolished leaves its address free, and
  // made-up plates never stand in the way of real ones.
  `create unique index door_plate_address on door_plate (address_key, coalesce(neighborhood, 0))
    where status = 'ACTIVE' and not is_synthetic`,
  `create index door_plate_abolished on door_plate (address_key) where status = 'ABOLISHED'`,
  `create index door_plate_village on door_plate (village_code, neighborhood)`,
  `create index door_plate_location on door_plate using gist (location)`,
  `create table door_plate_link (
    predecessor_id text collate "C" not null references door_plate,
    successor_id text collate "C" not null references door_plate,
    primary key (predecessor_id, successor_id),
    check (predecessor_id <> successor_id)
  )`,
  `create index door_plate_link_successor on door_plate_link (successor_id)`,
  `comment on table door_plate_link is '門牌異動前後對照'`,
  ...columnComments({
    text: '門牌地址',
    raw: '原始門牌文字',
    town_code: '鄉鎮市區代碼',
    village: '村里',
    village_code: '村里代碼',
    neighborhood: '鄰',
    road: '街路',
    section: '段',
    area: '地區',
    lane: '巷',
    alley: '弄',
    sub_alley: '衖',
    number: '號',
    number_suffix: '之',
    attached: '附',
    floor: '樓層，地下為負',
    room: '室',
    note: '註記',
    has_lost_character: '含無法顯示之罕用字',
    is_synthetic: '模擬資料',
    location: '橫座標、縱座標（TWD97 EPSG:3826）',
    version: '版次',
  }),
]

function columnComments(comments: Readonly<Record<string, string>>): readonly string[] {
  const lines = Object.entries(comments).map(
    ([column, comment]) => `comment on column door_plate.${column} is '${comment}'`,
  )
  return [`comment on table door_plate is '門牌'`, ...lines]
}
