import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createDpopProof } from '../../auth/client-token.ts'
import { hashBody, mintHopToken, type HopRequest } from '../../auth/hop-token.ts'
import { createSealer } from '../../auth/sealed-key.ts'
import { DEMO_CASE, DEMO_CITIZEN, post, signIn } from '../support/client.ts'
import { exchangeRaw } from '../support/raw-exchange.ts'
import { expectStillUp } from '../support/refusal.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

let hub: RunningHub
beforeAll(async () => {
  hub = await startTestHub({ HUB_PUBLIC_RATE: '0' })
}, 90_000)
afterEach(() => expectStillUp(hub))
afterAll(() => hub?.stop())

const QUERY = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { tax { asOf } } } }`
const personKey = (): string => createSealer(hub.sealedKey).seal(DEMO_CITIZEN)
const person = (id = personKey()): object => ({
  __typename: 'Person',
  id,
  formerIds: [],
  isProtected: false,
})
const bodyOf = (representations: readonly object[]): string =>
  JSON.stringify({ query: QUERY, variables: { r: representations } })

function tokenFor(
  body: string,
  changes: Partial<HopRequest> = {},
  now?: number,
  key = 'tax',
): string {
  const request: HopRequest = {
    sub: 'desk-jiaxian',
    agency: 'QS_HRO',
    client: 'desk-jiaxian',
    role: 'desk-clerk',
    purpose: 'joint-service',
    legalBasis: 'x',
    case: DEMO_CASE,
    scopes: ['tax:bills'],
    existence: true,
    regions: null,
    caseAssignment: false,
    requestId: 'x',
    aud: 'tax',
    bh: hashBody(body),
    ...changes,
  }
  return mintHopToken(request, hub.keys.hopKey(key), now)
}

async function askTax(body: string, token?: string): Promise<{ status: number; text: string }> {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const headers = { 'content-type': 'application/json', ...authorization }
  const response = await fetch(hub.agencyUrl('tax'), { method: 'POST', headers, body })
  return { status: response.status, text: await response.text() }
}

function expectClosed({ status, text }: { status: number; text: string }): void {
  expect(status).toBe(401)
  expect(JSON.parse(text).errors[0].extensions.code).toMatch(/^HOP_TOKEN_/)
  expect(text).not.toContain('asOf')
}

it('B1 an agency refuses a call without a token', async () => {
  expectClosed(await askTax(bodyOf([person()])))
})

it('B2 and an expired one, one for another agency, and one of another key', async () => {
  const body = bodyOf([person()])
  expectClosed(await askTax(body, tokenFor(body, {}, Math.floor(Date.now() / 1000) - 60)))
  expectClosed(await askTax(body, tokenFor(body, { aud: 'welfare' })))
  expectClosed(await askTax(body, tokenFor(body, {}, undefined, 'welfare')))
})

it('B3 and one for another body', async () => {
  expectClosed(await askTax(bodyOf([person()]), tokenFor('{}')))
})

it('B4 and one that was used', async () => {
  const body = bodyOf([person()])
  const token = tokenFor(body)
  expect((await askTax(body, token)).status).toBe(200)
  expectClosed(await askTax(body, token))
})

it('B5 representations cannot be forged, at an agency or through the hub', async () => {
  const forged = { ...person('x'.repeat(40)), formerIds: [personKey()] }
  const body = bodyOf([forged])
  expectClosed(await askTax(body))
  const { text } = await askTax(body, tokenFor(body))
  expect(text).toContain('PERSON_KEY_INVALID')
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }`
  const { status } = await post(hub, JSON.stringify({ query, variables: { r: [person()] } }))
  expect(status).toBe(400)
})

it('B6 an unknown __typename tells nothing', async () => {
  for (const name of ['Nobody', '__proto__', 'Query', '']) {
    const body = bodyOf([{ __typename: name, id: 'x' }])
    const { text } = await askTax(body, tokenFor(body))
    expect(JSON.parse(text).data?._entities?.[0] ?? null).toBeNull()
    expect(text).not.toMatch(/node_modules|\.ts:|select /)
  }
})

it('B7 10,000 representations leave the agency alive', async () => {
  const body = bodyOf(Array.from({ length: 10_000 }, () => person('x'.repeat(40))))
  const { status, text } = await askTax(body, tokenFor(body))
  expect(status).toBe(200)
  const { data, errors } = JSON.parse(text)
  expect(new Set(data._entities.map((entity: unknown) => JSON.stringify(entity)))).toEqual(
    new Set(['{"tax":null}']),
  )
  const codes = errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code)
  expect(new Set(codes)).toEqual(new Set(['PERSON_KEY_INVALID']))
  const next = bodyOf([person()])
  expect((await askTax(next, tokenFor(next))).status).toBe(200)
  // a refusal of each costs some 0.2 ms of a free core, linearly: seconds, and several times that on a busy one
}, 60_000)

it('B9 nothing in a request chooses which address the hub asks', async () => {
  let visits = 0
  const canary = createServer((_request, response) => {
    visits += 1
    response.end('{}')
  })
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(canary.address() as AddressInfo).port}`
  const url = `http://${host}/`
  const { accessToken, dpopKey: key, ask } = await signIn(hub, 'desk-jiaxian', 'joint-service')
  expect(
    (await ask('CitizenAtDesk', { nationalId: DEMO_CITIZEN, url })).body.errors,
  ).toBeUndefined()
  const forwarded = { 'x-forwarded-host': host, forwarded: `host=${host};proto=http`, via: host }
  const named = { ...forwarded, 'hub-url-tax': url, 'x-original-url': url, referer: url }
  const query =
    'query ($id: NationalId!) { person(nationalId: $id) { tax { asOf } motor { asOf } } }'
  const said = {
    query,
    variables: { id: DEMO_CITIZEN, url },
    extensions: { url },
    url,
    agency: url,
  }
  const proof = await createDpopProof({ key, method: 'POST', url: hub.graphqlUrl, accessToken })
  const authorization = `DPoP ${accessToken}`
  const headers = { ...named, authorization, dpop: proof, 'hub-case': DEMO_CASE }
  const { body } = await post(hub, JSON.stringify(said), headers)
  expect(body.data.person).toMatchObject({ tax: { asOf: expect.any(String) } })
  for (const path of [`/open-data/${url}`, `/receipts/0/x?log=${url}`, `//${host}/x`]) {
    await exchangeRaw(
      hub.origin,
      `GET ${path} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`,
    )
  }
  expect(visits).toBe(0)
  canary.close()
})
