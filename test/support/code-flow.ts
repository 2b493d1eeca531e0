import { createHash, randomUUID } from 'node:crypto'
import { importJWK, SignJWT } from 'jose'
import { createDpopProof } from '../../auth/client-token.ts'
import { generateSigningKey } from '../../auth/keys/signing-key.ts'
import { CookieJar, browse, sendForm } from './desk-session.ts'
import type { RunningHub } from './running-hub.ts'

export const DESK = 'hub-desk'
export const VERIFIER = 'correct-horse-battery-staple-of-forty-three-characters'
const DPOP_KEY = generateSigningKey()

/** An answer of the issuer. */
export interface IssuerAnswer {
  readonly status: number
  readonly body: Readonly<Record<string, string>>
}

type Fields = Readonly<Record<string, string | null>>

/** Pushes the request of a sign-in as the desk would, but for the fields that are changed; null leaves one out. */
export function push(hub: RunningHub, changes: Fields = {}, client = DESK): Promise<IssuerAnswer> {
  return send(hub, '/oidc/request', client, {
    response_type: 'code',
    client_id: client,
    scope: 'openid',
    redirect_uri: `${hub.origin}/session/callback`,
    state: 'state',
    nonce: 'nonce',
    code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
    code_challenge_method: 'S256',
    authorization_details: '[{"type":"hub_purpose","purpose":"joint-service"}]',
    prompt: 'login',
    ...changes,
  })
}

/** Goes to the issuer with a pushed request; where the browser ends up. */
export function visit(hub: RunningHub, query: Fields, jar = new CookieJar()): Promise<Response> {
  const search = new URLSearchParams(defined(query))
  return browse(hub.origin, `/oidc/auth?${search.toString()}`, jar)
}

/** Signs in with a pushed request; the code that the browser is sent back with. */
export async function obtainCode(hub: RunningHub, requestUri: string): Promise<string> {
  const jar = new CookieJar()
  const page = await visit(hub, { client_id: DESK, request_uri: requestUri }, jar)
  const sent = await sendForm(hub.origin, await page.text(), jar)
  const resumed = await fetch(new URL(sent.headers.get('location') ?? '', hub.origin), {
    redirect: 'manual',
    headers: { cookie: jar.header },
  })
  const code = new URL(resumed.headers.get('location') ?? '', hub.origin).searchParams.get('code')
  if (code === null) throw new Error(`no code: ${resumed.status}`)
  return code
}

/** Pushes, signs in, and answers the code. */
export async function newCode(hub: RunningHub): Promise<string> {
  const { body } = await push(hub)
  return obtainCode(hub, body['request_uri']!)
}

/** Exchanges a code as the desk would, but for the fields that are changed; null leaves one out. */
export function exchange(
  hub: RunningHub,
  code: string,
  changes: Fields = {},
  client = DESK,
): Promise<IssuerAnswer> {
  return send(hub, '/oidc/token', client, {
    grant_type: 'authorization_code',
    code,
    code_verifier: VERIFIER,
    redirect_uri: `${hub.origin}/session/callback`,
    ...changes,
  })
}

/** Asks for a token of one purpose with a refresh token. */
export function refresh(hub: RunningHub, token: string, purpose: string): Promise<IssuerAnswer> {
  return send(hub, '/oidc/token', DESK, {
    grant_type: 'refresh_token',
    refresh_token: token,
    authorization_details: JSON.stringify([{ type: 'hub_purpose', purpose }]),
  })
}

async function send(
  hub: RunningHub,
  path: string,
  client: string,
  fields: Fields,
): Promise<IssuerAnswer> {
  const url = `${hub.origin}${path}`
  const response = await fetch(url, {
    method: 'POST',
    headers: { dpop: await createDpopProof({ key: DPOP_KEY, method: 'POST', url }) },
    body: new URLSearchParams(
      defined({
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await assertion(hub, client),
        ...fields,
      }),
    ),
  })
  return { status: response.status, body: (await response.json()) as IssuerAnswer['body'] }
}

async function assertion(hub: RunningHub, client: string): Promise<string> {
  const [key] = hub.keys.clientKeys(client).keys
  const now = Math.floor(Date.now() / 1000)
  return new SignJWT({ iss: client, sub: client, aud: `${hub.origin}/oidc` })
    .setProtectedHeader({ alg: 'ES256', kid: key.kid })
    .setJti(randomUUID())
    .setIssuedAt(now)
    .setExpirationTime(now + 60)
    .sign(await importJWK({ ...key }, 'ES256'))
}

function defined(fields: Fields): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => field[1] !== null),
  )
}
