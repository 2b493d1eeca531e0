import { DEMO_CITIZEN, post, signIn } from '../support/client.ts'
import { createDpopProof } from '../../auth/client-token.ts'
import { exchangeRaw, type RawAnswer, type RawOptions } from '../support/raw-exchange.ts'
import { expectRefusal, expectStillUp } from '../support/refusal.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

let hub: RunningHub
beforeAll(async () => {
  hub = await startTestHub({
    HUB_PUBLIC_RATE: '0',
    HUB_HEADERS_TIMEOUT_MS: '1000',
    HUB_REQUEST_TIMEOUT_MS: '1500',
  })
}, 90_000)
afterEach(() => expectStillUp(hub))
afterAll(() => hub?.stop())

const TYPENAME = '{"query":"{ __typename }"}'
const JSON_TYPE = 'content-type: application/json'

/** Sends header lines and a body as they are. */
function send(lines: readonly string[], body = '', options: RawOptions = {}): Promise<RawAnswer> {
  const head = ['POST /graphql HTTP/1.1', ...lines, '', ''].join('\r\n')
  return exchangeRaw(hub.origin, `${head}${body}`, options)
}

/** Checks that another method than POST is refused by its code and told what is allowed. */
async function expectNoMethod(init: RequestInit, path: string): Promise<void> {
  const response = await fetch(`${hub.graphqlUrl}${path}`, init)
  const text = await response.text()
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
  // an answer to HEAD has no body
  if (init.method !== 'HEAD') expect(text).toContain('"METHOD_NOT_ALLOWED"')
}

describe('media and methods', () => {
  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'H1 a POST of %s is refused',
    async (type) => {
      const answer = await post(hub, TYPENAME, { 'content-type': type })
      expectRefusal(answer, 415, 'MEDIA_TYPE_UNSUPPORTED')
    },
  )

  it('H2 a mutation by GET is refused', async () => {
    await expectNoMethod({}, '?query=mutation{__typename}')
  })

  it('H3 a query by GET, HEAD, PUT, DELETE or PATCH is refused, cookie or not', async () => {
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH']) {
      for (const cookie of ['', '__Host-hub=x']) {
        const headers = { cookie, 'apollo-require-preflight': '1' }
        await expectNoMethod({ method, headers }, '?query={__typename}')
      }
    }
  })

  it.each(['https://evil.example', 'null', 'http://127.0.0.1', 'http://127.0.0.1:1'])(
    'H4 a page of the origin %s is refused',
    async (origin) => {
      expectRefusal(await post(hub, TYPENAME, { origin }), 403, 'CSRF')
    },
  )

  it('H4 the hub’s own origin may ask', async () => {
    expect((await post(hub, TYPENAME, { origin: hub.origin })).status).toBe(200)
  })
})

describe('bodies', () => {
  it('H5 a list of operations is refused', async () => {
    const body = `[${Array.from({ length: 10 }, () => TYPENAME).join(',')}]`
    expectRefusal(await post(hub, body), 400, 'REQUEST_MALFORMED')
  })

  it('H6 a body of 65 KiB is refused', async () => {
    const body = JSON.stringify({
      query: '{ __typename }',
      variables: { a: 'x'.repeat(65 * 1024) },
    })
    expectRefusal(await post(hub, body), 413, 'REQUEST_TOO_LARGE')
  })

  it.each(['gzip', 'br', 'deflate', 'identity, gzip'])(
    'H7 a body in %s is refused',
    async (name) => {
      const answer = await post(hub, TYPENAME, { 'content-encoding': name })
      expectRefusal(answer, 415, 'MEDIA_TYPE_UNSUPPORTED')
    },
  )

  it.each(['utf-7', 'utf-16', 'big5', 'x'])('H8 charset=%s is refused', async (charset) => {
    const answer = await post(hub, TYPENAME, {
      'content-type': `application/json; charset=${charset}`,
    })
    expectRefusal(answer, 415, 'MEDIA_TYPE_UNSUPPORTED')
  })

  it.each([
    '',
    '{',
    '{"query":',
    'null',
    '"x"',
    '[]',
    '{"query":1}',
    '{"query":"{a}","variables":[]}',
  ])('H9 the body %j is refused in JSON, without a stack', async (body) => {
    expectRefusal(await post(hub, body), 400, 'REQUEST_MALFORMED')
  })

  it('H10 variables nested 20,000 deep are refused', async () => {
    const nested = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
    const body = `{"query":"{ __typename }","variables":{"a":${nested}}}`
    expectRefusal(await post(hub, body), 400, 'REQUEST_MALFORMED')
  })

  it.each([
    '{"__proto__":{"query":"{ __typename }"}}',
    '{"query":"{ __typename }","variables":{"__proto__":{"isAdmin":true}}}',
    '{"query":"{ __typename }","variables":{"constructor":{"prototype":{}}}}',
  ])('H11 the key in %s is refused', async (body) => {
    expectRefusal(await post(hub, body), 400, 'REQUEST_MALFORMED')
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
  })
})

