import { sql, type Insertable, type Kysely } from 'kysely'
import { PLATE_COLUMNS } from '../import/plate-columns.ts'
import type { Database } from '../queries.ts'
import type { DoorPlateEventTable } from './event-tables.ts'
import type { EventPlan, OpenedPlate } from './plan-event.ts'

/** An event as it enters the register. */
export type EventRow = Insertable<DoorPlateEventTable>

const EVENTS_LOCK = 4002_010

/** Lets one event at a time into the register; held until the transaction ends. */
export async function takeTurn(db: Kysely<Database>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${EVENTS_LOCK}::bigint)`.execute(db)
}

/** Notes an event; null where its client has used the key before: then the event of that time. */
export async function noteEvent(
  db: Kysely<Database>,
  event: EventRow,
): Promise<{ readonly id: string; readonly inputHash: string } | null> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('doorPlateEvent')
    .values(event)
    .onConflict((conflict) => conflict.columns(['client', 'idempotencyKey']).doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 1n) return null
  return db
    .selectFrom('doorPlateEvent')
    .select(['id', 'inputHash'])
    .where('client', '=', event.client)
    .where('idempotencyKey', '=', event.idempotencyKey)
    .executeTakeFirstOrThrow()
}

/** Carries a plan out: one statement for each table, whatever the number of plates. */
export async function writePlan(
  db: Kysely<Database>,
  { id: eventId, kind, effectiveDate }: EventRow,
  plan: EventPlan,
): Promise<void> {
  await closePlates(db, plan.closed, effectiveDate)
  await touchPlates(db, plan.kept)
  await openPlates(db, plan.opened, effectiveDate)
  await linkPlates(db, plan.lines)
  await noteLines(db, eventId, plan.lines)
  await fillOutbox(db, eventId, { kind, effectiveDate })
}

/** A plate's last day is the one before the event's; one that was young keeps its own first day. */
async function closePlates(
  db: Kysely<Database>,
  ids: readonly string[],
  effectiveDate: string,
): Promise<void> {
  await sql`update door_plate set status = 'ABOLISHED', version = version + 1,
      valid_to = greatest(valid_from, ${effectiveDate}::date - 1)
    where id = any(${ids}::text[])`.execute(db)
}

async function touchPlates(db: Kysely<Database>, plates: EventPlan['kept']): Promise<void> {
  const rows = plates.map(({ id, location: { x, y } }) => ({ id, location: `(${x},${y})` }))
  await sql`update door_plate plate set version = version + 1, location = kept.location
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as kept (id text, location point)
    where plate.id = kept.id`.execute(db)
}

async function openPlates(
  db: Kysely<Database>,
  plates: readonly OpenedPlate[],
  effectiveDate: string,
): Promise<void> {
  if (plates.length === 0) return
  const rows = JSON.stringify(plates.map((plate) => columnsOf(plate, effectiveDate)))
  const columns = sql.raw([...PLATE_COLUMNS, 'is_synthetic', 'valid_from'].join(', '))
  await sql`insert into door_plate (${columns})
    select ${columns} from jsonb_populate_recordset(null::door_plate, ${rows}::text::jsonb)`.execute(
    db,
  )
}

async function linkPlates(db: Kysely<Database>, lines: EventPlan['lines']): Promise<void> {
  await sql`insert into door_plate_link (predecessor_id, successor_id)
    select "oldId", "newId" from jsonb_to_recordset(${JSON.stringify(lines)}::text::jsonb)
      as line ("oldId" text, "newId" text)
    where "oldId" <> "newId" on conflict do nothing`.execute(db)
}

async function noteLines(
  db: Kysely<Database>,
  eventId: string,
  lines: EventPlan['lines'],
): Promise<void> {
  await sql`insert into door_plate_event_plate (event_id, position, old_plate_id, new_plate_id)
    select ${eventId}::text, line.position, line.value->>'oldId', line.value->>'newId'
    from jsonb_array_elements(${JSON.stringify(lines)}::text::jsonb)
      with ordinality as line (value, position)`.execute(db)
}

/** One event for each plate whose address became another; no household is known here. */
async function fillOutbox(
  db: Kysely<Database>,
  eventId: string,
  { kind, effectiveDate }: Pick<EventRow, 'kind' | 'effectiveDate'>,
): Promise<void> {
  await sql`insert into outbox (event_id, type, door_plate_id, payload)
    select event_id, 'DOORPLATE_REVISE', before.id, jsonb_build_object(
      'kind', ${kind}::text, 'effectiveDate', ${effectiveDate}::text,
      'oldDoorPlateId', before.id, 'oldText', before.text,
      'newDoorPlateId', after.id, 'newText', after.text)
    from door_plate_event_plate line
    join door_plate before on before.id = line.old_plate_id and before.status = 'ABOLISHED'
    join door_plate after on after.id = line.new_plate_id
    where event_id = ${eventId}
    order by position`.execute(db)
}

function columnsOf(plate: OpenedPlate, validFrom: string): Record<string, unknown> {
  const { location, ...parts } = plate
  const row = {
    ...parts,
    raw: plate.text,
    hasLostCharacter: false,
    location: `(${location.x},${location.y})`,
    validFrom,
  }
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value]))
}

function columnOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
