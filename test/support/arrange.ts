import { parseServerUrl } from '../../subgraphs/_kit/database/server-url.ts'
import { openConnection, type Connection } from '../../subgraphs/_kit/database/connection.ts'
import type { RunningHub } from './running-hub.ts'

/** A citizen of the sample with an open case. */
export interface CitizenWithCase {
  readonly nationalId: string
  readonly caseNo: string
  /** People present in the household. */
  readonly members: number
}

const CITIZENS = {
  'largest household': `order by members desc, household_key limit 1`,
  'person living alone': `having count(*) = 1 order by household_key limit 1`,
  'protected person': `having bool_or(exists (select from protection p
     where p.person_no = member.person_no and p.valid_to is null)) order by household_key limit 1`,
} as const

let opened = 0

/** Opens a case for a citizen of that kind, as a visit would. */
export async function openCaseFor(
  hub: RunningHub,
  kind: keyof typeof CITIZENS,
): Promise<CitizenWithCase> {
  return inDatabase(hub, 'household', async (session) => {
    const isProtected = kind === 'protected person'
    const [household] = await session.run(
      `select household_key, count(*)::int as members
         from household_member member join household using (household_key)
        where is_present and status = 'CURRENT' and type <> 'COMMON_BUSINESS'
        group by household_key ${CITIZENS[kind]}`,
    )
    const [citizen] = await session.run(
      `select national_id from household_member join person_national_id using (person_no)
        where household_key = $1 and is_present and valid_to is null
          and ($2 = 'false' or exists (select from protection p
            where p.person_no = household_member.person_no and p.valid_to is null))
        order by position limit 1`,
      [household!['household_key'], String(isProtected)],
    )
    const nationalId = String(citizen!['national_id'])
    const caseNo = `1070510-9${String(++opened).padStart(3, '0')}`
    await session.run(
      `insert into service_case (case_no, citizen_national_id, status, opened_on)
       values ($1, $2, 'OPEN', '2018-05-10')`,
      [caseNo, nationalId],
    )
    return { nationalId, caseNo, members: Number(household!['members']) }
  })
}

/** Runs statements in an agency's database, for what no client can arrange. */
export async function inDatabase<Result>(
  hub: RunningHub,
  agency: string,
  run: (session: Connection) => PromiseLike<Result>,
): Promise<Result> {
  const address = parseServerUrl(hub.databaseUrl(agency))
  const session = await openConnection({ agency, address, statementTimeoutMs: 10_000 })
  try {
    return await run(session)
  } finally {
    await session.close()
  }
}
