import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import {
  openDatabase,
  type AgencyDatabase,
} from '../../../../subgraphs/_kit/database/open-database.ts'
import { createPlateDesk, type PlateDesk } from '../../../../subgraphs/address/event/plate-desk.ts'
import { subgraph } from '../../../../subgraphs/address/index.ts'
import type { Database } from '../../../../subgraphs/address/queries.ts'
import { copyTestDatabase, type DatabaseCopy } from '../../../support/test-database.ts'
import { officerScope, ROAD } from './officer-scope.ts'

let copy: DatabaseCopy
let database: AgencyDatabase<Database>
let officer: PlateDesk
beforeAll(async () => {
  const { name: agency, migrationsFolder: migrations } = subgraph
  copy = await copyTestDatabase({ agency, migrations })
  database = await openDatabase<Database>({ agency, url: copy.url, dataDir: tmpdir(), poolSize: 2 })
  officer = createPlateDesk(database.db, officerScope, () => undefined)
})
afterAll(async () => {
  await database.close()
  await copy.drop()
})

describe('a renumbering of a whole road', () => {
  it('killed at any point leaves nothing, and under its key is then done whole', async () => {
    for (let number = 1; number <= 20; number += 1) await numberHouse(`${number}號`)
    const shown = await officer.renumber({ ...ROAD, key: 'preview', isPreview: true })
    expect(shown.changes).toHaveLength(20)
    const before = await everything()
    const points = ['insert into door_plate (', 'door_plate_link', 'into outbox', 'commit']
    for (const words of points) {
      expect(await killAt(words, shown.revision ?? '')).toBe('SIGKILL')
      expect(await everything()).toEqual(before)
    }
    const revision = shown.revision
    const { changes, rejection } = await officer.renumber({ ...ROAD, key: 'killed', revision })
    expect(rejection).toBeNull()
    expect(changes).toHaveLength(20)
    expect(await database.db.selectFrom('outbox').selectAll().execute()).toHaveLength(20)
  })

  it('whose session the server ends leaves nothing', async () => {
    await numberHouse('21號')
    const shown = await officer.renumber({ ...ROAD, key: 'preview', isPreview: true })
    expect(shown.changes).toHaveLength(1)
    const before = await everything()
    const session = await database.connect()
    await session.run('begin')
    // plates, links and lines are written when the renumbering comes to the outbox and waits
    await session.run('lock table outbox in exclusive mode')
    const waiting = officer
      .renumber({ ...ROAD, key: 'ended', revision: shown.revision })
      .catch((error: unknown) => (error as { code: string }).code)
    for (let ended = 0; ended === 0; await setTimeout(20)) {
      const rows = await session.run(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`)
      ended = rows.length
    }
    expect(await waiting).toBe('DATABASE_UNAVAILABLE')
    await session.run('rollback')
    await session.close()
    expect(await everything()).toEqual(before)
  })
})

async function numberHouse(number: string): Promise<void> {
  const { rejection } = await officer.assign({
    key: `first ${number} ${crypto.randomUUID()}`,
    effectiveDate: '2018-05-01',
    address: {
      townCode: '64000330',
      village: '和安里',
      road: '光華路',
      number,
      location: { longitude: 120.5893, latitude: 23.0846 },
    },
  })
  expect(rejection).toBeNull()
}

async function everything(): Promise<object> {
  const { db } = database
  return {
    plates: await db.selectFrom('doorPlate').selectAll().orderBy('id').execute(),
    links: await db.selectFrom('doorPlateLink').selectAll().execute(),
    events: await db.selectFrom('doorPlateEvent').selectAll().orderBy('id').execute(),
    lines: await db.selectFrom('doorPlateEventPlate').selectAll().orderBy('eventId').execute(),
    outbox: await db.selectFrom('outbox').selectAll().execute(),
  }
}

async function killAt(words: string, revision: string): Promise<NodeJS.Signals | null> {
  const script = fileURLToPath(new URL('./killed-renumbering.ts', import.meta.url))
  const child = spawn(process.execPath, [script, copy.url, 'killed', revision, words], {
    stdio: 'inherit',
  })
  const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  return signal
}
