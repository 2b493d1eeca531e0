import { randomUUID } from 'node:crypto'
import { importJWK, SignJWT } from 'jose'

import { type HubError, hubError } from '../schemas/errors.ts'
import { hashToken } from './dpop.ts'
import type { PrivateJwk } from './keys/signing-key.ts'
import { PURPOSE_DETAIL_TYPE, type PurposeDetail } from './purpose-detail.ts'

/** What a client asks its issuer with. */
export interface ClientTokenRequest {
  /** issuer identifier; its token endpoint is found by discovery */
  readonly issuer: string
  readonly clientId: string
  /** the client's registered key */
  readonly privateJwk: PrivateJwk
  /** purpose id of an agreement */
  readonly purpose: string
  /** scopes, space-separated; all of the agreement when absent */
  readonly scope?: string
  /** resource indicator of the hub; the issuer's default when absent */
  readonly audience?: string
  /** the key to bind the token to, which then signs every proof */
  readonly dpopKey: PrivateJwk
}

export interface ClientToken {
  readonly accessToken: string
  /** scopes granted */
  readonly scopes: readonly string[]
  /** seconds since 1970 */
  readonly expiresAt: number
}

const TIMEOUT_MS = 5_000
const ASSERTION_SECONDS = 60

/**
 * Asks the issuer for a DPoP-bound access token for one purpose: client_credentials with
 * private_key_jwt (RFC 7523) and authorization_details (RFC 9396).
 *
 * @throws HubError ISSUER_UNAVAILABLE, ISSUER_REFUSED, PURPOSE_NOT_ALLOWED
 */
export async function requestToken(request: ClientTokenRequest): Promise<ClientToken> {
  const endpoint = await findTokenEndpoint(request.issuer)
  const answer = await fetchJson(endpoint, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      dpop: await createDpopProof({ key: request.dpopKey, method: 'POST', url: endpoint }),
    },
    body: await createTokenForm(request),
  })
  const { access_token: accessToken, expires_in: seconds, token_type: type, scope } = answer.body
  if (!answer.isOk) throw readRefusal(answer.body)
  if (typeof accessToken !== 'string' || typeof seconds !== 'number' || type !== 'DPoP') {
    throw hubError('ISSUER_REFUSED', { reason: 'its answer is not a DPoP-bound token' })
  }
  const scopes = typeof scope === 'string' ? scope.split(' ') : []
  return { accessToken, scopes, expiresAt: Math.floor(Date.now() / 1000) + seconds }
}

/** A DPoP proof (RFC 9449 §4.2) for one request, naming the access token where there is one. */
export async function createDpopProof(request: {
  readonly key: PrivateJwk
  readonly method: string
  readonly url: string
  readonly accessToken?: string
}): Promise<string> {
  const { key, method, url, accessToken } = request
  const { kty, crv, x, y } = key
  const htu = new URL(url)
  htu.search = ''
  htu.hash = ''
  const ath = accessToken === undefined ? {} : { ath: hashToken(accessToken) }
  return new SignJWT({ htm: method, htu: htu.href, ...ath })
    .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: { kty, crv, x, y } })
    .setJti(randomUUID())
    .setIssuedAt()
    .sign(await importJWK({ ...key }, 'ES256'))
}

async function findTokenEndpoint(issuer: string): Promise<string> {
  const { body, isOk } = await fetchJson(`${issuer}/.well-known/openid-configuration`)
  const { issuer: named, token_endpoint: endpoint } = body
  // RFC 8414 §3.3: metadata that names another issuer must not be used
  if (!isOk || named !== issuer || typeof endpoint !== 'string')
    throw hubError('ISSUER_UNAVAILABLE')
  return endpoint
}

async function createTokenForm(request: ClientTokenRequest): Promise<URLSearchParams> {
  const detail: PurposeDetail = { type: PURPOSE_DETAIL_TYPE, purpose: request.purpose }
  return new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: request.clientId,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await createAssertion(request),
    authorization_details: JSON.stringify([detail]),
    ...(request.scope === undefined ? {} : { scope: request.scope }),
    ...(request.audience === undefined ? {} : { resource: request.audience }),
  })
}

async function createAssertion({
  clientId,
  issuer,
  privateJwk,
}: ClientTokenRequest): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  return new SignJWT({})
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: privateJwk.kid })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(issuer)
    .setJti(randomUUID())
    .setIssuedAt(now)
    .setExpirationTime(now + ASSERTION_SECONDS)
    .sign(await importJWK({ ...privateJwk }, 'ES256'))
}

interface Answer {
  readonly isOk: boolean
  readonly body: Readonly<Record<string, unknown>>
}

async function fetchJson(url: string, init: RequestInit = {}): Promise<Answer> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const response = await fetch(url, { ...init, signal, redirect: 'error' })
    return { isOk: response.ok, body: Object(await response.json()) as Answer['body'] }
  } catch (error) {
    throw hubError('ISSUER_UNAVAILABLE', {}, error)
  }
}

function readRefusal({ error, error_description: description }: Answer['body']): HubError {
  switch (error) {
    case 'invalid_authorization_details':
      return hubError('PURPOSE_NOT_ALLOWED')
    case 'invalid_client':
      return hubError('ISSUER_REFUSED', { reason: 'it does not know this client or its key' })
    case 'invalid_scope':
      return hubError('ISSUER_REFUSED', {
        reason: 'the agreement does not cover a scope asked for',
      })
    case 'server_error':
      return hubError('ISSUER_UNAVAILABLE')
    default:
      return hubError('ISSUER_REFUSED', { reason: describe(error, description) })
  }
}

/** The issuer's own words, in printable ASCII as RFC 6749 §5.2 has them, cut to a line. */
function describe(...words: readonly unknown[]): string {
  const text = words.filter((word) => typeof word === 'string').join(': ')
  return text.replaceAll(/[^\x20-\x7e]/g, '').slice(0, 200) || 'it gave no reason'
}
