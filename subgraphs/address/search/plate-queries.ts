import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely'
import type { Twd97Point } from '../location/twd97.ts'
import { selectPlates, type Database, type DoorPlateParent } from '../queries.ts'
import type { ToldPlate } from './told-plate.ts'

/** A plate with how far it is from what was told: the sum of `DIFFERENCE`s, 0 where nothing differs. */
export interface RankedPlate extends DoorPlateParent {
  readonly rank: number
}

/** What a plate can differ in from what was told, worst first. */
export const DIFFERENCE = {
  village: 64,
  street: 32,
  suffix: 16,
  prefix: 8,
  floor: 4,
  room: 2,
  neighborhood: 1,
} as const

/** Plates of this street and house number, the best first; abolished ones are found as well. */
export async function findPlatesOfNumber(
  db: Kysely<Database>,
  told: ToldPlate,
  first: number,
): Promise<readonly RankedPlate[]> {
  const { streets, otherStreets, number, townCode, village } = told
  const all = [...streets, ...otherStreets]
  return (
    selectPlates(db)
      .select(rankOf(told).as('rank'))
      .where(sql<SqlBool>`plate.street = any(${all}::text[])`)
      .where('plate.number', '=', number)
      .$if(townCode !== null, (query) => query.where('plate.townCode', '=', townCode))
      // without a street, the village alone says where the number is
      .$if(all.includes(''), (query) => query.where('plate.village', '=', village ?? ''))
      .orderBy('rank')
      // of two plates with one address, the one in force
      .orderBy('plate.status', 'desc')
      .orderBy('plate.isSynthetic')
      .orderBy(sql`plate.number_suffix nulls first`)
      .orderBy('plate.id')
      .limit(first)
      .execute()
  )
}

function rankOf(told: ToldPlate): RawBuilder<number> {
  const { village, neighborhood, streets, numberSuffix, attached, prefix, floor, room } = told
  const unlike = DIFFERENCE
  return sql<number>`(
    case when ${village}::text is null or plate.village = ${village}::text
      or ${village}::text like replace(plate.village, '?', '_') then 0 else ${unlike.village}::int end
    + case when plate.street = any(${streets}::text[]) then 0 else ${unlike.street}::int end
    + case when plate.number_suffix is not distinct from ${numberSuffix}::text
      and plate.attached is not distinct from ${attached}::text then 0 else ${unlike.suffix}::int end
    + case when (coalesce(plate.prefix, '') = 'TEMP') = ${prefix === 'TEMP'}::boolean
      then 0 else ${unlike.prefix}::int end
    + case when coalesce(plate.floor_text, '') = ${told.floorText ?? ''}::text
      or plate.floor = ${floor}::int then 0 else ${unlike.floor}::int end
    + case when plate.room is not distinct from ${room}::text then 0 else ${unlike.room}::int end
    + case when ${neighborhood}::int is null or plate.neighborhood = ${neighborhood}::int
      then 0 else ${unlike.neighborhood}::int end
  )`
}

/** Plates in force of the street with the next lower and higher numbers, nearest first on each side. */
export async function findPlatesAround(
  db: Kysely<Database>,
  { streets, number, townCode, village }: ToldPlate,
  first: number,
): Promise<readonly DoorPlateParent[]> {
  const side = (isAbove: boolean) =>
    selectPlates(db)
      .where(sql<SqlBool>`plate.street = any(${streets}::text[])`)
      .where('plate.number', isAbove ? '>' : '<', number)
      .where('plate.status', '=', 'ACTIVE')
      .$if(townCode !== null, (query) => query.where('plate.townCode', '=', townCode))
      .$if(streets.includes(''), (query) => query.where('plate.village', '=', village ?? ''))
      .orderBy('plate.number', isAbove ? 'asc' : 'desc')
      .limit(first)
  const [below, above] = await Promise.all([side(false).execute(), side(true).execute()])
  return [...below, ...above]
}

/** Names of the roads, settlements and lanes of a town, or of all. */
export async function findRoadNames(
  db: Kysely<Database>,
  townCode: string | null,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('roadName')
    .select('name')
    .distinct()
    .$if(townCode !== null, (query) => query.where('townCode', '=', townCode))
    .execute()
  return rows.map(({ name }) => name)
}

/** Which plates of a village, and where in their order a page starts. */
export interface AreaPlates {
  readonly townCode: string
  readonly village: string
  readonly neighborhood: number | null
  /** Start of the street, as `door_plate.street` has it. */ readonly street: string | null
}

export interface PlatePosition {
  readonly neighborhood: number
  readonly street: string
  readonly number: number
  readonly id: string
}

