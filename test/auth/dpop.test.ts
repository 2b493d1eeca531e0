import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import {
  generateKeyPair,
  importJWK,
  type JWTHeaderParameters,
  type JWTPayload,
  SignJWT,
} from 'jose'

import { createDpopProof } from '../../auth/client-token.ts'
import { hashToken, isValidProof } from '../../auth/dpop.ts'
import { generateSigningKey } from '../../auth/keys/signing-key.ts'
import { createMemoryStore } from '../../auth/shared-store.ts'

const NOW = 1_525_910_400
const KEY = generateSigningKey()
const ACCESS_TOKEN = 'header.payload.signature'
const EXPECTED = {
  method: 'POST',
  url: 'https://hub.example.gov.tw/graphql',
  accessToken: ACCESS_TOKEN,
  jkt: KEY.kid,
}
const { kty, crv, x, y, d } = KEY

const HEADER: JWTHeaderParameters = { alg: 'ES256', typ: 'dpop+jwt', jwk: { kty, crv, x, y } }

let serial = 0
const freshClaims = (): JWTPayload => ({
  jti: `proof-${(serial += 1)}`,
  iat: NOW,
  htm: 'POST',
  htu: EXPECTED.url,
  ath: hashToken(ACCESS_TOKEN),
})

beforeAll(() => {
  jest.useFakeTimers({ now: NOW * 1000, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] })
})
afterAll(() => {
  jest.useRealTimers()
})

async function sign(
  claims: JWTPayload = {},
  header: Record<string, unknown> = {},
  key = KEY,
): Promise<string> {
  return new SignJWT({ ...freshClaims(), ...claims })
    .setProtectedHeader({ ...HEADER, ...header })
    .sign(await importJWK({ ...key }, 'ES256'))
}

const store = createMemoryStore()
const accept = async (...parts: Parameters<typeof sign>) =>
  isValidProof(await sign(...parts), EXPECTED, store)

describe('a DPoP proof', () => {
  it('is taken when made for this request and token, by the key the token is bound to', async () => {
    const proof = await createDpopProof({
      key: KEY,
      method: 'POST',
      url: EXPECTED.url,
      accessToken: ACCESS_TOKEN,
    })
    expect(await isValidProof(proof, EXPECTED, store)).toBe(true)
    expect(await isValidProof(proof, EXPECTED, store)).toBe(false)
  })

  it('A15 may carry other claims, and a query and fragment in htu', async () => {
    expect(await accept({ extra: 'x', nonce: 'n' })).toBe(true)
    expect(await accept({ htu: `${EXPECTED.url}?q=1#f` })).toBe(true)
    expect(await accept({ htu: 'HTTPS://HUB.example.gov.tw:443/graphql' })).toBe(true)
  })

  it('A15 may be made by a clock 60 seconds off, not more', async () => {
    expect(await accept({ iat: NOW - 60 })).toBe(true)
    expect(await accept({ iat: NOW + 60 })).toBe(true)
    for (const iat of [NOW - 61, NOW + 61, NOW - 3_600, NOW + 3_600, NOW + 0.5]) {
      expect(await accept({ iat })).toBe(false)
    }
  })

  it('A15 is refused with a claim missing or for another request', async () => {
    for (const name of ['jti', 'iat', 'htm', 'htu', 'ath']) {
      expect(await accept({ [name]: undefined })).toBe(false)
    }
    expect(await accept({ htm: 'GET' })).toBe(false)
    expect(await accept({ htm: 'post' })).toBe(false)
    for (const htu of ['https://evil.example/graphql', `${EXPECTED.url}/`, 'graphql', '']) {
      expect(await accept({ htu })).toBe(false)
    }
    expect(await accept({ ath: hashToken('another token') })).toBe(false)
  })

  it('A15 is refused with another kind of header', async () => {
    expect(await accept({}, { typ: 'JWT' })).toBe(false)
    expect(await accept({}, { typ: undefined })).toBe(false)
    expect(await accept({}, { jwk: undefined })).toBe(false)
    expect(await accept({}, { jwk: { kty, crv, x, y, d } })).toBe(false)
  })

  it('A15 is refused when it is not a JWT signed with ES256', async () => {
    const [header = '', payload] = (await sign()).split('.')
    const fields = JSON.parse(Buffer.from(header, 'base64url').toString()) as object
    for (const alg of ['none', 'HS256', 'ES512', undefined]) {
      const changed = Buffer.from(JSON.stringify({ ...fields, alg })).toString('base64url')
      expect(await isValidProof(`${changed}.${payload}.`, EXPECTED, store)).toBe(false)
    }
    const { privateKey } = await generateKeyPair('RS256')
    const rsa = await new SignJWT(freshClaims())
      .setProtectedHeader({ alg: 'RS256', typ: 'dpop+jwt', jwk: { kty, crv, x, y } })
      .sign(privateKey)
    for (const text of [rsa, 'not-a-jwt', '..', '']) {
      expect(await isValidProof(text, EXPECTED, store)).toBe(false)
    }
  })

  it('A18 is refused when another key made it', async () => {
    const other = generateSigningKey()
    expect(await accept({}, {}, other)).toBe(false)
    const jwk = { kty: other.kty, crv: other.crv, x: other.x, y: other.y }
    expect(await accept({}, { jwk }, other)).toBe(false)
  })

  it('S2 has a jti of at most 128 characters', async () => {
    expect(await accept({ jti: 'j'.repeat(128) })).toBe(true)
    expect(await accept({ jti: 'j'.repeat(129) })).toBe(false)
    expect(await accept({ jti: '' })).toBe(false)
    expect(await accept({ jti: 'j'.repeat(100_000) })).toBe(false)
  })

  it('A16 is remembered for as long as its iat could be taken', async () => {
    const proof = await sign({ iat: NOW + 60 })
    expect(await isValidProof(proof, EXPECTED, store)).toBe(true)
    jest.setSystemTime((NOW + 120) * 1000)
    expect(await isValidProof(proof, EXPECTED, store)).toBe(false)
    jest.setSystemTime(NOW * 1000)
  })

  it('may use the jti of another key', async () => {
    const other = generateSigningKey()
    const jwk = { kty: other.kty, crv: other.crv, x: other.x, y: other.y }
    const proof = await sign({ jti: 'shared' }, { jwk }, other)
    expect(await accept({ jti: 'shared' })).toBe(true)
    expect(await isValidProof(proof, { ...EXPECTED, jkt: other.kid }, store)).toBe(true)
  })
})
