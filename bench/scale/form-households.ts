import { openDatabase } from '../../subgraphs/_kit/database/open-database.ts'
import type { Connection } from '../../subgraphs/_kit/database/connection.ts'
import type { Visitor } from '../visit/citizens.ts'

/** The head of a formed household, and the case under which the head comes. */
export type FormedHousehold = Visitor

/**
 * Moves residents of a sample together until there are `each` households of every size; answers their
 * heads by size. The sample is no longer one of real counts: it is the bench's own.
 */
export async function formHouseholds(
  dataDir: string,
  sizes: readonly number[],
  each: number,
): Promise<ReadonlyMap<number, readonly FormedHousehold[]>> {
  const database = await openDatabase<unknown>({ agency: 'household', dataDir })
  const session = await database.connect()
  try {
    const heads = await session.run(HEADS, [sizes.length * each])
    const keys = heads.map((row) => row['household_key'] as number)
    await session.run(EMPTY, [keys])
    const formed = new Map<number, FormedHousehold[]>()
    for (const [index, head] of heads.entries()) {
      const size = sizes[index % sizes.length] ?? 1
      await session.run(FILL, [keys, size - 1, head['household_key']])
      const visitor = await openCase(session, head['national_id'] as string, index)
      formed.set(size, [...(formed.get(size) ?? []), visitor])
    }
    return formed
  } finally {
    await session.close()
    await database.close()
  }
}

async function openCase(session: Connection, nationalId: string, index: number): Promise<Visitor> {
  const caseNo = `MEMBERS-${index}`
  await session.run(
    `insert into service_case (case_no, client_id, citizen_national_id, status, opened_on)
     values ($1, 'desk-jiaxian', $2, 'OPEN', date '2018-05-10')`,
    [caseNo, nationalId],
  )
  return { nationalId, caseNo }
}

const HEADS = `
  select h.household_key, n.national_id
  from household h join household_member m using (household_key)
  join person_national_id n on n.person_no = m.person_no and n.valid_to is null
  where m.is_present and m.person_no = h.head_person_no and h.type = 'COMMON_LIVING'
    and not exists (select from protection p join household_member mate using (person_no)
      where mate.household_key = h.household_key)
  order by h.household_key limit $1`

const EMPTY = `
  update household_member m set is_present = false, left_on = date '2018-05-09'
  from household h
  where h.household_key = m.household_key and h.household_key = any($1::bigint[])
    and m.is_present and m.person_no <> h.head_person_no`

const FILL = `
  with moving as (
    select m.person_no, row_number() over (order by m.person_no) as place
    from household_member m join household h using (household_key)
    where m.is_present and m.person_no <> h.head_person_no and h.household_key <> all($1::bigint[])
    order by m.person_no limit $2
  )
  update household_member m set household_key = $3, position = 100 + place
  from moving where moving.person_no = m.person_no and m.is_present`