describe('connections', () => {
  it('H12 headers that come too slowly end with 408', async () => {
    const { status, ms } = await exchangeRaw(
      hub.origin,
      'POST /graphql HTTP/1.1\r\nhost: hub\r\nx-slow: ',
      { later: Array.from({ length: 20 }, () => 'x'), pauseMs: 150 },
    )
    expect(status).toBe(408)
    expect(ms).toBeLessThan(3_000)
  })

  it('H12 a body that comes too slowly is cut off', async () => {
    const { status, ms } = await send(
      ['host: hub', JSON_TYPE, 'content-length: 1000'],
      '{"query":',
      {
        later: Array.from({ length: 20 }, () => ' '),
        pauseMs: 150,
      },
    )
    expect([0, 408]).toContain(status)
    expect(ms).toBeLessThan(3_500)
  })

  it('H12 a body that is broken off leaves the hub alive', async () => {
    await send(['host: hub', JSON_TYPE, 'content-length: 1000'], '{"query":', { deadlineMs: 100 })
    await expectStillUp(hub)
  })

  it('H13 a hundred headers of 8 kB are refused with 431', async () => {
    const lines = Array.from({ length: 100 }, (_, index) => `x-${index}: ${'y'.repeat(8_000)}`)
    expect((await send(['host: hub', ...lines])).status).toBe(431)
  })

  it('H14 a request with content-length and chunks is refused, and nothing smuggled behind it', async () => {
    const smuggled = 'GET /health/live HTTP/1.1\r\nhost: hub\r\n\r\n'
    for (const lines of [
      ['content-length: 4', 'transfer-encoding: chunked'],
      ['transfer-encoding: chunked', 'content-length: 4'],
      ['transfer-encoding: xchunked'],
      ['content-length: 4', 'content-length: 5'],
    ]) {
      const { status, text } = await send(
        ['host: hub', JSON_TYPE, ...lines],
        `0\r\n\r\n${smuggled}`,
      )
      expect(status).toBe(400)
      expect(text).not.toContain('live')
    }
  })

  it('H14 a request without Host is refused', async () => {
    const tail = [JSON_TYPE, `content-length: ${TYPENAME.length}`, 'connection: close']
    expect((await send(tail, TYPENAME)).status).toBe(400)
  })
})

describe('headers that promise more', () => {
  it('H15 no header makes the hub show a plan or a trace', async () => {
    const { body, headers } = await post(
      hub,
      '{"query":"{ administrativeAreas(level: COUNTY) { code } }"}',
      {
        'apollo-query-plan-experimental': '1',
        'apollo-query-plan-experimental-format': 'internal',
        'apollo-federation-include-trace': 'ftv1',
        'apollo-tracing': '1',
      },
    )
    expect(Object.keys(body.extensions)).toEqual(['sources'])
    expect(JSON.stringify([...headers])).not.toMatch(/plan|trace|apollo|fastify|powered/i)
  })

  it('H16 a forged Host or X-Forwarded-* header changes neither the proof’s address nor the issuer', async () => {
    const { accessToken, dpopKey } = await signIn(hub, 'desk-jiaxian', 'joint-service')
    const forged = [
      'host: evil.example',
      'x-forwarded-host: evil.example',
      'x-forwarded-proto: https',
    ]
    const query = 'query ($id: NationalId!) { person(nationalId: $id) { id } }'
    const body = JSON.stringify({ query, variables: { id: DEMO_CITIZEN } })
    const ask = async (url: string): Promise<number> => {
      const dpop = await createDpopProof({ key: dpopKey, method: 'POST', url, accessToken })
      const lines = [...forged, JSON_TYPE, `content-length: ${body.length}`, 'connection: close']
      const proof = [
        `authorization: DPoP ${accessToken}`,
        `dpop: ${dpop}`,
        'hub-case: 1070510-0147',
      ]
      return (await send([...lines, ...proof], body)).status
    }
    expect(await ask(hub.graphqlUrl)).toBe(200)
    expect(await ask('https://evil.example/graphql')).toBe(401)
    const discovery = await exchangeRaw(
      hub.origin,
      [
        'GET /oidc/.well-known/openid-configuration HTTP/1.1',
        ...forged,
        'connection: close',
        '',
        '',
      ].join('\r\n'),
    )
    expect(discovery.status).toBe(200)
    expect(discovery.text).not.toContain('evil.example')
  })

  it('H18 an unknown origin gets no CORS leave, by preflight or by asking', async () => {
    const preflight = await fetch(hub.graphqlUrl, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,authorization',
      },
    })
    expect(preflight.status).toBe(405)
    const asked = await post(hub, TYPENAME, { origin: 'https://evil.example' })
    for (const { headers } of [preflight, asked]) {
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })
})