/** Plates in force of a village, by neighbourhood, street and number, behind a position. */
export async function findPlatesOfArea(
  db: Kysely<Database>,
  area: AreaPlates,
  { first, after }: { readonly first: number; readonly after: PlatePosition | null },
): Promise<readonly DoorPlateParent[]> {
  return selectPlates(db)
    .where(inArea(area))
    .$if(after !== null, (query) =>
      query.where(
        sql<SqlBool>`(coalesce(plate.neighborhood, 0), plate.street, plate.number, plate.id)
          > (${after?.neighborhood}::int, ${after?.street}::text, ${after?.number}::int, ${after?.id}::text)`,
      ),
    )
    .orderBy(sql`coalesce(plate.neighborhood, 0), plate.street, plate.number, plate.id`)
    .limit(first)
    .execute()
}

/** How many plates in force the village, neighbourhood or street has. */
export async function countPlatesOfArea(db: Kysely<Database>, area: AreaPlates): Promise<number> {
  const { count } = await db
    .selectFrom('doorPlate as plate')
    .select(sql<number>`count(*)::int`.as('count'))
    .where(inArea(area))
    .executeTakeFirstOrThrow()
  return count
}

function inArea({ townCode, village, neighborhood, street }: AreaPlates): RawBuilder<SqlBool> {
  const conditions = [
    sql`plate.status = 'ACTIVE'`,
    sql`plate.town_code = ${townCode}`,
    sql`plate.village = ${village}`,
    ...(neighborhood === null ? [] : [sql`coalesce(plate.neighborhood, 0) = ${neighborhood}::int`]),
    ...(street === null ? [] : [sql`starts_with(plate.street, ${street}::text)`]),
  ]
  return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`
}

/** A plate with its distance from one of the points asked for. */
export interface NearbyPlate extends DoorPlateParent {
  /** Metres. */ readonly distanceM: number
  /** Which of the points, counted from 0. */ readonly point: number
}

/** The plates in force nearest to each point, at most `first` within `withinM` metres of each. */
export async function findPlatesNear(
  db: Kysely<Database>,
  points: readonly Twd97Point[],
  { first, withinM }: { readonly first: number; readonly withinM: number },
): Promise<readonly NearbyPlate[]> {
  // as rows, whose number the planner sees: of an array it would make a plan anew for every question
  const asked = points.map(
    ({ x, y }, index) => sql`(${x}::float8, ${y}::float8, ${sql.lit(index)})`,
  )
  const distance = sql<number>`plate.location <-> point(asked.x, asked.y)`
  return (
    db
      .selectFrom(
        sql<{ x: number; y: number; point: number }>`(values ${sql.join(asked)})`.as<'asked'>(
          sql`asked (x, y, point)`,
        ),
      )
      // the index gives the plates in order; with their town and office found before the limit is
      // reached, one statement and one plan serve every point
      .innerJoinLateral(
        selectPlates(db)
          .select(distance.as('metres'))
          .where('plate.status', '=', sql.lit('ACTIVE'))
          .orderBy(distance)
          // a number in the text: of a limit it does not know, the planner expects a tenth of the city
          .limit(sql.lit(first))
          .as('near'),
        (join) => join.onTrue(),
      )
      .selectAll('near')
      .select([sql<number>`round(near.metres::numeric, 1)::float8`.as('distanceM'), 'asked.point'])
      .where('near.metres', '<=', withinM)
      .orderBy('asked.point')
      .orderBy('near.metres')
      .orderBy('near.id')
      .execute()
  )
}

/** A place on a road: where a plate of it hangs. */
export interface RoadPoint {
  readonly road: 'A' | 'B'
  readonly townCode: string
  readonly town: string
  readonly location: Twd97Point
}

/** Places of the plates that stand on two roads themselves (not in their lanes), by town. */
export async function findRoadPoints(
  db: Kysely<Database>,
  [streetsA, streetsB]: readonly [readonly string[], readonly string[]],
  townCode: string | null,
): Promise<readonly RoadPoint[]> {
  const { rows } = await sql<RoadPoint>`
    with spot as (
      select distinct on (plate.town_code, side, plate.location[0], plate.location[1])
        case when plate.street = any(${streetsA}::text[]) then 'A' else 'B' end as side,
        plate.town_code, plate.location
      from door_plate plate
      where plate.street = any(${[...streetsA, ...streetsB]}::text[]) and plate.status = 'ACTIVE'
        and (${townCode}::text is null or plate.town_code = ${townCode}::text)
      order by plate.town_code, side, plate.location[0], plate.location[1]
      limit 20000
    )
    select spot.side as road, spot.town_code, area.name as town, spot.location
    from spot join administrative_area area on area.code = spot.town_code
    where exists (select from spot other where other.town_code = spot.town_code and other.side = 'A')
      and exists (select from spot other where other.town_code = spot.town_code and other.side = 'B')`.execute(
    db,
  )
  return rows
}
