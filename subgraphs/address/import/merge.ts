import type { Connection } from '../../_kit/database/connection.ts'
import { PLATE_COLUMNS } from './plate-columns.ts'

/** How the plates of a file met the register. */
export interface MergeCounts {
  readonly imported: number
  readonly updated: number
  readonly unchanged: number
}

/** A row of the file whose address stands on another line too, which was taken. */
export interface DuplicateRow {
  readonly line: number
  readonly takenLine: number
  readonly raw: string
}

const ADDRESSES_A_PART = 10_000

/**
 * Puts each address of the staged rows once into `fresh_plate` (the first line that has a note, else
 * the first line), in parts that one short transaction can take; all rows of one address are in one
 * part. Answers the number of parts.
 */
export async function prepareParts(session: Connection): Promise<number> {
  await session.run(
    `create temp table fresh_plate as
     select null::text collate "C" as plate_id, null::text as outcome,
       (dense_rank() over (order by address_key) - 1) / ${ADDRESSES_A_PART} as part, first.*
     from (
       select distinct on (address_key, coalesce(neighborhood, 0)) *
       from staged_plate
       order by address_key, coalesce(neighborhood, 0), note is null, line
     ) first`,
  )
  await session.run(`create index on fresh_plate (part)`)
  await session.run(`analyze fresh_plate`)
  const [row] = await session.run(
    `select coalesce(max(part) + 1, 0)::int as parts from fresh_plate`,
  )
  return Number(row?.['parts'])
}

/** Rows of the file that repeat an address of it, a thousand at a time. */
export async function* findDuplicates(session: Connection): AsyncIterable<readonly DuplicateRow[]> {
  const statement = session.run(
    `select s.line, f.line as taken_line, s.raw
     from staged_plate s
     join fresh_plate f on f.address_key = s.address_key
       and coalesce(f.neighborhood, 0) = coalesce(s.neighborhood, 0) and f.line <> s.line
     order by s.line`,
  )
  for await (const rows of statement.cursor(1_000)) {
    yield rows.map(({ line, taken_line: takenLine, raw }) => ({ line, takenLine, raw }) as never)
  }
}

/** Merges one part in one transaction. Merging it again changes nothing. */
export async function mergePart(session: Connection, part: number): Promise<MergeCounts> {
  await session.run('begin')
  try {
    for (const statement of [
      MATCH_SAME,
      MATCH_MOVED,
      MATCH_ABOLISHED,
      UPDATE_CHANGED,
      INSERT_NEW,
    ]) {
      await session.run(statement, [part])
    }
    const [row] = await session.run(COUNT, [part])
    await session.run('commit')
    if (isPowerOfTwo(part + 1)) await session.run('analyze door_plate')
    return row as unknown as MergeCounts
  } catch (error) {
    await session.run('rollback')
    throw error
  }
}

/** While the register doubles, its statistics must follow, or the next part reads all of it. */
function isPowerOfTwo(value: number): boolean {
  return (value & (value - 1)) === 0
}

// The key, its neighbourhood and the id stay; a note, a point or a better reading may change.
const COMPARED = PLATE_COLUMNS.filter(
  (column) => !['id', 'address_key', 'neighborhood', 'location'].includes(column),
)
const IN_FORCE = `d.status = 'ACTIVE' and not d.is_synthetic`

const MATCH_SAME = `
  update fresh_plate f set plate_id = d.id, outcome = case
    when (d.location <-> f.location) < 0.005
      and (${COMPARED.map((column) => `d.${column}`).join(', ')})
        is not distinct from (${COMPARED.map((column) => `f.${column}`).join(', ')})
    then 'SAME' else 'CHANGED' end
  from door_plate d
  where f.part = $1 and d.address_key = f.address_key
    and coalesce(d.neighborhood, 0) = coalesce(f.neighborhood, 0) and ${IN_FORCE}`

// An office redrew the neighbourhoods: one plate of a street left on either side is the same plate.
const MATCH_MOVED = `
  with leftover as (
    select address_key, min(line) as line from fresh_plate
    where part = $1 and plate_id is null and has_street
    group by address_key having count(*) = 1
  ), candidate as (
    select d.address_key, min(d.id) as id
    from leftover join door_plate d using (address_key)
    where ${IN_FORCE} and not exists (
      select from fresh_plate taken
      where taken.part = $1 and taken.address_key = d.address_key and taken.plate_id = d.id
    )
    group by d.address_key having count(*) = 1
  )
  update fresh_plate f set plate_id = candidate.id, outcome = 'CHANGED'
  from leftover join candidate using (address_key)
  where f.part = $1 and f.address_key = leftover.address_key and f.line = leftover.line`

// What an officer abolished stays abolished, whatever an older file says.
const MATCH_ABOLISHED = `
  update fresh_plate f set plate_id = d.id, outcome = 'SAME'
  from door_plate d
  where f.part = $1 and f.plate_id is null and d.address_key = f.address_key
    and coalesce(d.neighborhood, 0) = coalesce(f.neighborhood, 0)
    and d.status = 'ABOLISHED' and not d.is_synthetic`

const CHANGING = PLATE_COLUMNS.filter((column) => !['id', 'address_key'].includes(column))
const UPDATE_CHANGED = `
  update door_plate d
  set version = d.version + 1, ${CHANGING.map((column) => `${column} = f.${column}`).join(', ')}
  from fresh_plate f
  where f.part = $1 and f.outcome = 'CHANGED' and d.id = f.plate_id`

// The id of an address may already be that of a plate whose neighbourhood has changed since.
const INSERT_NEW = `
  insert into door_plate (${PLATE_COLUMNS.join(', ')})
  select case when exists (select from door_plate d where d.id = f.id)
      then f.id || '-' || (select count(*) + 1 from door_plate d where d.address_key = f.address_key)
      else f.id end,
    ${PLATE_COLUMNS.slice(1)
      .map((column) => `f.${column}`)
      .join(', ')}
  from fresh_plate f
  where f.part = $1 and f.plate_id is null`

const COUNT = `
  select count(*) filter (where outcome is null)::int as imported,
    count(*) filter (where outcome = 'CHANGED')::int as updated,
    count(*) filter (where outcome = 'SAME')::int as unchanged
  from fresh_plate where part = $1`
