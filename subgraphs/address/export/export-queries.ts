import type { Connection } from '../../_kit/database/connection.ts'
import type { Twd97Point } from '../location/twd97.ts'

/** Which plates are exported: all, those of a town, or those of one village of it. */
export interface ExportArea {
  /** Eight digits. */ readonly townCode: string | null
  /** With its kind: 和安里. */ readonly village: string | null
}

/** A plate in force as it is published: its own columns, no event and no officer. */
export interface ExportedPlate {
  readonly id: string
  readonly text: string
  readonly town_code: string
  readonly town: string
  readonly village_code: string | null
  readonly village: string
  readonly neighborhood: number | null
  readonly road: string | null
  readonly section: number | null
  readonly area: string | null
  readonly lane: string | null
  readonly alley: string | null
  readonly sub_alley: string | null
  readonly number: number
  readonly number_suffix: string | null
  readonly attached: string | null
  readonly prefix: string | null
  readonly floor: number | null
  readonly floor_text: string | null
  readonly room: string | null
  readonly note: string | null
  readonly has_lost_character: boolean
  readonly is_synthetic: boolean
  readonly valid_from: string | null
  readonly location: Twd97Point
}

/** Plates of one place of the map, told as one. */
export interface PlateCluster {
  readonly townCode: string
  readonly town: string
  readonly plates: number
  /** The middle of the plates. */ readonly easting: number
  readonly northing: number
}

/** A village with the number and the middle of its plates. */
export interface VillageCluster extends PlateCluster {
  /** Null where no file told it. */ readonly villageCode: string | null
  readonly village: string
}

const ROWS_A_READ = 2_000
/** Side of a square of the map's middle zoom, metres. */
export const CLUSTER_M = 250

/** How many plates in force an area has. */
export async function countExported(session: Connection, area: ExportArea): Promise<number> {
  const [row] = await session.run(
    `select count(*)::int as count from door_plate plate where ${IN_AREA}`,
    parametersOf(area),
  )
  return Number(row?.['count'])
}

/** The plates in force of an area as one reading of the register, town by town, village by village. */
export async function* readExported(
  session: Connection,
  area: ExportArea,
): AsyncIterable<readonly ExportedPlate[]> {
  await session.run(`set work_mem = '64MB'`)
  const statement = session.run(EXPORT, parametersOf(area))
  for await (const rows of statement.cursor(ROWS_A_READ)) {
    yield rows as unknown as readonly ExportedPlate[]
  }
}

/** The villages of the register with their plates, by code. */
export async function readVillageClusters(session: Connection): Promise<readonly VillageCluster[]> {
  const rows = await session.run(`
    select plate.town_code as "townCode", town.name as town, plate.village_code as "villageCode",
      plate.village, ${MIDDLE}
    from door_plate plate join administrative_area town on town.code = plate.town_code
    where plate.status = 'ACTIVE'
    group by 1, 2, 3, 4 order by 1, 3, 4`)
  return rows as unknown as readonly VillageCluster[]
}

/** Squares of 250 m with their plates, of every town in the order of their codes. */
export async function readPlateClusters(session: Connection): Promise<readonly PlateCluster[]> {
  const rows = await session.run(`
    select plate.town_code as "townCode", town.name as town, ${MIDDLE}
    from door_plate plate join administrative_area town on town.code = plate.town_code
    where plate.status = 'ACTIVE'
    group by 1, 2, floor(plate.location[0] / ${CLUSTER_M}), floor(plate.location[1] / ${CLUSTER_M})
    order by 1, min(plate.location[0]), min(plate.location[1])`)
  return rows as unknown as readonly PlateCluster[]
}

function parametersOf({ townCode, village }: ExportArea): readonly unknown[] {
  return [townCode, village]
}

const MIDDLE = `count(*)::int as plates, avg(plate.location[0]) as easting,
      avg(plate.location[1]) as northing`
const IN_AREA = `plate.status = 'ACTIVE'
    and ($1::text is null or plate.town_code = $1::text)
    and ($2::text is null or plate.village = $2::text)`
const EXPORT = `
  select plate.id, plate.text, plate.town_code, town.name as town, plate.village_code, plate.village,
    plate.neighborhood, plate.road, plate.section, plate.area, plate.lane, plate.alley,
    plate.sub_alley, plate.number, plate.number_suffix, plate.attached, plate.prefix, plate.floor,
    plate.floor_text, plate.room, plate.note, plate.has_lost_character, plate.is_synthetic,
    plate.valid_from, plate.location
  from door_plate plate join administrative_area town on town.code = plate.town_code
  where ${IN_AREA}
  order by plate.town_code, plate.village_code, plate.village, coalesce(plate.neighborhood, 0),
    plate.street, plate.number, plate.id`
