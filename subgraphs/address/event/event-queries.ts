import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely'
import type { Database } from '../queries.ts'
import type { VillageCodes } from './compose-plate.ts'
import type { EventLine, EventPlan, PlateInHand } from './plan-event.ts'

const PLATE_IN_HAND = [
  'id',
  'status',
  'version',
  'validFrom',
  'text',
  'townCode',
  'village',
  'villageCode',
  'neighborhood',
  'road',
  'section',
  'area',
  'lane',
  'alley',
  'subAlley',
  'number',
  'numberSuffix',
  'attached',
  'prefix',
  'floor',
  'floorText',
  'room',
  'isSynthetic',
  'location',
] as const

/** Which plates of a town an officer renumbers; a part that is left out may be any. */
export interface StreetFilter {
  readonly townCode: string
  readonly village?: string | null
  readonly road?: string | null
  readonly section?: number | null
  readonly area?: string | null
  readonly lane?: string | null
}

/** The plates of these ids, held until the transaction ends; in the order of their ids. */
export async function holdPlates(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<readonly PlateInHand[]> {
  return db
    .selectFrom('doorPlate')
    .select(PLATE_IN_HAND)
    .where(sql<SqlBool>`id = any(${ids}::text[])`)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Plates in force on a street, at most `limit`, in the order of their ids; `isHeld` locks them. */
export async function findPlatesOfStreet(
  db: Kysely<Database>,
  filter: StreetFilter,
  { limit, isHeld }: { readonly limit: number; readonly isHeld: boolean },
): Promise<readonly PlateInHand[]> {
  const { townCode, ...parts } = filter
  const given = Object.entries(parts).filter(([, value]) => value !== undefined)
  return db
    .selectFrom('doorPlate')
    .select(PLATE_IN_HAND)
    .where('townCode', '=', townCode)
    .where('status', '=', 'ACTIVE')
    .where(({ eb, and }) =>
      and(
        given.map(([part, value]) => eb(part as 'road', 'is not distinct from', value as string)),
      ),
    )
    .orderBy('id')
    .limit(limit)
    .$if(isHeld, (query) => query.forUpdate())
    .execute()
}

/** What an officer must know of a township: the office that numbers its houses, and its villages. */
export async function findTownFacts(
  db: Kysely<Database>,
  townCode: string,
): Promise<{ readonly officeCode: string | null; readonly villages: VillageCodes }> {
  const areas = await db
    .selectFrom('administrativeArea')
    .select(['code', 'level', 'name', 'officeCode'])
    .where((eb) => eb.or([eb('code', '=', townCode), eb('parentCode', '=', townCode)]))
    .execute()
  const villages = areas.filter(({ level }) => level === 'VILLAGE')
  return {
    officeCode: areas.find(({ code }) => code === townCode)?.officeCode ?? null,
    villages: new Map(villages.map(({ name, code }) => [name, code])),
  }
}

/** Whether a village has made-up plates alone; a new one there is made up as well. */
export async function isSyntheticVillage(
  db: Kysely<Database>,
  villageCode: string,
): Promise<boolean> {
  const [row] = await db
    .selectFrom('doorPlate')
    .select(sql<boolean>`coalesce(bool_and(is_synthetic), false)`.as('isSynthetic'))
    .where('villageCode', '=', villageCode)
    .execute()
  return row?.isSynthetic ?? false
}

/** The first of these addresses that a plate in force has, leaving out those that are to close. */
export async function findTakenAddress(
  db: Kysely<Database>,
  plan: Pick<EventPlan, 'opened' | 'closed'>,
): Promise<string | null> {
  const asked = plan.opened.map(({ addressKey, neighborhood }) => ({ addressKey, neighborhood }))
  // each half has an index of its own
  const taken = (isSynthetic: boolean): RawBuilder<unknown> => sql`select plate.text
    from jsonb_to_recordset(${JSON.stringify(asked)}::text::jsonb)
      as asked ("addressKey" text collate "C", neighborhood smallint)
    join door_plate plate on plate.address_key = asked."addressKey"
      and coalesce(plate.neighborhood, 0) = coalesce(asked.neighborhood, 0)
    where plate.status = 'ACTIVE' and ${sql.raw(isSynthetic ? '' : 'not')} plate.is_synthetic
      and plate.id <> all(${plan.closed}::text[])`
  const { rows } = await sql<{ text: string }>`
    ${taken(false)} union all ${taken(true)} limit 1`.execute(db)
  return rows[0]?.text ?? null
}

/** The lines of an event that was recorded before, in order. */
export async function findEventLines(
  db: Kysely<Database>,
  eventId: string,
): Promise<readonly EventLine[]> {
  return db
    .selectFrom('doorPlateEventPlate')
    .select(['oldPlateId as oldId', 'newPlateId as newId'])
    .where('eventId', '=', eventId)
    .orderBy('position')
    .execute()
}
