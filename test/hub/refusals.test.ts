import { request } from 'node:http'
import { text as textOf } from 'node:stream/consumers'
import { createDpopProof } from '../../auth/client-token.ts'
import { DEMO_CASE, DEMO_CITIZEN, post, signIn, type HubClient } from '../support/client.ts'
import { countsOf } from '../support/counts.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

let hub: RunningHub
let desk: HubClient

beforeAll(async () => {
  hub = await startTestHub()
  desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
}, 90_000)
afterAll(() => hub?.stop())

const PERSON = 'query P($id: NationalId!) { person(nationalId: $id) { name { full } } }'

describe('a request that proves nothing', () => {
  it('is refused without a token', async () => {
    const { status, headers, body } = await post(
      hub,
      JSON.stringify({ query: PERSON, variables: { id: DEMO_CITIZEN } }),
    )
    expect(status).toBe(401)
    expect(body.errors[0].extensions.code).toBe('UNAUTHENTICATED')
    expect(body.data).toBeUndefined()
    expect(headers.get('www-authenticate')).toContain('DPoP')
  })

  it('is refused with a token as a mere bearer', async () => {
    const { status, body } = await post(hub, JSON.stringify({ query: PERSON }), {
      authorization: `Bearer ${desk.accessToken}`,
    })
    expect(status).toBe(401)
    expect(body.errors[0].extensions.code).toBe('UNAUTHENTICATED')
  })

  it('is refused when a proof is used twice', async () => {
    const { accessToken, dpopKey } = desk
    const dpop = await createDpopProof({
      key: dpopKey,
      method: 'POST',
      url: hub.graphqlUrl,
      accessToken,
    })
    const headers = { authorization: `DPoP ${accessToken}`, dpop, 'hub-case': DEMO_CASE }
    const body = JSON.stringify({ query: PERSON, variables: { id: DEMO_CITIZEN } })
    expect((await post(hub, body, headers)).status).toBe(200)
    expect((await post(hub, body, headers)).status).toBe(401)
  })

  it('is refused with an altered token', async () => {
    const { status } = await post(hub, JSON.stringify({ query: PERSON }), {
      authorization: `DPoP ${desk.accessToken.slice(0, -4)}AAAA`,
      dpop: 'x',
    })
    expect(status).toBe(401)
  })
})

describe('a request without standing', () => {
  it('needs a case number for personal data', async () => {
    const { status, body } = await desk.send(PERSON, { id: DEMO_CITIZEN }, { caseNo: null })
    expect(status).toBe(403)
    expect(body.errors[0].extensions.code).toBe('CASE_REQUIRED')
  })

  it('is refused under a case of nobody, and the desk is told so', async () => {
    const { body } = await desk.send(PERSON, { id: DEMO_CITIZEN }, { caseNo: '1070510-9999' })
    expect(body.data).toEqual({ person: null })
    expect(body.errors[0].extensions.code).toBe('CASE_NOT_VALID')
  })

  it('is refused under a closed case', async () => {
    const { body } = await desk.send(PERSON, { id: DEMO_CITIZEN }, { caseNo: '1070510-0001' })
    expect(body.errors[0].extensions.code).toBe('CASE_NOT_VALID')
  })

  it('cannot tell another citizen from nobody when existence is not granted', async () => {
    const localTax = await signIn(hub, 'local-tax', 'tax-assessment')
    const other = await localTax.send(PERSON, { id: 'S100000006' })
    const refused = await localTax.send(PERSON, { id: 'A123456789' })
    expect(other.body.data).toEqual({ person: null })
    expect(other.body.errors).toBeUndefined()
    expect(refused.body.data).toEqual(other.body.data)
    expect(refused.body.errors).toEqual(other.body.errors)
  })

  it('gets no token for a purpose that its agreement does not name', async () => {
    await expect(signIn(hub, 'local-tax', 'joint-service')).rejects.toMatchObject({
      code: 'PURPOSE_NOT_ALLOWED',
    })
  })
})

