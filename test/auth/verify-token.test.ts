import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { importJWK, type JWTPayload, SignJWT } from 'jose'

import { createDpopProof } from '../../auth/client-token.ts'
import { generateSigningKey, type PrivateJwk, publicJwks } from '../../auth/keys/signing-key.ts'
import { createMemoryStore } from '../../auth/shared-store.ts'
import { challengeOf, createTokenVerifier, type TokenRequest } from '../../auth/verify-token.ts'
import { HubError } from '../../schemas/errors.ts'

const NOW = 1_525_910_400
const ISSUER = 'https://login.example.gov.tw'
const AUDIENCE = 'urn:hub:gateway'
const PUBLIC_URL = 'https://hub.example.gov.tw'
const ISSUER_KEY = generateSigningKey()
const DPOP_KEY = generateSigningKey()
const STORE = createMemoryStore()

const CLAIMS: JWTPayload = {
  iss: ISSUER,
  aud: AUDIENCE,
  sub: 'officer-17',
  client_id: 'desk-jiaxian',
  agency: 'QS_HRO',
  role: 'desk-clerk',
  scope: 'tax:bills household:identity',
  authorization_details: [{ type: 'hub_purpose', purpose: 'joint-service' }],
  cnf: { jkt: DPOP_KEY.kid },
  iat: NOW,
  exp: NOW + 300,
}

const verifier = createTokenVerifier({
  issuer: ISSUER,
  audience: AUDIENCE,
  keys: { jwks: publicJwks({ keys: [ISSUER_KEY] }) },
  store: STORE,
  publicUrl: PUBLIC_URL,
})

beforeAll(() => {
  jest.useFakeTimers({ now: NOW * 1000, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] })
})
afterAll(() => {
  jest.useRealTimers()
})

async function signToken(
  claims: JWTPayload = {},
  header: Record<string, unknown> = {},
  key: PrivateJwk = ISSUER_KEY,
): Promise<string> {
  return new SignJWT({ jti: randomUUID(), ...CLAIMS, ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: ISSUER_KEY.kid, ...header })
    .sign(await importJWK({ ...key }, 'ES256'))
}

const without = (name: string) => ({ [name]: undefined })

async function prove(accessToken: string, path = '/graphql'): Promise<string> {
  const url = `${PUBLIC_URL}${path}`
  return createDpopProof({ key: DPOP_KEY, method: 'POST', url, accessToken })
}

/** Sends a token as its owner would, but for what `changes` says. */
async function send(accessToken: string, changes: Partial<TokenRequest> = {}) {
  const authorization = `DPoP ${accessToken}`
  const dpop = await prove(accessToken)
  return verifier.verify({ authorization, dpop, method: 'POST', url: '/graphql', ...changes })
}

const refused = (challenge?: 'invalid_token' | 'invalid_dpop_proof') =>
  expect.objectContaining({
    code: 'UNAUTHENTICATED',
    status: 401,
    message: 'A valid access token of the configured issuer is needed.',
    parameters: challenge === undefined ? {} : { challenge },
  })

