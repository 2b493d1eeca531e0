import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DEMO_CITIZEN, signIn, type HubAnswer, type HubClient } from '../support/client.ts'
import { expectStillUp } from '../support/refusal.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

let hub: RunningHub
let desk: HubClient
let agency: Server
let behave: (response: ServerResponse) => void
let visited = 0

const listen = async (server: Server): Promise<URL> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`)
}

beforeAll(async () => {
  const listener: RequestListener = (request, response) => {
    if (request.method === 'GET') response.end()
    else request.resume().on('end', () => behave(response))
  }
  agency = createServer(listener)
  const instead = new Map([['tax', await listen(agency)]])
  const env = { HUB_PUBLIC_RATE: '0', HUB_AGENCY_DEADLINE_MS: '400' }
  hub = await startTestHub(env, { instead })
  desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
}, 90_000)
afterEach(() => expectStillUp(hub))
afterAll(async () => {
  agency.closeAllConnections()
  agency.close()
  await hub?.stop()
})

const ask = (): Promise<HubAnswer> => desk.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })
const json = (text: string) => (response: ServerResponse) =>
  void response.writeHead(200, { 'content-type': 'application/json' }).end(text)
const entity = (person: unknown): ((response: ServerResponse) => void) =>
  json(JSON.stringify({ data: { _entities: [person] } }))

/** The tax facts are null under one of these codes; every other agency's are whole. */
function expectMasked({ status, body }: HubAnswer, ...codes: readonly string[]): void {
  expect(status).toBe(200)
  expect(body.data.person.tax ?? null).toBeNull()
  expect(body.data.person.motor).not.toBeNull()
  expect(body.data.person.welfare).not.toBeNull()
  const told = body.errors.map(
    ({ extensions }: { extensions: { code: string } }) => extensions.code,
  )
  expect(told.length).toBeGreaterThan(0)
  for (const code of told) expect(codes).toContain(code)
}

describe('B8 an agency that answers', () => {
  it.each([
    [
      'HTML',
      (response: ServerResponse) =>
        void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>x'),
    ],
    ['nonsense under the name of JSON', json('{"data":')],
    ['a list', json('[1]')],
    ['entities that are no list', json('{"data":{"_entities":{"length":1}}}')],
    ['more entities than were asked', json('{"data":{"_entities":[{},{},{}]}}')],
    ['tax facts that are a number', entity({ tax: 1 })],
    [
      'tax facts of wrong types',
      entity({ tax: { asOf: {}, authority: [], bills: 'x', selfUseResidence: 7 } }),
    ],
    [
      '1 GB by its word',
      (response: ServerResponse) =>
        void response
          .writeHead(200, { 'content-type': 'application/json', 'content-length': 2 ** 30 })
          .write('{'),
    ],
  ])('%s is not believed', async (_what, behaviour) => {
    behave = behaviour
    const answer = await ask()
    const { tax } = answer.body.data.person
    if (tax !== null) expect(tax).toMatchObject({ bills: null })
    else expectMasked(answer, 'AGENCY_INVALID_ANSWER')
  })

  it('under __proto__, constructor or toString reaches no prototype', async () => {
    behave = json(
      '{"data":{"_entities":[{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},"tax":{"__proto__":{"isAdmin":true},"asOf":"2018-05-10T00:00:00+08:00"}}]},"__proto__":{"isAdmin":true}}',
    )
    const { status } = await ask()
    expect(status).toBe(200)
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
  })

  it('by a redirect sends the gateway nowhere', async () => {
    const elsewhere = createServer((_request, response) => {
      visited += 1
      json('{"data":{"_entities":[{}]}}')(response)
    })
    const url = await listen(elsewhere)
    for (const location of ['http://169.254.169.254/latest/meta-data/', url.href]) {
      behave = (response) => void response.writeHead(307, { location }).end()
      expectMasked(await ask(), 'AGENCY_INVALID_ANSWER')
    }
    expect(visited).toBe(0)
    elsewhere.close()
  })

  it('by errors full of SQL, hosts and stacks tells the client none of it', async () => {
    behave = json(
      JSON.stringify({
        data: null,
        errors: [
          {
            message: 'SELECT * FROM bill at postgres://tax:secret@10.0.0.7',
            extensions: { code: 'X', stack: 'at a.ts:1' },
          },
        ],
      }),
    )
    const answer = await ask()
    expectMasked(answer, 'INTERNAL')
    expect(JSON.stringify(answer.body)).not.toMatch(/SELECT|postgres|secret|10\.0\.0\.7|a\.ts/)
  })

  it('by closing the connection, or not at all, is down or out of time', async () => {
    behave = (response) => void response.socket?.destroy()
    expectMasked(await ask(), 'AGENCY_UNAVAILABLE')
    behave = () => undefined
    expectMasked(await ask(), 'AGENCY_TIMEOUT')
    behave = (response) =>
      void response.writeHead(200, { 'content-type': 'application/json' }).write('{"data"')
    expectMasked(await ask(), 'AGENCY_TIMEOUT')
  })
})
