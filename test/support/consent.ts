import { setTimeout } from 'node:timers/promises'
import { inDatabase } from './arrange.ts'
import { DEMO_CASE, DEMO_CITIZEN } from './client.ts'
import type { RunningHub } from './running-hub.ts'

/** Takes back a consent of the demo case, signed for a purpose, as the citizen may at any moment. */
export async function withdrawConsent(hub: RunningHub, purpose = 'joint-service'): Promise<void> {
  await inDatabase(hub, 'household', (session) =>
    session.run(
      `insert into consent values ($1, $2, $3, 'LOCALTAX_QISHAN', $4, '2018-05-10', '2018-05-10')`,
      [`withdrawn ${purpose}`, DEMO_CASE, DEMO_CITIZEN, purpose],
    ),
  )
}

/** Leaves the sample's consents alone, as they were before. */
export async function forgetWithdrawals(hub: RunningHub): Promise<void> {
  await inDatabase(hub, 'household', (session) =>
    session.run(`delete from consent where consent_no like 'withdrawn %'`),
  )
}

/** Holds every question to a table of an agency, until told; `reached` says that one waits. */
export async function holdTable(
  hub: RunningHub,
  agency: string,
  table: string,
  meanwhile: (reached: () => Promise<void>) => Promise<void>,
): Promise<void> {
  await inDatabase(hub, agency, async (session) => {
    await session.run('begin')
    await session.run(`lock table ${table} in access exclusive mode`)
    const isReached = async (): Promise<boolean> => {
      const rows = await session.run(`select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`)
      return rows.length > 0
    }
    await meanwhile(async () => {
      while (!(await isReached())) await setTimeout(5)
    })
    await session.run('rollback')
  })
}
