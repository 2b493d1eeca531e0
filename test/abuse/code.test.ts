import { jest } from '@jest/globals'
import {
  DESK,
  exchange,
  newCode,
  obtainCode,
  push,
  refresh,
  VERIFIER,
  visit,
} from '../support/code-flow.ts'
import { freezeDate } from '../support/frozen-date.ts'
import { expectStillUp } from '../support/refusal.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

let hub: RunningHub
beforeAll(async () => {
  freezeDate(Date.now())
  hub = await startTestHub({ HUB_PUBLIC_RATE: '0' })
}, 90_000)
afterEach(() => expectStillUp(hub))
afterAll(async () => {
  jest.useRealTimers()
  await hub?.stop()
})

const passSeconds = (seconds: number): void => {
  jest.setSystemTime(Date.now() + seconds * 1000)
}

describe('A22 an authorization code', () => {
  it('of a sign-in is exchanged once, for a token that opens nothing by itself', async () => {
    const { status, body } = await exchange(hub, await newCode(hub))
    expect(status).toBe(200)
    const claims = JSON.parse(
      Buffer.from(body['access_token']!.split('.')[1]!, 'base64url').toString(),
    )
    expect(claims).toMatchObject({ sub: 'staff-jiaxian-01', agency: 'QS_HRO', role: 'desk-clerk' })
    expect(claims.scope).toBeUndefined()
    expect(claims.authorization_details).toBeUndefined()
  })

  it('that is used again is refused, and takes back what the first use was given', async () => {
    const code = await newCode(hub)
    const { body } = await exchange(hub, code)
    expect((await refresh(hub, body['refresh_token']!, 'joint-service')).status).toBe(200)
    passSeconds(1)
    expect(await exchange(hub, code)).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    })
    expect((await refresh(hub, body['refresh_token']!, 'joint-service')).status).toBe(400)
  })

  it('that has expired is refused', async () => {
    const code = await newCode(hub)
    passSeconds(61)
    expect(await exchange(hub, code)).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    })
  })

  it('is refused to another client, under its own name or the desk’s, and is the desk’s still', async () => {
    const code = await newCode(hub)
    // the desk alone signs staff in: no other client may bring a code at all
    const own = await exchange(hub, code, {}, 'social-affairs')
    const other = await exchange(hub, code, { client_id: DESK }, 'social-affairs')
    expect([own.status, own.body['error']]).toEqual([400, 'invalid_request'])
    expect([other.status, other.body['error']]).toEqual([400, 'invalid_request'])
    for (const { body } of [own, other]) expect(body['access_token']).toBeUndefined()
    expect((await exchange(hub, code)).status).toBe(200)
  })

  it.each([
    ['with another verifier', { code_verifier: `${VERIFIER}x` }],
    ['with the challenge for a verifier', { code_verifier: 'A'.repeat(43) }],
    ['without a verifier', { code_verifier: null }],
    ['to an address off by a slash', { redirect_uri: 'slash' }],
    ['without an address', { redirect_uri: null }],
  ])('is refused %s', async (_case, changes) => {
    const redirect = 'redirect_uri' in changes && changes.redirect_uri === 'slash'
    const fields = redirect ? { redirect_uri: `${hub.origin}/session/callback/` } : changes
    const { status, body } = await exchange(hub, await newCode(hub), fields)
    expect([status, body['access_token']]).toEqual([400, undefined])
    expect(body['error']).toMatch(/^invalid_(grant|request)$/)
  })

  it('opens no purpose that was not asked for at sign-in', async () => {
    const { body } = await push(hub, { authorization_details: null })
    const code = await obtainCode(hub, body['request_uri']!)
    const tokens = await exchange(hub, code)
    const answer = await refresh(hub, tokens.body['refresh_token']!, 'joint-service')
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_authorization_details' } })
  })

  it('opens no purpose of another role, agency or system', async () => {
    const { body } = await exchange(hub, await newCode(hub))
    for (const purpose of ['low-income-review', 'door-plate-administration', 'tax-assessment']) {
      const answer = await refresh(hub, body['refresh_token']!, purpose)
      expect(answer).toMatchObject({
        status: 400,
        body: { error: 'invalid_authorization_details' },
      })
    }
  })
})

describe('A22 a pushed request', () => {
  it.each([
    ['without PKCE', { code_challenge: null, code_challenge_method: null }],
    ['with a plain challenge', { code_challenge: VERIFIER, code_challenge_method: 'plain' }],
    ['with a challenge of no method', { code_challenge_method: null }],
    ['back to another site', { redirect_uri: 'https://evil.example/session/callback' }],
    ['that names another pushed request', { request_uri: 'urn:ietf:params:oauth:request_uri:x' }],
    ['for an implicit token', { response_type: 'token' }],
    [
      'for a purpose of nobody',
      { authorization_details: '[{"type":"hub_purpose","purpose":"x"}]' },
    ],
    ['in the name of another client', { client_id: 'social-affairs' }],
  ])('%s is refused', async (_case, changes) => {
    const { status, body } = await push(hub, changes)
    expect([400, 401]).toContain(status)
    expect(body['request_uri']).toBeUndefined()
  })

  it('back to an address off by a slash is refused', async () => {
    const { status } = await push(hub, { redirect_uri: `${hub.origin}/session/callback/` })
    expect(status).toBe(400)
  })

  it('without the client’s proof, or by a client that nobody signs in through, is refused', async () => {
    expect((await push(hub, { client_assertion: null })).status).toBe(401)
    expect((await push(hub, {}, 'social-affairs')).status).toBe(400)
  })

  it('is POSTed, never read', async () => {
    expect((await fetch(`${hub.origin}/oidc/request`)).status).toBe(404)
  })

  it('is good for one sign-in', async () => {
    const { body } = await push(hub)
    const requestUri = body['request_uri']!
    await obtainCode(hub, requestUri)
    await expectNoPage({ client_id: DESK, request_uri: requestUri })
  })

  it('of another client, an expired one and a made-up one are refused', async () => {
    const { body } = await push(hub)
    const requestUri = body['request_uri']!
    await expectNoPage({ client_id: 'social-affairs', request_uri: requestUri })
    passSeconds(61)
    await expectNoPage({ client_id: DESK, request_uri: requestUri })
    const madeUp = 'urn:ietf:params:oauth:request_uri:made-up'
    await expectNoPage({ client_id: DESK, request_uri: madeUp })
  })

  it('is needed: a request in the address is refused', async () => {
    await expectNoPage({
      client_id: DESK,
      response_type: 'code',
      scope: 'openid',
      redirect_uri: `${hub.origin}/session/callback`,
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    })
  })
})

/** Checks that the issuer shows no sign-in page: its refusal stands, or comes back without a code. */
async function expectNoPage(query: Record<string, string>): Promise<void> {
  const answer = await visit(hub, query)
  const text = await answer.text()
  expect([400, 403]).toContain(answer.status)
  expect(text).not.toContain('<form')
  expect(new URL(answer.url).searchParams.get('code')).toBeNull()
}
