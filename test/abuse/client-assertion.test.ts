import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { importJWK, SignJWT, type CryptoKey, type KeyObject } from 'jose'
import { createDpopProof } from '../../auth/client-token.ts'
import { generateSigningKey, type PrivateJwk } from '../../auth/keys/signing-key.ts'
import { expectStillUp } from '../support/refusal.ts'
import { spell } from '../support/forged-token.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

const CLIENT = 'desk-jiaxian'
const PURPOSE = { type: 'hub_purpose', purpose: 'joint-service' }

let hub: RunningHub
beforeAll(async () => {
  hub = await startTestHub({ HUB_PUBLIC_RATE: '0' })
}, 90_000)
afterEach(() => expectStillUp(hub))
afterAll(() => hub?.stop())

type Claims = Readonly<Record<string, unknown>>
type Changes = Claims | (() => Claims)

const now = (): number => Math.floor(Date.now() / 1000)

function claimsOf(changes: Changes): Claims {
  const base = {
    iss: CLIENT,
    sub: CLIENT,
    aud: `${hub.origin}/oidc`,
    jti: randomUUID(),
    iat: now(),
    exp: now() + 60,
  }
  return { ...base, ...(typeof changes === 'function' ? changes() : changes) }
}

async function assert(
  changes: Changes = {},
  header: Record<string, unknown> = {},
  key: PrivateJwk = hub.keys.clientKeys(CLIENT).keys[0],
): Promise<string> {
  return new SignJWT(claimsOf(changes))
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: key.kid, ...header })
    .sign(await importJWK({ ...key }, 'ES256'))
}

interface AskChanges {
  /** Address that the proof names; the token endpoint's when absent. */
  readonly url?: string
  readonly fields?: Readonly<Record<string, string>>
}

async function ask(
  assertion: string | null,
  { url, fields = {} }: AskChanges = {},
): Promise<{ status: number; error?: string }> {
  const endpoint = `${hub.origin}/oidc/token`
  const proof = { key: generateSigningKey(), method: 'POST', url: url ?? endpoint }
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { dpop: await createDpopProof(proof) },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: CLIENT,
      authorization_details: JSON.stringify([PURPOSE]),
      ...fields,
      ...(assertion !== null && {
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
      }),
    }),
  })
  const body = (await response.json()) as { error?: string; access_token?: string }
  if (response.status !== 200) expect(body).not.toHaveProperty('access_token')
  return { status: response.status, ...(body.error && { error: body.error }) }
}

async function expectRefused(assertion: string | null): Promise<void> {
  const { status, error } = await ask(assertion)
  expect([400, 401]).toContain(status)
  expect(['invalid_client', 'invalid_request']).toContain(error)
}

