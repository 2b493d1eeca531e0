import { openDatabase, type AgencyDatabase } from '../../subgraphs/_kit/database/open-database.ts'

/** A citizen at the desk, and the case that was opened for the visit. */
export interface Visitor {
  readonly nationalId: string
  readonly caseNo: string
}

// No case of a register is numbered so; the process tells one run's cases from another's.
const PREFIX = `BENCH-${process.pid}-`

/** Residents who can be sent to the desk, drawn from the register itself. */
export interface Citizens {
  /** Draws `count` residents at random, each with an open case; the same ones for the same seed. */
  invite(count: number, seed: number): Promise<readonly Visitor[]>
  readonly population: number
  /** Removes the cases, and lets go of the database. */
  close(): Promise<void>
}

/** Opens the household register of a data folder for drawing. */
export async function openCitizens(dataDir: string): Promise<Citizens> {
  const database = await openDatabase<unknown>({ agency: 'household', dataDir })
  await forgetCasesOfDead(database)
  const [row] = await runAlone(
    database,
    'select count(*)::int as present from household_member where is_present',
  )
  const population = Number(row?.['present'])
  return {
    population,
    async invite(count, seed) {
      await forgetCases(database)
      const drawn = await runAlone(database, drawFrom(population, count, seed), [count, PREFIX])
      return drawn.map((each) => ({
        nationalId: each['citizen_national_id'] as string,
        caseNo: each['case_no'] as string,
      }))
    },
    async close() {
      await forgetCases(database)
      await database.close()
    },
  }
}

/** Draws from a part of the register that has enough, as ordering a whole city takes seconds. */
function drawFrom(population: number, count: number, seed: number): string {
  const percent = Math.min(100, ((count * 1.5 + 100) / population) * 100)
  return `
  with ordered as (
    select n.national_id
    from household_member m tablesample bernoulli (${percent}) repeatable (${seed})
      join person_national_id n using (person_no)
    where m.is_present and n.valid_to is null
    order by hashint8extended(m.person_no, ${seed})
    limit $1
  )
  insert into service_case (case_no, client_id, citizen_national_id, status, opened_on)
  select $2 || row_number() over (), 'desk-jiaxian', national_id, 'OPEN', date '2018-05-10'
  from ordered
  returning case_no, citizen_national_id`
}

async function forgetCases(database: AgencyDatabase<unknown>, prefix = PREFIX): Promise<void> {
  await runAlone(database, `delete from service_case where case_no like $1 || '%'`, [prefix])
}

/** A run that was killed could not take its cases along. */
async function forgetCasesOfDead(database: AgencyDatabase<unknown>): Promise<void> {
  const found = await runAlone(
    database,
    `select distinct split_part(case_no, '-', 2)::int as pid from service_case
     where case_no ~ '^BENCH-[0-9]+-'`,
  )
  for (const { pid } of found) {
    if (!isAlive(pid as number)) await forgetCases(database, `BENCH-${pid as number}-`)
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** On a session without a time limit: drawing from a city takes some seconds. */
async function runAlone(
  database: AgencyDatabase<unknown>,
  text: string,
  parameters: readonly unknown[] = [],
): Promise<readonly Record<string, unknown>[]> {
  const session = await database.connect()
  try {
    return [...(await session.run(text, parameters))]
  } finally {
    await session.close()
  }
}
