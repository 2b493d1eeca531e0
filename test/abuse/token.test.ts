import { createHmac, createPublicKey } from 'node:crypto'
import { CompactEncrypt, type JWTPayload } from 'jose'
import { mintHopToken } from '../../auth/hop-token.ts'
import { generateSigningKey } from '../../auth/keys/signing-key.ts'
import { PUBLIC_CALLER } from '../../auth/hop-claims.ts'
import { signIn, type HubAnswer } from '../support/client.ts'
import { askWith, claimsFor, signProof, signToken, spell } from '../support/forged-token.ts'
import { exchangeRaw } from '../support/raw-exchange.ts'
import { expectRefusal, expectStillUp } from '../support/refusal.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

let hub: RunningHub
beforeAll(async () => {
  hub = await startTestHub({ HUB_PUBLIC_RATE: '0' })
}, 90_000)
afterEach(() => expectStillUp(hub))
afterAll(() => hub?.stop())

function expectRefused(answer: HubAnswer, error = 'invalid_token'): void {
  expectRefusal(answer, 401, 'UNAUTHENTICATED')
  expect(answer.headers.get('www-authenticate')).toBe(`DPoP algs="ES256", error="${error}"`)
}

const now = (): number => Math.floor(Date.now() / 1000)

it('A0 the token that the cases below change is taken', async () => {
  const { status, body } = await askWith(hub, await signToken(hub))
  expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined })
})

describe('a token that the issuer did not make', () => {
  it('A1 alg none', async () => {
    for (const alg of ['none', 'None', 'NONE', '']) {
      expectRefused(await askWith(hub, spell({ alg, typ: 'at+jwt' }, claimsFor(hub))))
    }
  })

  it('A2 HS256 with the public key for a secret', async () => {
    const [jwk] = hub.keys.issuerKeys().keys
    const pem = createPublicKey({ key: { ...jwk }, format: 'jwk' }).export({
      type: 'spki',
      format: 'pem',
    })
    const text = spell({ alg: 'HS256', typ: 'at+jwt', kid: jwk.kid }, claimsFor(hub)).slice(0, -1)
    const mac = createHmac('sha256', pem).update(text).digest('base64url')
    expectRefused(await askWith(hub, `${text}.${mac}`))
  })

  it.each([
    ['A8 of an unknown kid', 'nobody'],
    ['A9 of a kid that is a path', '../../../../dev/null'],
    ['A9 of a kid that is SQL', "' or 1=1 --"],
  ])('%s', async (_case, kid) => {
    expectRefused(await askWith(hub, await signToken(hub, {}, { kid })))
  })

  it.each([
    ['jwk', (key: object) => ({ jwk: key })],
    ['jku', () => ({ jku: 'http://127.0.0.1:9/jwks' })],
    ['x5u', () => ({ x5u: 'http://127.0.0.1:9/x' })],
    ['crit', () => ({ crit: ['exp'] })],
  ])('A10 that brings its own key by %s', async (_name, header) => {
    const own = generateSigningKey()
    const { kty, crv, x, y } = own
    const injected = header({ kty, crv, x, y })
    const token = spell({ alg: 'ES256', typ: 'at+jwt', kid: own.kid, ...injected }, claimsFor(hub))
    expectRefused(await askWith(hub, `${token}AAAA`))
    if (_name === 'crit') return
    expectRefused(await askWith(hub, await signToken(hub, {}, injected, own)))
    const issuerKid = hub.keys.issuerKeys().keys[0].kid
    expectRefused(
      await askWith(hub, await signToken(hub, {}, { ...injected, kid: issuerKid }, own)),
    )
  })
})

