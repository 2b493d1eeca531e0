import { randomUUID } from 'node:crypto'
import { importJWK, SignJWT, type JWTPayload } from 'jose'
import { createDpopProof } from '../../auth/client-token.ts'
import { hashToken } from '../../auth/dpop.ts'
import { generateSigningKey, type PrivateJwk } from '../../auth/keys/signing-key.ts'
import { DEMO_CASE, DEMO_CITIZEN, post, type HubAnswer } from './client.ts'
import type { RunningHub } from './running-hub.ts'

/** The key that the tokens of this file are bound to. */
export const HOLDER: PrivateJwk = generateSigningKey()

/** The claims of a token that the hub takes, changed as said; undefined takes one out. */
export function claimsFor(hub: RunningHub, changes: JWTPayload = {}): JWTPayload {
  const now = Math.floor(Date.now() / 1000)
  const claims = {
    iss: `${hub.origin}/oidc`,
    aud: 'urn:hub:gateway',
    sub: 'desk-jiaxian',
    client_id: 'desk-jiaxian',
    iat: now,
    exp: now + 300,
    jti: randomUUID(),
    scope: 'household:identity',
    authorization_details: [{ type: 'hub_purpose', purpose: 'joint-service' }],
    cnf: { jkt: HOLDER.kid },
  }
  return { ...claims, ...changes }
}

/** A token of these claims, by the issuer's own key unless another is given. */
export async function signToken(
  hub: RunningHub,
  changes: JWTPayload = {},
  header: Record<string, unknown> = {},
  key: PrivateJwk = hub.keys.issuerKeys().keys[0],
): Promise<string> {
  return new SignJWT(claimsFor(hub, changes))
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: key.kid, ...header })
    .sign(await importJWK({ ...key }, 'ES256'))
}

/** Header and claims as they are, with any third part. */
export function spell(header: object, claims: object, third = ''): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part(header)}.${part(claims)}.${third}`
}

export interface AskParts {
  readonly scheme?: string
  /** The proof; null sends none. A valid one when absent. */
  readonly dpop?: string | null
  readonly key?: PrivateJwk
}

/** Asks for the demo citizen with a token as it is. */
export async function askWith(
  hub: RunningHub,
  accessToken: string,
  { scheme = 'DPoP', dpop, key = HOLDER }: AskParts = {},
): Promise<HubAnswer> {
  const proof =
    dpop === undefined
      ? await createDpopProof({ key, method: 'POST', url: hub.graphqlUrl, accessToken })
      : dpop
  const query = 'query ($id: NationalId!) { person(nationalId: $id) { name { full } } }'
  return post(hub, JSON.stringify({ query, variables: { id: DEMO_CITIZEN } }), {
    authorization: `${scheme} ${accessToken}`,
    ...(proof !== null && { dpop: proof }),
    'hub-case': DEMO_CASE,
  })
}

/** A proof for one call with this token, changed as said. */
export async function signProof(
  hub: RunningHub,
  accessToken: string,
  claims: JWTPayload = {},
  header: Record<string, unknown> = {},
  key: PrivateJwk = HOLDER,
): Promise<string> {
  const { kty, crv, x, y } = key
  const payload = {
    jti: randomUUID(),
    iat: Math.floor(Date.now() / 1000),
    htm: 'POST',
    htu: hub.graphqlUrl,
    ath: hashToken(accessToken),
    ...claims,
  }
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: { kty, crv, x, y }, ...header })
    .sign(await importJWK({ ...key }, 'ES256'))
}
