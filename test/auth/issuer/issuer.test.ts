import { randomUUID } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { decodeJwt, decodeProtectedHeader, importJWK, type JWTPayload, SignJWT } from 'jose'

import { createDpopProof } from '../../../auth/client-token.ts'
import { generateSigningKey, type PrivateJwk } from '../../../auth/keys/signing-key.ts'
import { AUDIENCE, type LoopbackIssuer, startLoopbackIssuer } from '../loopback-issuer.ts'

const CLIENT = 'desk-jiaxian'
const DPOP_KEY = generateSigningKey()

let issuer: LoopbackIssuer
beforeAll(async () => {
  issuer = await startLoopbackIssuer()
})
afterAll(async () => {
  await issuer.stop()
})

interface Attempt {
  readonly client?: string
  readonly details?: unknown
  readonly fields?: Readonly<Record<string, string>>
  readonly claims?: JWTPayload
  readonly assertion?: string
  readonly dpop?: string | null
}

const purpose = (id: string) => [{ type: 'hub_purpose', purpose: id }]

async function assert(client: string, claims: JWTPayload = {}, key?: PrivateJwk): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  const own = { iss: client, sub: client, aud: issuer.url, jti: randomUUID(), exp: now + 60 }
  const signer = key ?? issuer.keys.clientKeys(client).keys[0]
  return new SignJWT({ ...own, ...claims })
    .setProtectedHeader({ alg: 'ES256' })
    .sign(await importJWK({ ...signer }, 'ES256'))
}

/** Asks for a token as the desk would, but for what the attempt changes. */
async function ask(
  attempt: Attempt = {},
): Promise<{ status: number; body: Record<string, string> }> {
  const { client = CLIENT, details = purpose('joint-service'), fields, claims, dpop } = attempt
  const proof = await createDpopProof({ key: DPOP_KEY, method: 'POST', url: issuer.tokenEndpoint })
  const response = await fetch(issuer.tokenEndpoint, {
    method: 'POST',
    headers: dpop === null ? {} : { dpop: dpop ?? proof },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: attempt.assertion ?? (await assert(client, claims)),
      ...(details === null ? {} : { authorization_details: JSON.stringify(details) }),
      ...fields,
    }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, string> }
}

const refusal = (status: number, error: string) => ({
  status,
  body: expect.objectContaining({ error }),
})

