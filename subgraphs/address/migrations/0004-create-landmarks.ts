import { sql, type Kysely } from 'kysely'
import { LANDMARK_FACTS } from '../area/landmark-facts.ts'

/** Places of the nine rural districts that people name instead of an address. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  await sql`insert into landmark
    select * from jsonb_populate_recordset(null::landmark, ${JSON.stringify(LANDMARK_FACTS.map(toRow))}::text::jsonb)`.execute(
    db,
  )
}

const STATEMENTS = [
  `create table landmark (
    id text collate "C" primary key,
    name text not null,
    kind text not null check (kind in
      ('OFFICE', 'SCHOOL', 'POLICE', 'MUSEUM', 'BRIDGE', 'STATION', 'TEMPLE', 'PARK', 'CENTRE')),
    aliases text[] not null default '{}',
    town_code text collate "C" not null references administrative_area,
    address text,
    location point,
    precision text check (precision in ('PLATE', 'STREET', 'VILLAGE')),
    certainty text not null check (certainty in ('seen', 'unsure')),
    source text not null,
    check ((location is null) = (precision is null))
  )`,
  `comment on table landmark is '地標'`,
  `comment on column landmark.address is '地標地址（來源原文）'`,
  `comment on column landmark.location is '橫座標、縱座標（TWD97 EPSG:3826）'`,
  `comment on column landmark.precision is 'PLATE 門牌坐標；STREET 同路鄰近門牌；VILLAGE 僅知村里'`,
]

function toRow(
  {
    name,
    kind,
    aliases,
    townCode,
    address,
    place,
    certainty,
    source,
  }: (typeof LANDMARK_FACTS)[number],
  index: number,
): object {
  return {
    id: `lm-${String(index + 1).padStart(3, '0')}`,
    name,
    kind,
    aliases: `{${aliases.join(',')}}`,
    town_code: townCode,
    address,
    location: place && `(${place.x},${place.y})`,
    precision: place?.precision ?? null,
    certainty,
    source,
  }
}
