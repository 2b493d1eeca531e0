import { sql, type Kysely } from 'kysely'
import type { Connection } from '../../_kit/database/connection.ts'
import type { Twd97Point } from '../location/twd97.ts'
import { findAreasWhere, type AdministrativeAreaParent, type Database } from '../queries.ts'
import type { VillageOutline } from './read-topology.ts'
import type { Ring } from './ring.ts'

/** Puts these outlines in the place of all there were, in one transaction. */
export async function replaceBoundaries(
  session: Connection,
  outlines: readonly VillageOutline[],
): Promise<void> {
  const rings = outlines.flatMap(({ townCode, village, rings: each }) =>
    each.map(({ points, isHole }) => ({
      town_code: townCode,
      village,
      ring: `(${points.map(({ x, y }) => `(${x},${y})`).join(',')})`,
      is_hole: isHole,
    })),
  )
  await session.run('begin')
  await session.run('delete from village_boundary')
  await session.run(
    `insert into village_boundary
     select * from jsonb_populate_recordset(null::village_boundary, $1::text::jsonb)`,
    [JSON.stringify(rings)],
  )
  // what the area table lacks; a name or code it has stays, a renaming is for an officer to decide
  await session.run(
    `insert into administrative_area (code, level, name, parent_code, source)
     select code, 'VILLAGE', name, parent_code, 'village boundaries'
     from jsonb_to_recordset($1::text::jsonb) as village (code text, name text, parent_code text)
     on conflict do nothing`,
    [
      JSON.stringify(
        outlines.map(({ villageCode: code, village: name, townCode: parent_code }) => ({
          code,
          name,
          parent_code,
        })),
      ),
    ],
  )
  await session.run('commit')
}

/** The outlines of all villages, by town code and name together. */
export async function readBoundaries(
  session: Connection,
): Promise<ReadonlyMap<string, readonly Ring[]>> {
  const rows = await session.run(
    `select town_code || village as key, ring::text as ring, is_hole from village_boundary`,
  )
  const byVillage = new Map<string, Ring[]>()
  for (const { key, ring, is_hole: isHole } of rows) {
    const points = (JSON.parse(toJson(String(ring))) as readonly (readonly [number, number])[]).map(
      ([x, y]) => ({ x, y }),
    )
    const rings = byVillage.get(String(key)) ?? []
    rings.push({ points, isHole: isHole === true })
    byVillage.set(String(key), rings)
  }
  return byVillage
}

function toJson(polygon: string): string {
  return polygon.replaceAll('(', '[').replaceAll(')', ']')
}

/** The village whose outline holds a place; null where none does. */
export async function findVillageAt(
  db: Kysely<Database>,
  { x, y }: Twd97Point,
): Promise<AdministrativeAreaParent | null> {
  const place = sql`point(${x}::float8, ${y}::float8)`
  const [village] = await findAreasWhere(db, 'VILLAGE')
    .innerJoin(
      sql<{ townCode: string; village: string }>`(
        select town_code, village from village_boundary
        where ring && polygon(box(${place}, ${place})) and ring @> ${place}
        group by 1, 2 having not bool_or(is_hole)
      )`.as('there'),
      (join) =>
        join
          .onRef('there.townCode', '=', 'area.parentCode')
          .onRef('there.village', '=', 'area.name'),
    )
    .limit(1)
    .execute()
  return village ?? null
}