describe('bad input', () => {
  it.each([
    ['a wrong check digit', 'S223456785', 'NATIONAL_ID_INVALID'],
    ['a sex digit of 3', 'A323456789', 'NATIONAL_ID_INVALID'],
    ['a text', 'x', 'NATIONAL_ID_INVALID'],
    ['a number', 2_234_567_86, 'VARIABLE_INVALID'],
  ])('%s is refused by the name of its variable alone', async (_what, id, code) => {
    const before = await countsOf(hub, ['household'])
    const { status, body } = await desk.send(PERSON, { id })
    expect(status).toBe(400)
    expect(body.errors[0].extensions.code).toBe(code)
    expect(body.errors[0].message).toContain('$id')
    expect(JSON.stringify(body)).not.toContain(JSON.stringify(id))
    expect(JSON.stringify(body)).not.toMatch(/\d{7}/)
    expect(await countsOf(hub, ['household'])).toEqual(before)
  })

  it('a national ID inside the document is refused before anything is remembered', async () => {
    const before = await countsOf(hub, ['household'])
    for (const literal of ['"S223456786"', '"\\u0053223456786"', '"S2234 56786"', '223456786']) {
      const { status, body } = await desk.send(`{ person(nationalId: ${literal}) { id } }`)
      expect(status).toBe(400)
      expect(body.errors[0].extensions.code).toBe('NATIONAL_ID_LITERAL')
      expect(JSON.stringify(body)).not.toMatch(/56786/)
    }
    expect(await countsOf(hub, ['household'])).toEqual(before)
  })

  it('an empty operation name counts as none', async () => {
    const { status } = await post(hub, '{"query":"{ __typename }","operationName":""}')
    expect(status).toBe(200)
  })

  it('introspection is refused without the name of what serves it', async () => {
    const { status, body } = await post(hub, '{"query":"{ __schema { types { name } } }"}')
    expect(status).toBe(400)
    expect(body.errors[0].message).toContain('introspection is not served')
    expect(JSON.stringify(body)).not.toContain('Apollo')
  })

  it.each([']]', 'a b', ''])('the Host header %j changes nothing', async (host) => {
    const { status, text } = await rawPost('/graphql', { host })
    expect(status).toBe(200)
    expect(JSON.parse(text).data).toEqual({ __typename: 'Query' })
  })

  it('a path that is no URL is not repeated', async () => {
    const { status, text } = await rawPost('/S223456786/%ff')
    expect(status).toBe(404)
    expect(JSON.parse(text).errors[0].extensions.code).toBe('NOT_FOUND')
    expect(text).not.toContain('S223456786')
  })

  it.each([
    ['malformed JSON', '{"query": "{', 'REQUEST_MALFORMED', 400],
    ['a list of requests', '[{"query":"{__typename}"}]', 'REQUEST_MALFORMED', 400],
    [
      'a prototype key',
      '{"query":"{__typename}","variables":{"__proto__":{}}}',
      'REQUEST_MALFORMED',
      400,
    ],
    [
      'variables nested 20,000 deep',
      `{"query":"{__typename}","variables":${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}}`,
      'REQUEST_MALFORMED',
      400,
    ],
    ['an unknown registered operation', '{"documentId":"sha256:00"}', 'OPERATION_UNKNOWN', 400],
    ['an unknown field', '{"query":"{ nobody }"}', 'QUERY_INVALID', 400],
    ['a syntax error', '{"query":"{ person("}', 'QUERY_INVALID', 400],
    [
      'an unknown operation name',
      '{"query":"query A { __typename }","operationName":"B"}',
      'OPERATION_UNKNOWN',
      400,
    ],
    ['a subscription', '{"query":"subscription { __typename }"}', 'QUERY_INVALID', 400],
    ['65 KiB', `{"query":"${'#'.repeat(65 * 1024)}"}`, 'REQUEST_TOO_LARGE', 413],
    [
      '31 aliases',
      JSON.stringify({
        query: `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: __typename`).join(' ')} }`,
      }),
      'OPERATION_LIMIT',
      400,
    ],
  ])('%s is refused with its code', async (_what, body, code, status) => {
    const answer = await post(hub, body)
    expect(answer.body.errors[0].extensions.code).toBe(code)
    expect(answer.status).toBe(status)
    expect(answer.body.data).toBeUndefined()
  })

  it.each([
    ['text/plain', { 'content-type': 'text/plain' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['UTF-7', { 'content-type': 'application/json; charset=utf-7' }],
    ['gzip', { 'content-encoding': 'gzip' }],
  ])('a body sent as %s is refused', async (_what, headers) => {
    const { status, body } = await post(hub, '{"query":"{ __typename }"}', headers)
    expect(status).toBe(415)
    expect(body.errors[0].extensions.code).toBe('MEDIA_TYPE_UNSUPPORTED')
  })

  it('GraphQL by GET is refused, whatever the query', async () => {
    const response = await fetch(`${hub.graphqlUrl}?query={__typename}`)
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('POST')
  })
})

describe('answers', () => {
  it('may be kept by nobody on the way, data and refusals alike', async () => {
    const answers = [
      await desk.ask('CitizenAtDesk', { nationalId: DEMO_CITIZEN }),
      await post(hub, '{'),
    ]
    for (const { headers } of answers) {
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })
})

describe('public operations', () => {
  it('need no token, no case and no record', async () => {
    const query = '{ administrativeAreas(level: COUNTY) { code name } }'
    const { status, body } = await post(hub, JSON.stringify({ query }))
    expect(status).toBe(200)
    expect(body.errors).toBeUndefined()
    expect(body.data.administrativeAreas).toContainEqual({ code: '64000', name: '高雄市' })
    expect(body.extensions.disclosure).toBeUndefined()
  })
})

/** A public query with headers and paths that `fetch` would not send. */
function rawPost(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ readonly status: number; readonly text: string }> {
  const { hostname, port } = new URL(hub.origin)
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        hostname,
        port,
        path,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
      },
      (response) => {
        void textOf(response).then(
          (text) => resolve({ status: response.statusCode ?? 0, text }),
          reject,
        )
      },
    )
    sent.once('error', reject)
    sent.end('{"query":"{ __typename }"}')
  })
}