describe('A19 a client assertion', () => {
  it('that is whole is taken once, and refused when it comes again', async () => {
    const assertion = await assert()
    expect(await ask(assertion)).toEqual({ status: 200 })
    await expectRefused(assertion)
    expect(await ask(await assert())).toEqual({ status: 200 })
  })

  const accepted: readonly (readonly [string, Changes])[] = [
    ['of a clock 8 s fast', () => ({ nbf: now() + 8, iat: now() + 8 })],
    ['with claims nobody asked for', { extra: 'x' }],
  ]
  it.each(accepted)('%s is taken', async (_what, changes) => {
    expect(await ask(await assert(changes))).toEqual({ status: 200 })
  })

  const refused: readonly (readonly [string, Changes])[] = [
    ['for another issuer', { aud: 'https://evil.example' }],
    ['for the token endpoint', () => ({ aud: `${hub.origin}/oidc/token` })],
    ['for the address of pushed requests', () => ({ aud: `${hub.origin}/oidc/request` })],
    ['for the issuer in a list', () => ({ aud: [`${hub.origin}/oidc`] })],
    ['for two audiences', () => ({ aud: [`${hub.origin}/oidc`, 'https://evil.example'] })],
    ['for the hub in place of its issuer', { aud: 'urn:hub:gateway' }],
    ['for no audience', { aud: undefined }],
    ['that expired 5 minutes ago', () => ({ iat: now() - 360, exp: now() - 300 })],
    ['without an end', { exp: undefined }],
    ['that lives an hour', () => ({ exp: now() + 3_600 })],
    ['that begins in 61 s', () => ({ nbf: now() + 61, exp: now() + 121 })],
    ['without sub', { sub: undefined }],
    ['of another sub', { sub: 'local-tax' }],
    ['without iss', { iss: undefined }],
    ['of another iss', { iss: 'local-tax', sub: 'local-tax' }],
    ['without jti', { jti: undefined }],
  ]
  it.each(refused)('%s is refused', async (_what, changes) => {
    await expectRefused(await assert(changes))
  })

  it('signed by RS256 is refused', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    await expectRefused(await signBy('RS256', privateKey))
    await expectRefused(await signBy('PS256', privateKey))
  })

  it('signed by HS256 with the client’s public key, or by nothing, is refused', async () => {
    const { x } = hub.keys.clientKeys(CLIENT).keys[0]
    await expectRefused(await signBy('HS256', new TextEncoder().encode(x)))
    await expectRefused(spell({ alg: 'none', typ: 'JWT' }, claimsOf({})))
  })

  it('of another client’s key, or of nobody’s, is refused', async () => {
    await expectRefused(await assert({}, {}, hub.keys.clientKeys('local-tax').keys[0]))
    await expectRefused(await assert({}, {}, generateSigningKey()))
    const own = hub.keys.clientKeys(CLIENT).keys[0].kid
    await expectRefused(await assert({}, { kid: own }, generateSigningKey()))
  })

  it('that is whole is refused beside a proof for another address', async () => {
    for (const url of [
      hub.graphqlUrl,
      `${hub.origin}/oidc/request`,
      'https://evil.example/token',
    ]) {
      const answer = await ask(await assert(), { url })
      expect(answer).toEqual({ status: 400, error: 'invalid_dpop_proof' })
    }
  })

  it('that is missing or no JWT is refused', async () => {
    await expectRefused(null)
    await expectRefused('x.y.z')
  })
})

describe('a token request by a client that proved itself', () => {
  const refused: readonly (readonly [string, unknown])[] = [
    ['no purpose', []],
    ['an unknown type', [{ ...PURPOSE, type: 'payment' }]],
    ['a purpose of another client', [{ ...PURPOSE, purpose: 'tax-assessment' }]],
    ['a purpose of nobody', [{ ...PURPOSE, purpose: 'curiosity' }]],
    ['two purposes', [PURPOSE, { ...PURPOSE, purpose: 'tax-assessment' }]],
    ['one purpose twice', [PURPOSE, PURPOSE]],
    ['fields of its own', [{ ...PURPOSE, legalBasis: 'mine', case: '1070510-0147' }]],
    ['no list', PURPOSE],
  ]
  it.each(refused)('A20 for %s is refused', async (_what, details) => {
    const fields = { authorization_details: JSON.stringify(details) }
    const answer = await ask(await assert(), { fields })
    expect(answer).toEqual({ status: 400, error: 'invalid_authorization_details' })
  })

  it('A20 for details that are no JSON is refused', async () => {
    const answer = await ask(await assert(), { fields: { authorization_details: '[{' } })
    expect(answer.status).toBe(400)
  })

  it.each(['tax:income', 'tax:bills household:kinship', 'hub:status', 'no:such'])(
    'A21 for the scope %s above its agreement is refused',
    async (scope) => {
      const answer = await ask(await assert(), { fields: { scope } })
      expect(answer).toEqual({ status: 400, error: 'invalid_scope' })
    },
  )

  it('A21 for a scope of its agreement is taken', async () => {
    expect(await ask(await assert(), { fields: { scope: 'tax:bills' } })).toEqual({ status: 200 })
  })
})

function signBy(alg: string, key: CryptoKey | KeyObject | Uint8Array): Promise<string> {
  return new SignJWT(claimsOf({})).setProtectedHeader({ alg, typ: 'JWT' }).sign(key)
}
