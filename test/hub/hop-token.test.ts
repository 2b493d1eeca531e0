import { hashBody, mintHopToken, type HopRequest } from '../../auth/hop-token.ts'
import { createSealer } from '../../auth/sealed-key.ts'
import { DEMO_CASE, DEMO_CITIZEN } from '../support/client.ts'
import { granted } from '../support/case-grants.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

let hub: RunningHub

beforeAll(async () => {
  hub = await startTestHub()
}, 90_000)
afterAll(() => hub?.stop())

const QUERY = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { tax { asOf } } } }`

interface Direct {
  readonly status: number
  // oxlint-disable-next-line typescript/no-explicit-any -- the shape is what a test asserts
  readonly body: any
}

async function askTax(body: string, authorization?: string): Promise<Direct> {
  const response = await fetch(hub.agencyUrl('tax'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    body,
  })
  return { status: response.status, body: await response.json() }
}

/** The caller of every token here. */
const CALLER: Omit<HopRequest, 'bh'> = {
  sub: 'desk-jiaxian',
  agency: 'JIAXIAN_DISTRICT',
  client: 'desk-jiaxian',
  role: 'clerk',
  purpose: 'joint-service',
  legalBasis: 'test',
  case: DEMO_CASE,
  scopes: ['tax:bills'],
  existence: true,
  regions: null,
  caseAssignment: false,
  requestId: '00000000-0000-0000-0000-000000000000',
  aud: 'tax',
}

function bodyFor(personId: string): string {
  const representation = { __typename: 'Person', id: personId, formerIds: [], isProtected: false }
  const r = granted([representation], CALLER, createSealer(hub.sealedKey))
  return JSON.stringify({ query: QUERY, variables: { r } })
}

function citizenKey(): string {
  return createSealer(hub.sealedKey).seal(DEMO_CITIZEN)
}

function token(
  body: string,
  changes: Partial<HopRequest> = {},
  now?: number,
  agency = 'tax',
): string {
  const request = { ...CALLER, bh: hashBody(body), ...changes }
  return `Bearer ${mintHopToken(request, hub.keys.hopKey(agency), now)}`
}

describe('an agency asked past the gateway', () => {
  it.each(['household', 'address', 'tax', 'vehicle', 'welfare'])(
    '%s gives neither data nor its schema without a hop token',
    async (agency) => {
      for (const query of ['{ _service { sdl } }', '{ __schema { types { name } } }', QUERY]) {
        const response = await fetch(hub.agencyUrl(agency), {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        })
        expect(response.status).toBe(401)
        const body = await response.text()
        expect(JSON.parse(body).errors[0].extensions.code).toBe('HOP_TOKEN_MISSING')
        expect(body).not.toContain('type ')
        expect(JSON.parse(body).data).toBeUndefined()
      }
    },
  )

  it('answers a fetch with a valid token once', async () => {
    const body = bodyFor(citizenKey())
    const valid = token(body)
    const first = await askTax(body, valid)
    expect(first.status).toBe(200)
    expect(first.body.data._entities[0].tax.asOf).toBe('2018-05-10T00:00:00+08:00')
    const second = await askTax(body, valid)
    expect(second).toMatchObject({ status: 401, body: { errors: [code('HOP_TOKEN_REPLAYED')] } })
  })

  it.each([
    ['of another audience', 'HOP_TOKEN_AUDIENCE', { aud: 'welfare' }, undefined, 'tax'],
    ['of another agency’s key', 'HOP_TOKEN_INVALID', {}, undefined, 'welfare'],
    ['that has expired', 'HOP_TOKEN_EXPIRED', {}, Math.floor(Date.now() / 1000) - 60, 'tax'],
    ['for another body', 'HOP_TOKEN_BODY', { bh: hashBody('{}') }, undefined, 'tax'],
  ] as const)('refuses a token %s', async (_what, expected, changes, now, agency) => {
    const body = bodyFor(citizenKey())
    const answer = await askTax(body, token(body, changes, now, agency))
    expect(answer).toMatchObject({ status: 401, body: { errors: [code(expected)] } })
    expect(answer.body.data).toBeUndefined()
  })

  it('refuses a sealed key that was altered or made elsewhere', async () => {
    const key = citizenKey()
    const forged = createSealer(new Uint8Array(64)).seal(DEMO_CITIZEN)
    for (const personId of [`${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`, forged, 'x']) {
      const body = bodyFor(personId)
      const answer = await askTax(body, token(body))
      expect(answer.body.errors).toEqual([expect.objectContaining(code('PERSON_KEY_INVALID'))])
      expect(answer.body.data?._entities?.[0]?.tax ?? null).toBeNull()
    }
  })

  it('refuses a field that the token’s scopes do not reach, as the gateway would', async () => {
    const body = bodyFor(citizenKey())
    const answer = await askTax(body, token(body, { scopes: ['welfare:status'] }))
    expect(answer.status).toBe(403)
    expect(answer.body).toMatchObject({ errors: [code('UNAUTHORIZED_FIELD_OR_TYPE')] })
  })

  it.each([
    ['in an inline fragment', QUERY],
    [
      'in a named fragment',
      'query ($r: [_Any!]!) { _entities(representations: $r) { ...P } } fragment P on Person { id }',
    ],
  ])('refuses a person to a public operation, asked %s', async (_how, query) => {
    const { variables } = JSON.parse(bodyFor(citizenKey()))
    const body = JSON.stringify({ query, variables })
    const answer = await askTax(body, token(body, { sub: 'public', client: null, scopes: [] }))
    expect(answer.status).toBe(403)
    expect(answer.body).toMatchObject({ errors: [code('UNAUTHORIZED_FIELD_OR_TYPE')] })
    expect(answer.body.data).toBeUndefined()
  })

  it('refuses a request without a body, or with one of another kind, by its code', async () => {
    const url = hub.agencyUrl('tax')
    const empty = await fetch(url, { method: 'POST', headers: { authorization: 'Bearer x' } })
    expect(empty.status).toBe(401)
    expect(await empty.json()).toMatchObject({ errors: [code('HOP_TOKEN_INVALID')] })
    const text = await fetch(url, { method: 'POST', body: 'x' })
    expect(text.status).toBe(415)
    expect(await text.json()).toMatchObject({ errors: [code('MEDIA_TYPE_UNSUPPORTED')] })
  })

  it('refuses its schema even to the gateway', async () => {
    const body = JSON.stringify({ query: '{ _service { sdl } }' })
    const answer = await askTax(body, token(body))
    expect(JSON.stringify(answer.body)).not.toContain('TaxBill')
  })
})

function code(expected: string): object {
  return { extensions: expect.objectContaining({ code: expected }) }
}