describe('the embedded issuer', () => {
  it('gives a client a short token for its purpose, bound to its key', async () => {
    const { status, body } = await ask()
    expect(status).toBe(200)
    expect(body).toMatchObject({ token_type: 'DPoP', expires_in: 300 })
    const token = body['access_token'] ?? ''
    expect(decodeProtectedHeader(token)).toEqual({
      alg: 'ES256',
      typ: 'at+jwt',
      kid: issuer.keys.issuerKeys().keys[0].kid,
    })
    const claims = decodeJwt(token)
    expect(claims).toMatchObject({
      iss: issuer.url,
      aud: AUDIENCE,
      sub: CLIENT,
      client_id: CLIENT,
      agency: 'QS_HRO',
      role: 'desk-clerk',
      authorization_details: purpose('joint-service'),
      cnf: { jkt: DPOP_KEY.kid },
    })
    expect(Number(claims.exp) - Number(claims.iat)).toBe(300)
  })

  it('grants the whole agreement unless fewer scopes are asked for', async () => {
    const whole = await ask({ client: 'hub-operator', details: purpose('hub-operation') })
    expect(whole.body['scope']).toBe('hub:status')
    const part = await ask({ fields: { scope: 'tax:bills household:identity' } })
    expect(part.body['scope']).toBe('tax:bills household:identity')
  })

  it('A20 refuses a purpose missing, unknown, of another client, doubled or embellished', async () => {
    const invalid = refusal(400, 'invalid_authorization_details')
    const details = [
      null,
      [],
      purpose('no-such-purpose'),
      purpose('tax-assessment'),
      [...purpose('joint-service'), ...purpose('joint-service')],
      [{ ...purpose('joint-service')[0], legalBasis: 'mine' }],
      [{ type: 'hub_purpose' }],
      [{ type: 'hub_purpose', purpose: ['joint-service'] }],
      [{ type: 'payment_initiation', purpose: 'joint-service' }],
      { type: 'hub_purpose', purpose: 'joint-service' },
    ]
    for (const detail of details) expect(await ask({ details: detail })).toEqual(invalid)
  })

  it('A21 refuses a scope above the agreement', async () => {
    for (const scope of ['tax:income', 'tax:bills household:kinship', 'no:such']) {
      expect(await ask({ fields: { scope } })).toEqual(refusal(400, 'invalid_scope'))
    }
  })

  it('refuses another resource', async () => {
    const elsewhere = await ask({ fields: { resource: 'urn:another:hub' } })
    expect(elsewhere).toEqual(refusal(400, 'invalid_target'))
  })

  it('A19 refuses a replayed assertion and one for another audience', async () => {
    const assertion = await assert(CLIENT)
    expect((await ask({ assertion })).status).toBe(200)
    const invalid = refusal(401, 'invalid_client')
    expect(await ask({ assertion })).toEqual(invalid)
    for (const aud of [issuer.tokenEndpoint, 'https://elsewhere.example', [issuer.url]]) {
      expect(await ask({ claims: { aud } })).toEqual(invalid)
    }
    expect(await ask({ claims: { exp: 1 } })).toEqual(invalid)
  })

  it('A19 refuses an assertion by another key, by no key and by another algorithm', async () => {
    const invalid = refusal(401, 'invalid_client')
    expect(await ask({ assertion: await assert(CLIENT, {}, generateSigningKey()) })).toEqual(
      invalid,
    )
    const [, payload] = (await assert(CLIENT)).split('.')
    for (const alg of ['none', 'RS256', 'HS256']) {
      const header = Buffer.from(JSON.stringify({ alg })).toString('base64url')
      expect(await ask({ assertion: `${header}.${payload}.` })).toEqual(invalid)
    }
    const stranger = await assert('stranger', {}, generateSigningKey())
    expect(await ask({ assertion: stranger })).toEqual(invalid)
  })

  it('S2 gives no token without a proof, and takes each proof once', async () => {
    expect(await ask({ dpop: null })).toEqual(refusal(400, 'invalid_grant'))
    const dpop = await createDpopProof({
      key: DPOP_KEY,
      method: 'POST',
      url: issuer.tokenEndpoint,
    })
    expect((await ask({ dpop })).status).toBe(200)
    expect(await ask({ dpop })).toEqual(refusal(400, 'invalid_grant'))
    expect(await ask({ dpop: 'not.a.proof' })).toEqual(refusal(400, 'invalid_dpop_proof'))
  })

  it('offers neither the implicit flow nor clients without keys', async () => {
    const response = await fetch(`${issuer.url}/.well-known/openid-configuration`)
    const metadata = (await response.json()) as Record<string, unknown>
    expect(metadata).toMatchObject({
      issuer: issuer.url,
      jwks_uri: `${issuer.url}/jwks`,
      token_endpoint: `${issuer.url}/token`,
      response_types_supported: ['code'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    })
    expect(metadata['grant_types_supported']).not.toContain('implicit')
  })

  it('H16 names itself by its configuration, whatever the request calls it', async () => {
    const text = await getAs(
      'evil.example',
      `${new URL(issuer.url).pathname}/.well-known/openid-configuration`,
    )
    expect(text).not.toContain('evil.example')
    expect(text).toContain(`"token_endpoint":"${issuer.tokenEndpoint}"`)
  })

  it('shows the public half of its keys alone', async () => {
    const jwks = (await (await fetch(issuer.jwksUri)).json()) as { keys: Record<string, string>[] }
    expect(jwks.keys.map((key) => key['kid'])).toEqual([issuer.keys.issuerKeys().keys[0].kid])
    expect(JSON.stringify(jwks)).not.toContain('"d"')
  })

  it('S14 answers nonsense in JSON without a stack', async () => {
    const options = { method: 'POST', headers: { accept: 'text/html' } }
    const form = await fetch(issuer.tokenEndpoint, { ...options, body: 'x'.repeat(200_000) })
    expect(form.status).toBe(400)
    const json = await fetch(issuer.tokenEndpoint, {
      method: 'POST',
      headers: { accept: 'text/html', 'content-type': 'application/json' },
      body: '{"grant_type":',
    })
    expect(json.status).toBe(400)
    for (const text of [await form.text(), await json.text()]) {
      expect(Object.keys(JSON.parse(text) as object)).toEqual(['error', 'error_description'])
    }
    expect((await fetch(new URL('/elsewhere', issuer.url))).status).toBe(404)
    expect(issuer.faults).toEqual([])
  })
})

async function getAs(host: string, path: string): Promise<string> {
  const headers = { host, 'x-forwarded-host': host, 'x-forwarded-proto': 'https' }
  return new Promise((resolve, reject) => {
    const { port } = new URL(issuer.url)
    httpRequest({ port, host: '127.0.0.1', path, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => (text += part))
      response.on('end', () => resolve(text))
    })
      .on('error', reject)
      .end()
  })
}
