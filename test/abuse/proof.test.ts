import type { JWTPayload } from 'jose'
import type { HubAnswer } from '../support/client.ts'
import { askWith, HOLDER, signProof, signToken, spell } from '../support/forged-token.ts'
import { expectRefusal, expectStillUp } from '../support/refusal.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

let hub: RunningHub
beforeAll(async () => {
  hub = await startTestHub({ HUB_PUBLIC_RATE: '0' })
}, 90_000)
afterEach(() => expectStillUp(hub))
afterAll(() => hub?.stop())

const now = (): number => Math.floor(Date.now() / 1000)

function expectRefused(answer: HubAnswer): void {
  expectRefusal(answer, 401, 'UNAUTHENTICATED')
  expect(answer.headers.get('www-authenticate')).toContain('error="invalid_dpop_proof"')
}

describe('A15 a DPoP proof', () => {
  type Proof = (token: string) => Promise<string | null>
  const made =
    (claims: JWTPayload | (() => JWTPayload) = {}, header: Record<string, unknown> = {}): Proof =>
    (token) =>
      signProof(hub, token, typeof claims === 'function' ? claims() : claims, header)
  const without = (name: string): Proof => made({ [name]: undefined })
  const spelt =
    (alg: string | undefined): Proof =>
    async (token) => {
      const [, payload, signature] = (await signProof(hub, token)).split('.')
      const { kty, crv, x, y } = HOLDER
      const header = spell({ alg, typ: 'dpop+jwt', jwk: { kty, crv, x, y } }, {}).split('.')[0]
      return `${header}.${payload}.${alg === 'none' ? '' : signature}`
    }
  const proofs: readonly (readonly [number, string, boolean, Proof, string?])[] = [
    [1, 'that is whole', true, made()],
    [2, 'that is missing', false, async () => null],
    [
      3,
      'that comes twice',
      false,
      async (t) => `${await signProof(hub, t)}, ${await signProof(hub, t)}`,
    ],
    [4, 'that is no JWT', false, async () => 'not-a-jwt'],
    [5, 'with alg none', false, spelt('none')],
    [6, 'with alg HS256', false, spelt('HS256')],
    [7, 'without alg', false, spelt(undefined)],
    [8, 'of the type JWT', false, made({}, { typ: 'JWT' })],
    [9, 'without a type', false, made({}, { typ: undefined })],
    [10, 'without its key', false, made({}, { jwk: undefined })],
    [
      11,
      'with its private key',
      false,
      made({}, { jwk: { kty: 'EC', crv: 'P-256', x: HOLDER.x, y: HOLDER.y, d: HOLDER.d } }),
    ],
    [12, 'without jti', false, without('jti')],
    [13, 'without iat', false, without('iat')],
    [14, 'without htm', false, without('htm')],
    [15, 'without htu', false, without('htu')],
    [16, 'without ath', false, without('ath')],
    [17, 'for GET', false, made({ htm: 'GET' })],
    [18, 'for another address', false, made({ htu: 'https://evil.example/graphql' })],
    [19, 'for another token', false, made({ ath: 'x'.repeat(43) })],
    [20, 'made an hour ago', false, made(() => ({ iat: now() - 3_600 }))],
    [21, 'made in an hour', false, made(() => ({ iat: now() + 3_600 }))],
    [22, 'of a clock 10 s slow', true, made(() => ({ iat: now() - 10 }))],
    [23, 'of a clock 10 s fast', true, made(() => ({ iat: now() + 10 }))],
    [
      24,
      'with a query and fragment in htu',
      true,
      made(() => ({ htu: `${hub.graphqlUrl}?a=1#b` })),
    ],
    [25, 'with other claims, under the scheme dpop', true, made({ extra: 'x' }), 'dpop'],
    [26, 'with a jti of 3,000 characters', false, made({ jti: 'j'.repeat(3_000) })],
  ]
  const rows = proofs.map(([id, what, isTaken, proof, scheme = 'DPoP']) => ({
    id,
    what: `${what} is ${isTaken ? 'taken' : 'refused'}`,
    isTaken,
    proof,
    scheme,
  }))
  it.each(rows)('A15.$id $what', async ({ isTaken, proof, scheme }) => {
    const token = await signToken(hub)
    const answer = await askWith(hub, token, { scheme, dpop: await proof(token) })
    if (isTaken) expect(answer.body.data.person.name.full).toEqual(expect.any(String))
    else expectRefused(answer)
  })
})
