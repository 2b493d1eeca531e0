import { setTimeout } from 'node:timers/promises'
import { openConnection } from '../../subgraphs/_kit/database/connection.ts'
import { parseServerUrl } from '../../subgraphs/_kit/database/server-url.ts'
import { DEMO_CITIZEN, signIn, type HubAnswer, type HubClient } from '../support/client.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'
import { acquireTestServer } from '../support/test-database.ts'

let hub: RunningHub
let desk: HubClient

beforeAll(async () => {
  hub = await startTestHub()
  await untilReady()
  desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
}, 90_000)
afterAll(() => hub?.stop())

/** Readiness outlives an outage only of an agency that has answered once. */
async function untilReady(): Promise<void> {
  while ((await fetch(`${hub.origin}/health/ready`)).status !== 200) await setTimeout(50)
}

const ask = (): Promise<HubAnswer> => desk.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })

describe.each([
  ['tax', 'tax'],
  ['vehicle', 'motor'],
  ['welfare', 'welfare'],
])('while %s is stopped', (agency, field) => {
  beforeAll(() => hub.stopAgency(agency))
  afterAll(() => hub.startAgency(agency))

  it('the others answer, and its null has the code AGENCY_UNAVAILABLE', async () => {
    const { status, body } = await ask()
    expect(status).toBe(200)
    const others = ['registration', 'tax', 'motor', 'welfare'].filter((other) => other !== field)
    for (const other of others) expect(body.data.person[other]).not.toBeNull()
    expect(body.data.person[field]).toBeNull()
    expect(body.errors).toContainEqual(
      expect.objectContaining({
        path: ['person', field],
        extensions: { code: 'AGENCY_UNAVAILABLE', agency },
      }),
    )
    expect(statusOf(agency, { status, body } as HubAnswer)).toBe('DOWN')
  })

  it('the health of agencies says so, and the hub stays ready', async () => {
    const agencies = await fetch(`${hub.origin}/health/agencies`)
    expect(agencies.status).toBe(503)
    expect(await agencies.json()).toMatchObject({
      agencies: expect.arrayContaining([{ name: agency, state: 'DOWN' }]),
    })
    expect((await fetch(`${hub.origin}/health/ready`)).status).toBe(200)
    expect((await fetch(`${hub.origin}/health/live`)).status).toBe(200)
  })

  it('the next query after its start heals without a restart of the hub', async () => {
    await hub.startAgency(agency)
    const { body } = await ask()
    expect(body.errors).toBeUndefined()
    expect(body.data.person[field]).not.toBeNull()
    await hub.stopAgency(agency)
  })
})

describe('while address is stopped', () => {
  beforeAll(() => hub.stopAgency('address'))
  afterAll(() => hub.startAgency('address'))

  it('the household keeps its own address text and the plate is told as missing', async () => {
    const answer = await ask()
    const { address } = answer.body.data.person.registration.household
    expect(address.text).toContain('甲仙區')
    expect(answer.body.errors[0].extensions.code).toBe('AGENCY_UNAVAILABLE')
    expect(statusOf('address', answer)).toBe('DOWN')
    expect(statusOf('tax', answer)).toBe('OK')
  })
})

describe('while household is stopped', () => {
  beforeAll(() => hub.stopAgency('household'))

  it('the person is null and no other agency is asked', async () => {
    const answer = await ask()
    expect(answer.body.data).toEqual({ person: null })
    expect(answer.body.errors).toEqual([
      {
        message: 'The agency household does not answer; its facts are missing.',
        path: ['person'],
        extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'household' },
      },
    ])
    expect(statusOf('household', answer)).toBe('DOWN')
    for (const agency of ['address', 'tax', 'vehicle', 'welfare']) {
      expect(statusOf(agency, answer)).toBe('NOT_ASKED')
    }
  })

  it('the next query after its start heals', async () => {
    await hub.startAgency('household')
    const { body } = await ask()
    expect(body.errors).toBeUndefined()
    expect(body.data.person.registration.household.members).toHaveLength(4)
  })
})

function statusOf(agency: string, { body }: HubAnswer): string | undefined {
  const sources: readonly { agency: string; status: string }[] = body.extensions.sources
  return sources.find((source) => source.agency === agency)?.status
}

describe('while an agency’s database is away', () => {
  it('the agency counts as down, nothing of the database is told, and it heals by itself', async () => {
    await setConnectable(false)
    const answer = await ask()
    expect(answer.body.data.person.tax).toBeNull()
    expect(answer.body.data.person.welfare).not.toBeNull()
    expect(answer.body.errors).toContainEqual(
      expect.objectContaining({
        path: ['person', 'tax'],
        extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'tax' },
      }),
    )
    expect(JSON.stringify(answer.body)).not.toMatch(/postgres|copy_|select /i)
    expect(statusOf('tax', answer)).toBe('DOWN')
    await setConnectable(true)
    const healed = await ask()
    expect(healed.body.errors).toBeUndefined()
    expect(healed.body.data.person.tax.bills).not.toHaveLength(0)
  })
})

/** Shuts the tax agency's database to everyone, or opens it again. */
async function setConnectable(isOpen: boolean): Promise<void> {
  const name = decodeURIComponent(new URL(hub.databaseUrl('tax')).pathname.slice(1))
  const { adminUrl, release } = await acquireTestServer()
  const session = await openConnection({
    agency: 'test',
    address: parseServerUrl(adminUrl),
    statementTimeoutMs: 10_000,
  })
  await session.run(`alter database "${name}" with allow_connections ${isOpen}`)
  if (!isOpen) {
    await session.run('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
      name,
    ])
  }
  await session.close()
  await release()
}
