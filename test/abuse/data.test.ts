import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { inDatabase } from '../support/arrange.ts'
import { DEMO_CASE, DEMO_CITIZEN, post, signIn, type HubClient } from '../support/client.ts'
import { exchangeRaw } from '../support/raw-exchange.ts'
import { expectStillUp } from '../support/refusal.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'
import { ROOT } from '../support/source-tree.ts'

const run = promisify(execFile)

/** A forged line, ANSI by ESC and by C1, and an override of direction; the mark tells where it went. */
const MARK = 'injected-by-caller'
const FORGED = `${MARK}\n{"level":60,"msg":"${MARK}"}\r\n`
const HOSTILE = `${FORGED}\u001b[2J\u009b31m\u202e${MARK}`
// Every control character but the line feed, overrides and isolates of direction.
const STEERING = /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

/** What a name must not do where a clerk opens it: run as a formula, a script or a terminal's command. */
const HOSTILE_NAME = `=HYPERLINK("http://evil.example")<script>alert(1)</script>\u202e\u009b31m`

let hub: RunningHub
let desk: HubClient
beforeAll(async () => {
  hub = await startTestHub({ HUB_PUBLIC_RATE: '0' })
  desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
}, 90_000)
afterEach(() => expectStillUp(hub))
afterAll(() => hub?.stop())

describe('I3 what a caller writes', () => {
  beforeAll(async () => {
    const person = 'query P($id: NationalId!) { person(nationalId: $id) { id } }'
    const inBody = [
      { query: HOSTILE },
      { query: `query ${MARK.replaceAll('-', '_')} { __typename # ${HOSTILE}\n}` },
      { query: person, variables: { id: HOSTILE } },
      { query: person, variables: { id: DEMO_CITIZEN, [HOSTILE]: HOSTILE } },
      { query: person, operationName: HOSTILE, variables: { id: DEMO_CITIZEN } },
      { documentId: HOSTILE },
      { [HOSTILE]: HOSTILE },
    ]
    for (const body of inBody) await post(hub, JSON.stringify(body))
    for (const personId of [HOSTILE, MARK]) await desk.ask('AccessLog', { personId })
    await desk.ask('AccessLog', { personId: 'x', after: HOSTILE })
    await desk.ask('DisclosureReceipt', { requestId: HOSTILE })
    await desk.send(person, { id: HOSTILE })
    // headers and paths as bytes, past what a client library would refuse to send
    const [tail] = [`\u001b[2J${MARK}\u009b31m`]
    for (const line of [
      'hub-case',
      'user-agent',
      'authorization',
      'dpop',
      'x-request-id',
      'origin',
    ]) {
      await exchangeRaw(
        hub.origin,
        `POST /graphql HTTP/1.1\r\nhost: x\r\n${line}: ${tail}\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}`,
      )
    }
    await exchangeRaw(hub.origin, `GET /${tail} HTTP/1.1\r\nhost: x\r\n\r\n`)
    await fetch(`${hub.origin}/receipts/0/${encodeURIComponent(HOSTILE)}`)
    await fetch(
      `${hub.origin}/oidc/${encodeURIComponent(HOSTILE)}?client_id=${encodeURIComponent(HOSTILE)}`,
    )
  })

  it('I3 makes no line of a log: each is one JSON object of the hub’s own', () => {
    const lines = hub.logs.text().trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(15)
    for (const line of lines) {
      const entry = JSON.parse(line) as { level: number; part: string; msg: string }
      expect(entry.part).toEqual(expect.any(String))
      expect(entry.msg).not.toContain(MARK)
      expect(entry.level).toBeLessThan(60)
    }
  })

  it('I3 steers no terminal that shows a log', () => {
    expect(hub.logs.text()).not.toMatch(STEERING)
    expect(hub.logs.text()).not.toContain(MARK)
  })

  it('I3 stands in the disclosure log and its index as data or not at all', async () => {
    await desk.ask('AccessLog', { personId: 'x' })
    const rows = await inDatabase(hub, 'hub', (session) =>
      session.run('select * from disclosure join ground on ground.id = ground_id'),
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(MARK)
  })
})

describe('I4 a hostile name in a register', () => {
  beforeAll(() =>
    inDatabase(hub, 'household', (session) =>
      session.run(
        `update person set full_name = $1 from person_national_id number
          where number.person_no = person.person_no and number.national_id = $2`,
        [HOSTILE_NAME, DEMO_CITIZEN],
      ),
    ),
  )

  it('I4 leaves as JSON that no browser takes for a page', async () => {
    const { body, headers } = await desk.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })
    expect(body.data.person.name.full).toBe(HOSTILE_NAME)
    expect(headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json\b/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('I4 moves nothing on the terminal that prints it, and is the same to what reads it', async () => {
    const words = ['--as', 'desk-jiaxian', '--case', DEMO_CASE, '--operation', 'OneStopPerson']
    const env = {
      PATH: '/usr/bin:/bin',
      HUB_DATA_DIR: hub.dataDir,
      HUB_PORT: new URL(hub.origin).port,
    }
    const variables = ['--variables', JSON.stringify({ nationalId: DEMO_CITIZEN })]
    const command = ['cli/hub.ts', 'query', ...words, ...variables]
    const { stdout } = await run(process.execPath, command, { cwd: ROOT, env })
    expect(stdout).not.toMatch(STEERING)
    const { data } = JSON.parse(stdout) as { data: { person: { name: { full: string } } } }
    expect(data.person.name.full).toBe(HOSTILE_NAME)
  }, 20_000)

  it('I4 no address of the hub answers with a page, or the page has a policy for scripts', async () => {
    const paths = [
      '/',
      '/graphql',
      '/desk',
      '/oidc/auth',
      '/oidc/none',
      '/receipts/0/x',
      '/open-data',
      '/x',
    ]
    for (const path of paths) {
      const query = `?error=${encodeURIComponent('<script>alert(1)</script>')}`
      const response = await fetch(`${hub.origin}${path}${query}`, {
        headers: { accept: 'text/html' },
        redirect: 'manual',
      })
      const text = await response.text()
      expect(text).not.toContain('<script>alert')
      if (!/html/.test(response.headers.get('content-type') ?? '')) continue
      const policy = response.headers.get('content-security-policy') ?? ''
      expect({ path, policy }).toMatchObject({
        policy: expect.stringMatching(/default-src|script-src/),
      })
      expect(policy).not.toContain("'unsafe-inline'")
    }
  })
})
