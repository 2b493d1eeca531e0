import { sql, type Kysely, type SqlBool } from 'kysely'
import type { Connection } from '../_kit/database/connection.ts'
import type { SourcePlate } from '../_kit/population/types.ts'
import type { DoorPlateEventTable, EventPlateTable, OutboxTable } from './event/event-tables.ts'
import type { Twd97Point } from './location/twd97.ts'
import type { NumberPrefix } from './parse/address-parts.ts'

export interface Database {
  administrativeArea: AreaTable
  doorPlate: DoorPlateTable
  doorPlateEvent: DoorPlateEventTable
  doorPlateEventPlate: EventPlateTable
  doorPlateLink: { predecessorId: string; successorId: string }
  formerAreaName: { name: string; areaCode: string; validTo: string; source: string }
  office: { code: string; name: string }
  outbox: OutboxTable
}

interface AreaTable {
  code: string
  level: AreaLevel
  name: string
  english: string | null
  zip: string | null
  parentCode: string | null
  officeCode: string | null
  source: string
}

export type AreaLevel = 'COUNTY' | 'TOWN' | 'VILLAGE'

interface DoorPlateTable {
  id: string
  addressKey: string
  status: 'ACTIVE' | 'ABOLISHED'
  text: string
  raw: string
  townCode: string
  village: string
  villageCode: string | null
  neighborhood: number | null
  road: string | null
  section: number | null
  area: string | null
  lane: string | null
  alley: string | null
  subAlley: string | null
  number: number
  numberSuffix: string | null
  attached: string | null
  prefix: NumberPrefix | null
  floor: number | null
  floorText: string | null
  room: string | null
  note: string | null
  hasLostCharacter: boolean
  isSynthetic: boolean
  location: Twd97Point
  validFrom: string | null
  validTo: string | null
  version: number
}

/** A door plate with the names and ids that hang on it. */
export interface DoorPlateParent extends Omit<DoorPlateTable, 'addressKey' | 'raw'> {
  readonly town: string
  readonly officeCode: string
  readonly officeName: string
  readonly predecessorIds: readonly string[]
  readonly successorIds: readonly string[]
}

export interface AdministrativeAreaParent {
  readonly code: string
  readonly level: AreaLevel
  readonly name: string
  readonly english: string | null
  readonly zip: string | null
  readonly parentCode: string | null
  readonly formerNames: readonly string[]
}

/** The plates of these ids, with town, office and history, in one statement. */
export async function findDoorPlates(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<readonly DoorPlateParent[]> {
  return db
    .selectFrom('doorPlate as plate')
    .innerJoin('administrativeArea as town', 'town.code', 'plate.townCode')
    .innerJoin('office', 'office.code', 'town.officeCode')
    .selectAll('plate')
    .select(['town.name as town', 'office.code as officeCode', 'office.name as officeName'])
    .select([
      sql<readonly string[]>`array(select predecessor_id from door_plate_link
        where successor_id = plate.id order by predecessor_id)`.as('predecessorIds'),
      sql<readonly string[]>`array(select successor_id from door_plate_link
        where predecessor_id = plate.id order by successor_id)`.as('successorIds'),
    ])
    .where(sql<SqlBool>`plate.id = any(${ids}::text[])`)
    .execute()
}

/** Areas of one level in the order of their codes, of one parent where it is given. */
export async function findAreas(
  db: Kysely<Database>,
  level: AreaLevel,
  parentCode: string | null,
): Promise<readonly AdministrativeAreaParent[]> {
  return db
    .selectFrom('administrativeArea as area')
    .select(['code', 'level', 'name', 'english', 'zip', 'parentCode'])
    .select(
      sql<readonly string[]>`array(select former.name from former_area_name former
        where former.area_code = area.code order by former.valid_to desc)`.as('formerNames'),
    )
    .where('level', '=', level)
    .$if(parentCode !== null, (query) => query.where('parentCode', '=', parentCode))
    .orderBy('code')
    .execute()
}

/** The real plates of one village that people can be registered at. */
export interface VillagePlates {
  readonly villageCode: string
  readonly plates: readonly SourcePlate[]
}

/**
 * The real plates of every village, village by village in the order of their codes, in one pass over
 * the register. Left out: plates with a remark (農業資材室, 房屋不存在, offices) and basements.
 */
export async function* platesOfVillages(session: Connection): AsyncIterable<VillagePlates> {
  const rows = session
    .run(
      `select village_code, id, text, neighborhood, location[0] as easting, location[1] as northing
       from door_plate
       where status = 'ACTIVE' and not is_synthetic and village_code is not null and note is null
         and coalesce(floor, 1) > 0
       order by village_code, id`,
    )
    .cursor(2_000)
  let [villageCode, plates] = ['', [] as SourcePlate[]]
  for await (const group of rows) {
    for (const { village_code: code, ...plate } of group) {
      if (code !== villageCode && plates.length > 0) yield { villageCode, plates }
      if (code !== villageCode) [villageCode, plates] = [String(code), []]
      plates.push(plate as unknown as SourcePlate)
    }
  }
  if (plates.length > 0) yield { villageCode, plates }
}