/** Sends a token with these claims and header and expects it to be refused. */
async function expectRefused(...parts: Parameters<typeof signToken>): Promise<void> {
  const token = await signToken(...parts)
  await expect(send(token)).rejects.toThrow(refused('invalid_token'))
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('an access token', () => {
  it('speaks for one client, one purpose and one key', async () => {
    expect(await send(await signToken())).toEqual({
      clientId: 'desk-jiaxian',
      subject: 'officer-17',
      agency: 'QS_HRO',
      purpose: 'joint-service',
      scopes: ['tax:bills', 'household:identity'],
      role: 'desk-clerk',
      jkt: DPOP_KEY.kid,
      expiresAt: NOW + 300,
    })
  })

  it('may leave out agency, role and scopes, as other issuers do', async () => {
    const token = await signToken({ ...without('agency'), ...without('role'), ...without('scope') })
    expect(await send(token)).toMatchObject({ agency: null, role: null, scopes: [] })
  })

  it('S1 is asked for where there is none, without a hint at why', async () => {
    await expect(send('', { authorization: undefined })).rejects.toThrow(refused())
  })

  it('A1 is refused without a signature', async () => {
    const [, payload] = (await signToken()).split('.')
    for (const alg of ['none', 'None', 'ES256']) {
      const token = `${encode({ alg, typ: 'at+jwt', kid: ISSUER_KEY.kid })}.${payload}.`
      await expect(send(token)).rejects.toThrow(refused('invalid_token'))
    }
  })

  it('A2 is refused when signed with the public key as an HMAC secret', async () => {
    const { d: _secret, ...publicKey } = ISSUER_KEY
    const token = await new SignJWT(CLAIMS)
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: ISSUER_KEY.kid })
      .sign(new TextEncoder().encode(JSON.stringify(publicKey)))
    await expect(send(token)).rejects.toThrow(refused('invalid_token'))
  })

  it('A3 A4 is refused for another audience, for several, and from another issuer', async () => {
    await expectRefused({ aud: 'urn:another:hub' })
    await expectRefused({ aud: [AUDIENCE, 'urn:another:hub'] })
    await expectRefused({ iss: 'https://evil.example' })
    await expectRefused(without('aud'))
    await expectRefused(without('iss'))
  })

  it('A5 A6 A7 is refused when expired, from the future, or without a term', async () => {
    await expectRefused({ iat: NOW - 301, exp: NOW - 1 })
    await expectRefused({ iat: NOW - 300, exp: NOW })
    await expectRefused({ nbf: NOW + 60 })
    await expectRefused({ iat: NOW + 60 })
    await expectRefused(without('exp'))
    await expectRefused(without('iat'))
  })

  it('S1 is refused when it lives longer than 300 seconds', async () => {
    await expectRefused({ exp: NOW + 301 })
  })

  it('A8 A9 is refused under an unknown, missing or hostile kid', async () => {
    for (const kid of ['unknown', '../../../etc/passwd', "' OR 1=1--"]) {
      await expectRefused({}, { kid }, generateSigningKey())
    }
  })

  it('A10 is refused when it brings its own key', async () => {
    const own = generateSigningKey()
    const [jwk] = publicJwks({ keys: [own] }).keys
    await expectRefused({}, { jwk: { ...jwk } }, own)
    await expectRefused({}, { jku: 'https://evil.example/jwks' }, own)
    await expectRefused({}, { x5u: 'https://evil.example/cert' }, own)
  })

  it('A11 is refused when it is a token of another kind', async () => {
    for (const typ of ['JWT', 'id_token+jwt', 'dpop+jwt', 'hop+jwt', undefined]) {
      await expectRefused({}, { typ })
    }
  })

  it('A13 A14 is refused when it is encrypted, nonsense or too large', async () => {
    const token = await signToken({ sub: 'x'.repeat(100_000) })
    for (const text of [token, 'a.b.c.d.e', 'a.b', 'abc', '..', 'é.é.é']) {
      await expect(send(text)).rejects.toThrow(refused('invalid_token'))
    }
  })

  it('A17 is refused as a Bearer token, and under any scheme but DPoP in any case', async () => {
    const token = await signToken()
    for (const authorization of [`Bearer ${token}`, token, `DPoP  ${token}`, `DPoP ${token} x`]) {
      await expect(send(token, { authorization })).rejects.toThrow(refused('invalid_token'))
    }
    const caller = await send(token, { authorization: `dpop ${token}` })
    expect(caller.clientId).toBe('desk-jiaxian')
  })

  it('S2 is refused when it is bound to no key', async () => {
    await expectRefused(without('cnf'))
    await expectRefused({ cnf: {} })
  })

  it('is refused without a client or a subject', async () => {
    await expectRefused(without('client_id'))
    await expectRefused(without('sub'))
  })

  it('S4 without exactly one purpose gets no further', async () => {
    const detail = { type: 'hub_purpose', purpose: 'joint-service' }
    const details = [undefined, [], [detail, detail], [{ type: 'other', purpose: 'x' }], 'x']
    for (const authorization_details of details) {
      await expect(send(await signToken({ authorization_details }))).rejects.toThrow(
        expect.objectContaining({
          code: 'PURPOSE_REQUIRED',
          status: 403,
          message:
            'No purpose is named: ask the issuer for a token of one purpose, or open a visit in the session.',
        }),
      )
    }
  })

  it('is remembered until it expires and no longer', async () => {
    const token = await signToken()
    await send(token)
    jest.setSystemTime((NOW + 299) * 1000)
    expect((await send(token)).clientId).toBe('desk-jiaxian')
    jest.setSystemTime((NOW + 300) * 1000)
    await expect(send(token)).rejects.toThrow(refused('invalid_token'))
    jest.setSystemTime(NOW * 1000)
  })
})

describe('the proof beside it', () => {
  it('A15 is needed, and is one', async () => {
    const token = await signToken()
    const proofs = [await prove(token), await prove(token)]
    for (const dpop of [undefined, '', [], proofs, proofs.join(', ')]) {
      await expect(send(token, { dpop })).rejects.toThrow(refused('invalid_dpop_proof'))
    }
    expect((await send(token, { dpop: [await prove(token)] })).clientId).toBe('desk-jiaxian')
  })

  it('H16 is compared with the configured address, whatever host the request names', async () => {
    const token = await signToken()
    const targets = ['/graphql?x=1', '//evil.example/graphql', 'https://evil.example/graphql']
    for (const url of targets) {
      expect((await send(token, { url })).clientId).toBe('desk-jiaxian')
    }
    const elsewhere = { dpop: await prove(token, '/other'), url: '/graphql' }
    await expect(send(token, elsewhere)).rejects.toThrow(refused('invalid_dpop_proof'))
  })

  it('A16 is refused the second time, also by another gateway that shares the store', async () => {
    const token = await signToken()
    const dpop = await prove(token)
    await send(token, { dpop })
    await expect(send(token, { dpop })).rejects.toThrow(refused('invalid_dpop_proof'))
    const other = createTokenVerifier({
      issuer: ISSUER,
      audience: AUDIENCE,
      keys: { jwks: publicJwks({ keys: [ISSUER_KEY] }) },
      store: STORE,
      publicUrl: PUBLIC_URL,
    })
    const authorization = `DPoP ${token}`
    const again = { authorization, dpop, method: 'POST', url: '/graphql' }
    await expect(other.verify(again)).rejects.toThrow(refused('invalid_dpop_proof'))
  })
})

describe('the challenge of a refusal', () => {
  it('says in one word what was wrong, or nothing where no token was sent', async () => {
    const [none, token, proof] = await Promise.all([
      caught(send('', { authorization: undefined })),
      caught(send('a.b.c')),
      caught(send(await signToken(), { dpop: undefined })),
    ])
    expect(challengeOf(none)).toBe('DPoP algs="ES256"')
    expect(challengeOf(token)).toBe('DPoP algs="ES256", error="invalid_token"')
    expect(challengeOf(proof)).toBe('DPoP algs="ES256", error="invalid_dpop_proof"')
  })
})

async function caught(promise: Promise<unknown>): Promise<HubError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof HubError) return error
  throw new TypeError('expected a HubError')
}
