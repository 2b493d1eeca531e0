import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DEMO_CITIZEN, post, signIn, type HubClient } from '../support/client.ts'
import { openCaseFor } from '../support/arrange.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

/** Anything shaped like a national ID, as it would be found by a grep. */
const SHAPE = /[A-Z][12]\d{8}/

let hub: RunningHub
let desk: HubClient
const answers: string[] = []

beforeAll(async () => {
  hub = await startTestHub({}, { isTapped: true })
  desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
  await runQueries()
}, 90_000)
afterAll(() => hub?.stop())

/** As a variable, as a literal, wrong, in names, headers and paths, and with an agency stopped. */
async function runQueries(): Promise<void> {
  const large = await openCaseFor(hub, 'largest household')
  const person = 'query P($id: NationalId!) { person(nationalId: $id) { id flags { kind } } }'
  const all = [
    await desk.ask('OneStopPerson', { nationalId: DEMO_CITIZEN }),
    await desk.ask('OneStopPerson', { nationalId: large.nationalId }, { caseNo: large.caseNo }),
    await desk.ask('CitizenAtDesk', { nationalId: 'S123456784' }),
    await desk.ask('CitizenAtDesk', { nationalId: 'S223456785' }),
    await desk.send(`{ person(nationalId: "${DEMO_CITIZEN}") { id } }`),
    await desk.send('{ person(nationalId: "\\u0053223456786") { id } }'),
    await desk.send(`query ${DEMO_CITIZEN} { person(nationalId: 1) { id } }`),
    await desk.send(`{ ${DEMO_CITIZEN} }`),
    await desk.send(`{ person(nationalId: "${DEMO_CITIZEN}`),
    await desk.send(person, { id: [DEMO_CITIZEN] }),
    await desk.send(person, { id: { number: DEMO_CITIZEN } }),
    await desk.send(person, { id: DEMO_CITIZEN }, { caseNo: DEMO_CITIZEN }),
    await desk.send(person, { id: DEMO_CITIZEN, [DEMO_CITIZEN]: 1 }),
    await post(hub, `{"query":"{ __typename }","operationName":"${DEMO_CITIZEN}"}`),
    await post(hub, `{"${DEMO_CITIZEN}`),
  ]
  for (const path of [`/${DEMO_CITIZEN}`, `/graphql?q=${DEMO_CITIZEN}`, `/oidc/${DEMO_CITIZEN}`]) {
    const response = await fetch(`${hub.origin}${path}`)
    answers.push(await response.text(), response.headers.get('location') ?? '')
  }
  await hub.stopAgency('tax')
  all.push(await desk.ask('OneStopPerson', { nationalId: DEMO_CITIZEN }))
  await hub.startAgency('tax')
  answers.push(...all.map(({ body }) => JSON.stringify(body)))
}

describe('no national ID', () => {
  it('leaves in an answer or an error', () => {
    for (const answer of answers) expect(answer).not.toMatch(SHAPE)
  })

  it('stands in a log of the gateway or an agency', () => {
    expect(hub.logs.text()).toContain('"route":"/graphql"')
    expect(hub.logs.text()).not.toMatch(SHAPE)
  })

  it('stands in a metric', async () => {
    const urls = [hub.origin, ...hub.agencies.map((agency) => hub.agencyUrl(agency).origin)]
    for (const url of urls) {
      const text = await (await fetch(`${url}/metrics`)).text()
      expect(text).toContain('hub_')
      expect(text).not.toMatch(SHAPE)
    }
  })

  it('stands in a URL, a header or an entity hop between the gateway and an agency', () => {
    const hops = hub.taps.flatMap((tap) => tap.seen)
    expect(hops.length).toBeGreaterThan(10)
    for (const { url, headers, body, agency } of hops) {
      expect(url).toBe('/graphql')
      expect(decodeJwts(headers)).not.toMatch(SHAPE)
      // household alone is given the number, as the variable of its root field
      if (agency === 'household' && !body.includes('_entities')) {
        expect(JSON.parse(body).query).not.toMatch(SHAPE)
      } else {
        expect(body).not.toMatch(SHAPE)
      }
    }
  })

  it('stands in a file that the gateway keeps', async () => {
    const texts = await readAll(join(hub.dataDir, 'log'))
    expect(texts.length).toBeGreaterThan(0)
    for (const text of texts) expect(text).not.toMatch(SHAPE)
  })
})

/** Every file of a folder that is being written: read anew when one was renamed between list and read. */
async function readAll(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = files
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
  try {
    return await Promise.all(paths.map((path) => readFile(path, 'latin1')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return readAll(folder)
  }
}

function decodeJwts(headers: string): string {
  const decoded = headers.replaceAll(/[\w-]{20,}/g, (part) => {
    return Buffer.from(part, 'base64url').toString('latin1')
  })
  return headers + decoded
}
