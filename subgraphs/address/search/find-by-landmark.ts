import { sql, type Kysely, type Selectable, type SqlBool } from 'kysely'
import type { Database } from '../queries.ts'
import { cleanText } from '../parse/clean-text.ts'
import { findPlatesNear, type NearbyPlate } from './plate-queries.ts'

export type LandmarkRow = Selectable<Database['landmark']>

export interface LandmarkMatch {
  readonly landmark: LandmarkRow
  readonly nearest: readonly NearbyPlate[]
}

const MOST_LANDMARKS = 10
const WITHIN_M = 2_000

/**
 * Landmarks of that name: of all of it first, then those whose name or other name holds it; each with
 * the plates nearest to it. 地標 look-up.
 */
export async function findByLandmark(
  db: Kysely<Database>,
  name: string,
  first: number,
): Promise<readonly LandmarkMatch[]> {
  const { clean } = cleanText(name)
  if (clean === '') return []
  const landmarks = await findLandmarks(db, clean)
  const points = landmarks.flatMap(({ location }) => location ?? [])
  const plates =
    points.length === 0 ? [] : await findPlatesNear(db, points, { first, withinM: WITHIN_M })
  return landmarks.map((landmark) => ({
    landmark,
    nearest: plates.filter(({ point }) => points[point] === landmark.location),
  }))
}

async function findLandmarks(db: Kysely<Database>, name: string): Promise<readonly LandmarkRow[]> {
  const part = `%${name.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return db
    .selectFrom('landmark')
    .selectAll()
    .where(
      sql<SqlBool>`(name like ${part} escape '\\'
        or exists (select from unnest(aliases) alias where alias like ${part} escape '\\'))`,
    )
    .orderBy(sql`name <> ${name}::text and not ${name}::text = any(aliases)`)
    .orderBy('id')
    .limit(MOST_LANDMARKS)
    .execute()
}