describe('a token that is for something else', () => {
  const cases: readonly (readonly [string, () => JWTPayload])[] = [
    ['A3 for another audience', () => ({ aud: 'urn:other' })],
    ['A3 for two audiences', () => ({ aud: ['urn:hub:gateway', 'urn:other'] })],
    ['A3 for no audience', () => ({ aud: undefined }) as unknown as JWTPayload],
    ['A4 of another issuer', () => ({ iss: 'https://evil.example' })],
    ['A4 of the issuer with a slash', () => ({ iss: `${hub.origin}/oidc/` })],
    ['A5 that has expired', () => ({ iat: now() - 400, exp: now() - 100 })],
    ['A6 that is not yet valid', () => ({ nbf: now() + 600 })],
    ['A6 that was made tomorrow', () => ({ iat: now() + 86_400, exp: now() + 86_500 })],
    ['A7 without an end', () => ({ exp: undefined }) as unknown as JWTPayload],
    ['A7 that lives an hour', () => ({ exp: now() + 3_600 })],
    ['A18 bound to no key', () => ({ cnf: undefined })],
  ]
  it.each(cases)('%s', async (_case, changes) => {
    expectRefused(await askWith(hub, await signToken(hub, changes())))
  })

  it.each(['JWT', 'dpop+jwt', 'hop+jwt', 'id_token+jwt', undefined])(
    'A11 of the type %s',
    async (typ) => {
      expectRefused(await askWith(hub, await signToken(hub, {}, { typ })))
    },
  )

  it('A12 a hop token at the front door', async () => {
    const request = { ...PUBLIC_CALLER, requestId: 'x', aud: 'tax', bh: 'x' }
    expectRefused(await askWith(hub, mintHopToken(request, hub.keys.hopKey('tax'))))
  })

  it('A13 an encrypted or a nested one', async () => {
    const text = new TextEncoder().encode(await signToken(hub))
    const secret = new Uint8Array(32)
    const jwe = await new CompactEncrypt(text)
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', cty: 'at+jwt' })
      .encrypt(secret)
    expectRefused(await askWith(hub, jwe))
    const nested = Buffer.from(text).toString('base64url')
    expectRefused(
      await askWith(hub, `${spell({ alg: 'ES256', typ: 'at+jwt' }, {}).slice(0, -1)}.${nested}`),
    )
  })

  it('A14 one of 12 kB is refused, one of 100 kB is not read', async () => {
    expectRefused(
      await askWith(hub, await signToken(hub, { pad: 'x'.repeat(9_000) }), { dpop: 'x' }),
    )
    const lines = [
      'POST /graphql HTTP/1.1',
      'host: hub',
      `authorization: DPoP ${'x'.repeat(100_000)}`,
    ]
    const { status } = await exchangeRaw(hub.origin, [...lines, '', ''].join('\r\n'))
    expect(status).toBe(431)
  })
})

describe('a token that someone else holds', () => {
  it('A16 a proof is good once', async () => {
    const token = await signToken(hub)
    const dpop = await signProof(hub, token)
    expect((await askWith(hub, token, { dpop })).status).toBe(200)
    expectRefused(await askWith(hub, token, { dpop }), 'invalid_dpop_proof')
  })

  it('A17 used as a Bearer token, with or without its proof', async () => {
    const token = await signToken(hub)
    expectRefused(await askWith(hub, token, { scheme: 'Bearer', dpop: null }))
    expectRefused(await askWith(hub, token, { scheme: 'Bearer' }))
  })

  it('A18 with a proof of another key', async () => {
    const token = await signToken(hub)
    expectRefused(await askWith(hub, token, { key: generateSigningKey() }), 'invalid_dpop_proof')
  })

  it('A21 scopes above the agreement open nothing', async () => {
    const { accessToken, dpopKey } = await signIn(hub, 'desk-jiaxian', 'joint-service')
    expect((await askWith(hub, accessToken, { key: dpopKey })).status).toBe(200)
    const token = await signToken(hub, {
      client_id: 'plate-officer',
      scope: 'household:identity',
      authorization_details: [{ type: 'hub_purpose', purpose: 'door-plate-administration' }],
    })
    const { body } = await askWith(hub, token)
    expect(body.data).toEqual({ person: null })
    expect(body.errors[0].extensions.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE')
  })
})

describe('a token without exactly one purpose of its client', () => {
  const detail = { type: 'hub_purpose', purpose: 'joint-service' }
  it.each([
    ['no purpose', undefined, 'PURPOSE_REQUIRED'],
    ['two purposes', [detail, detail], 'PURPOSE_REQUIRED'],
    ['an unknown type', [{ ...detail, type: 'payment' }], 'PURPOSE_REQUIRED'],
    [
      'a purpose of another client',
      [{ ...detail, purpose: 'tax-assessment' }],
      'PURPOSE_NOT_ALLOWED',
    ],
    ['a purpose of nobody', [{ ...detail, purpose: 'curiosity' }], 'PURPOSE_NOT_ALLOWED'],
  ])('A20 %s is refused', async (_case, details, code) => {
    const changes = { authorization_details: details } as JWTPayload
    expectRefusal(await askWith(hub, await signToken(hub, changes)), 403, code)
  })
})
