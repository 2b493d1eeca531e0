import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'

import { type HopRequest, PUBLIC_CALLER } from '../../auth/hop-claims.ts'
import { createReplayGuard, hashBody, mintHopToken, verifyHopToken } from '../../auth/hop-token.ts'
import { HopMinter } from '../../auth/hop-minter.ts'
import { createMemoryStore } from '../../auth/shared-store.ts'

const NOW = 1_525_910_400
const KEY = Buffer.alloc(32, 1)
const BODY = '{"query":"{ _entities }"}'

const REQUEST: HopRequest = {
  aud: 'tax',
  bh: hashBody(BODY),
  sub: 'officer-17',
  agency: 'QS_HRO',
  client: 'desk-jiaxian',
  role: 'desk-clerk',
  purpose: 'joint-service',
  legalBasis: '個人資料保護法第15條第1款',
  case: '1070510-0147',
  scopes: ['tax:bills'],
  existence: true,
  regions: null,
  caseAssignment: false,
  requestId: 'r-1',
}
const EXPECTED = { audience: 'tax', key: KEY, bodyHash: hashBody(BODY) }

const refused = (code: string, message: string) =>
  expect.objectContaining({ code, message, status: 401 })
const INVALID = refused('HOP_TOKEN_INVALID', 'The hop token was not made by the gateway.')
const EXPIRED = refused('HOP_TOKEN_EXPIRED', 'The hop token has expired.')

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token with the right signature over any header and payload. */
function sign(header: unknown, payload: unknown, key = KEY): string {
  const signed = `${encode(header)}.${encode(payload)}`
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`
}

function payloadOf(token: string): Record<string, unknown> {
  const text = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()
  return JSON.parse(text) as Record<string, unknown>
}

beforeAll(() => {
  jest.useFakeTimers({ now: NOW * 1000, doNotFake: ['nextTick', 'setImmediate'] })
})
afterAll(() => {
  jest.useRealTimers()
})

describe('hop tokens', () => {
  it('tell the agency who asks, for what purpose and on which case', () => {
    const claims = verifyHopToken(mintHopToken(REQUEST, KEY), EXPECTED)
    expect(claims).toEqual({
      ...REQUEST,
      iss: 'hub-gateway',
      iat: NOW,
      exp: NOW + 30,
      jti: expect.stringMatching(/^[\da-f-]{36}$/),
    })
  })

  it('say the same where one caller has several, and no two are alike', () => {
    const { aud, bh, ...others } = REQUEST
    // of every length modulo three; then others who share its list of scopes
    const callers = ['r', 'r-', 'r-1', '甲仙'].map((requestId) => ({ ...others, requestId }))
    const changes = [
      { sub: 'officer-18' },
      { case: null },
      { regions: ['64'] },
      { existence: false },
    ]
    const minters = [new HopMinter(aud), new HopMinter(aud)]
    const serials = new Set<string>()
    for (const caller of [...callers, ...changes.map((change) => ({ ...others, ...change }))]) {
      for (const minter of [...minters, ...minters]) {
        const claims = verifyHopToken(minter.mint(caller, bh, KEY), EXPECTED)
        const { iss: _iss, iat, exp, jti, ...told } = claims
        expect(told).toEqual({ ...caller, aud, bh })
        expect([iat, exp]).toEqual([NOW, NOW + 30])
        serials.add(jti)
      }
    }
    expect(serials.size).toBe(4 * (callers.length + changes.length))
  })

  it('are made under a new key as soon as it has turned', () => {
    const { aud, bh, ...caller } = REQUEST
    const minter = new HopMinter(aud)
    for (const key of [KEY, Buffer.alloc(32, 2), Buffer.alloc(32, 3)]) {
      const token = minter.mint(caller, bh, key, NOW - 1)
      expect(verifyHopToken(token, { ...EXPECTED, key })).toMatchObject({ iat: NOW - 1 })
    }
  })

  it('carry a public operation with nobody behind it', () => {
    const request = { ...PUBLIC_CALLER, aud: 'tax', bh: REQUEST.bh, requestId: 'r-2' }
    const claims = verifyHopToken(mintHopToken(request, KEY), EXPECTED)
    expect(claims).toMatchObject({ client: null, purpose: null, scopes: [], existence: false })
  })

  it('B1 are refused when missing', () => {
    const missing = refused(
      'HOP_TOKEN_MISSING',
      'Only the gateway may ask an agency: no hop token.',
    )
    expect(() => verifyHopToken(undefined, EXPECTED)).toThrow(missing)
    expect(() => verifyHopToken('', EXPECTED)).toThrow(missing)
  })

  it('B2 are refused after 30 seconds, for another agency, and under another key', () => {
    const token = mintHopToken(REQUEST, KEY)
    expect(verifyHopToken(token, { ...EXPECTED, now: NOW + 29 }).exp).toBe(NOW + 30)
    expect(() => verifyHopToken(token, { ...EXPECTED, now: NOW + 30 })).toThrow(EXPIRED)
    expect(() => verifyHopToken(token, { ...EXPECTED, audience: 'welfare' })).toThrow(
      refused('HOP_TOKEN_AUDIENCE', 'The hop token is for another agency.'),
    )
    expect(() => verifyHopToken(token, { ...EXPECTED, key: Buffer.alloc(32, 2) })).toThrow(INVALID)
  })

  it('B3 are refused with another body', () => {
    const token = mintHopToken(REQUEST, KEY)
    expect(() => verifyHopToken(token, { ...EXPECTED, bodyHash: hashBody(`${BODY} `) })).toThrow(
      refused('HOP_TOKEN_BODY', 'The hop token is for another request body.'),
    )
  })

  it('B4 are let in once', async () => {
    const guard = createReplayGuard(createMemoryStore())
    const claims = verifyHopToken(mintHopToken(REQUEST, KEY), EXPECTED)
    const other = verifyHopToken(mintHopToken(REQUEST, KEY), EXPECTED)
    await guard.admit(claims)
    await guard.admit(other)
    await expect(async () => guard.admit(claims)).rejects.toThrow(
      refused('HOP_TOKEN_REPLAYED', 'The hop token was used before.'),
    )
  })

  it('B4 are let in once by every process that shares a store', async () => {
    const local = createMemoryStore()
    const store = { addIfAbsent: async (key: string, ttl: number) => local.addIfAbsent(key, ttl) }
    const claims = verifyHopToken(mintHopToken(REQUEST, KEY), EXPECTED)
    await createReplayGuard(store).admit(claims)
    await expect(createReplayGuard(store).admit(claims)).rejects.toThrow(
      'The hop token was used before.',
    )
  })

  it('are refused when any character is altered', () => {
    const token = mintHopToken(REQUEST, KEY)
    const characters = fc.constantFrom(...'AQgwz09-_.=')
    fc.assert(
      fc.property(fc.nat({ max: token.length - 1 }), characters, (at, other) => {
        fc.pre(token[at] !== other)
        const altered = token.slice(0, at) + other + token.slice(at + 1)
        expect(() => verifyHopToken(altered, EXPECTED)).toThrow(INVALID)
      }),
      { numRuns: 300 },
    )
  })

  it('are refused with another spelling of the same signature', () => {
    const token = mintHopToken(REQUEST, KEY)
    const signature = Buffer.from(token.split('.')[2] ?? '', 'base64url')
    const respelt = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=']
      .flatMap((last) => [token.slice(0, -1) + last, token + last])
      .filter((text) => text !== token)
      .filter((text) => Buffer.from(text.split('.')[2] ?? '', 'base64url').equals(signature))
    expect(respelt.length).toBeGreaterThan(1)
    for (const text of respelt) expect(() => verifyHopToken(text, EXPECTED)).toThrow(INVALID)
  })

  it('A1 are refused with any header but their own', () => {
    const claims = payloadOf(mintHopToken(REQUEST, KEY))
    expect(verifyHopToken(sign({ alg: 'HS256', typ: 'hop+jwt' }, claims), EXPECTED).sub).toBe(
      'officer-17',
    )
    const headers = [
      { alg: 'none', typ: 'hop+jwt' },
      { alg: 'HS512', typ: 'hop+jwt' },
      { alg: 'HS256', typ: 'at+jwt' },
      { alg: 'HS256', typ: 'hop+jwt', kid: '../../etc/passwd' },
    ]
    for (const header of headers) {
      expect(() => verifyHopToken(sign(header, claims), EXPECTED)).toThrow(INVALID)
    }
    expect(() => verifyHopToken(`${encode(headers[0])}.${encode(claims)}.`, EXPECTED)).toThrow(
      INVALID,
    )
  })

  it('are refused with a claim missing, added or of another type', () => {
    const header = { alg: 'HS256', typ: 'hop+jwt' }
    const claims = payloadOf(mintHopToken(REQUEST, KEY))
    for (const name of Object.keys(claims)) {
      const { [name]: _left, ...others } = claims
      expect(() => verifyHopToken(sign(header, others), EXPECTED)).toThrow(INVALID)
      expect(() => verifyHopToken(sign(header, { ...claims, [name]: {} }), EXPECTED)).toThrow(
        INVALID,
      )
    }
    const extended = { ...claims, admin: true }
    expect(() => verifyHopToken(sign(header, extended), EXPECTED)).toThrow(INVALID)
    for (const payload of [null, [], 'x', 7]) {
      expect(() => verifyHopToken(sign(header, payload), EXPECTED)).toThrow(INVALID)
    }
  })

  it('are refused when they are from the future, live too long or are too large', () => {
    const header = { alg: 'HS256', typ: 'hop+jwt' }
    const claims = payloadOf(mintHopToken(REQUEST, KEY))
    const early = mintHopToken(REQUEST, KEY, NOW + 6)
    expect(() => verifyHopToken(early, EXPECTED)).toThrow(INVALID)
    expect(() => verifyHopToken(sign(header, { ...claims, exp: NOW + 31 }), EXPECTED)).toThrow(
      INVALID,
    )
    const large = sign(header, { ...claims, sub: 'x'.repeat(9_000) })
    expect(() => verifyHopToken(large, EXPECTED)).toThrow(INVALID)
  })
})
