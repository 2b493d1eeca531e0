import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inDatabase } from '../support/arrange.ts'
import { DEMO_CITIZEN, signIn, type HubAnswer } from '../support/client.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

const CLIENTS = {
  'desk-jiaxian': 'joint-service',
  'social-affairs': 'low-income-review',
  'local-tax': 'tax-assessment',
  'motor-office': 'vehicle-registration',
  'police-jiaxian': 'lookup-lost-person',
}

let hub: RunningHub
/** What somebody would search logs for: every text of the citizen's answers that tells of a person. */
let personal: ReadonlySet<string>

beforeAll(async () => {
  hub = await startTestHub({ HUB_LOG_LEVEL: 'trace' })
  const answers: HubAnswer[] = []
  for (const [client, purpose] of Object.entries(CLIENTS)) {
    const asked = await signIn(hub, client, purpose)
    answers.push(await asked.ask('OneStopPerson', { nationalId: DEMO_CITIZEN }))
    answers.push(await asked.ask('CitizenAtDesk', { nationalId: DEMO_CITIZEN }))
  }
  const desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
  const { person } = answers[0]!.body.data
  await desk.ask('AccessLog', { personId: person.id })
  await desk.ask('AccessLog', { personId: person.id.slice(0, -2) })
  await hub.stopAgency('tax')
  await desk.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })
  await hub.startAgency('tax')
  personal = new Set([DEMO_CITIZEN, ...answers.flatMap(({ body }) => personalIn(body.data))])
}, 120_000)
afterAll(() => hub?.stop())

/** Names, numbers, dates of birth, addresses, plates, keys: texts under fields that tell of a person. */
function personalIn(value: unknown, field = ''): readonly string[] {
  if (typeof value === 'string') return PERSONAL.test(field) && value.length > 2 ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((item) => personalIn(item, field))
  return Object.entries(value).flatMap(([name, inner]) => personalIn(inner, name))
}

const PERSONAL =
  /^(id|full|surname|latin|birthDate|nationalIdMasked|text|plateNo|vin|billNo|licenceNo|applicationNo)$/

function expectNone(text: string): void {
  expect([...personal].filter((secret) => text.includes(secret))).toEqual([])
  expect(text).not.toMatch(/[A-Z][12]\d{8}/)
}

describe('L5 a search for personal data', () => {
  it('L5 has what to search for', () => {
    expect(personal.size).toBeGreaterThan(20)
  })

  it('L5 finds none in the logs of gateway and agencies, at their most talkative', () => {
    expect(hub.logs.text().split('\n').length).toBeGreaterThan(10)
    expectNone(hub.logs.text())
  })

  it.each(['log', 'subjects', 'keys'])('L5 finds none in the files of %s/', async (folder) => {
    const files = await readdir(join(hub.dataDir, folder), { recursive: true, withFileTypes: true })
    const plain = files.filter((file) => file.isFile())
    expect(plain.length).toBeGreaterThan(0)
    for (const file of plain) {
      expectNone(await readFile(join(file.parentPath, file.name), 'utf8'))
    }
  })

  it('L5 finds none in any table of the index over the log', async () => {
    await inDatabase(hub, 'hub', async (session) => {
      const tables = await session.run(
        `select relname, (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I',
                relname), false, true, '')))[1]::text as count
           from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
      )
      expect(tables.find(({ relname }) => relname === 'disclosure_subject')).not.toMatchObject({
        count: '0',
      })
      for (const { relname } of tables) {
        expectNone(JSON.stringify(await session.run(`select * from "${String(relname)}"`)))
      }
    })
  })

  it('L5 finds none in the metrics', async () => {
    const origins = [hub.origin, ...hub.agencies.map((agency) => hub.agencyUrl(agency).origin)]
    for (const origin of origins) expectNone(await (await fetch(`${origin}/metrics`)).text())
  })
})
