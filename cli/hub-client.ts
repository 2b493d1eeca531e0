import { readFileSync } from 'node:fs'
import { loadAgreements } from '../auth/agreement.ts'
import { createDpopProof, requestToken } from '../auth/client-token.ts'
import { readAuthConfig } from '../auth/config.ts'
import { openKeyStore } from '../auth/keys/key-store.ts'
import { generateSigningKey } from '../auth/keys/signing-key.ts'
import { readGatewayConfig } from '../gateway/config.ts'
import { HubError, hubError } from '../schemas/errors.ts'
import { provideDataDir } from './runtime/data-dir.ts'

/** Who asks, and for what. */
export interface Identity {
  readonly clientId: string
  readonly purpose: string
}

/** What one call sends beside its body. */
export interface CallHeaders {
  readonly authorization: string
  readonly dpop: string
}

/** The address of GraphQL on the hub of this environment. */
export function graphqlUrl(): string {
  return new URL('/graphql', readGatewayConfig().publicUrl).href
}

/**
 * Headers for one call as a demo client: a token for its purpose, bound to a new key, and the proof of
 * that key for this call. Throws `CONFIG_INVALID` for a client without an agreement, and what
 * `requestToken` throws.
 */
export async function authorise(identity: Identity, url: string): Promise<CallHeaders> {
  const auth = readAuthConfig()
  requireKnownClient(identity.clientId, auth.agreementsDir)
  provideDataDir(auth.dataDir)
  const [privateJwk] = openKeyStore(auth).clientKeys(identity.clientId).keys
  const dpopKey = generateSigningKey()
  const isEmbedded = auth.issuer.kind === 'embedded'
  const { accessToken } = await requestToken({
    issuer: auth.issuer.kind === 'external' ? auth.issuer.url : new URL('/oidc', url).href,
    clientId: identity.clientId,
    privateJwk,
    purpose: identity.purpose,
    audience: auth.audience,
    dpopKey,
  }).catch((error: unknown) => {
    // the embedded issuer is the hub itself: what is away is the hub
    const isAway = error instanceof HubError && error.code === 'ISSUER_UNAVAILABLE'
    throw isAway && isEmbedded ? hubError('HUB_UNREACHABLE', { url: new URL(url).origin }) : error
  })
  const dpop = await createDpopProof({ key: dpopKey, method: 'POST', url, accessToken })
  return { authorization: `DPoP ${accessToken}`, dpop }
}

/** The purpose of a client that has one alone. Throws `CONFIG_INVALID` naming the choices. */
export function onlyPurposeOf(clientId: string): string {
  const { agreementsDir } = readAuthConfig()
  requireKnownClient(clientId, agreementsDir)
  const purposes = loadAgreements(agreementsDir)
    .filter(({ clients }) => clients.includes(clientId))
    .map(({ purpose }) => purpose.id)
  if (purposes.length === 1) return purposes[0]!
  throw hubError('CONFIG_INVALID', {
    variable: '--purpose',
    reason: `choose ${purposes.join(' or ')}`,
  })
}

/** The address given by `--url`, or that of this environment's hub. Throws `CONFIG_INVALID`. */
export function readUrlOption(text: string | undefined): string {
  if (text === undefined) return graphqlUrl()
  const url = URL.parse(text)
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url.href
  const reason = 'must be an address such as http://127.0.0.1:4000/graphql'
  throw hubError('CONFIG_INVALID', { variable: '--url', reason })
}

/** Reads JSON from the command line, or from a file named `@path`. Throws `CONFIG_INVALID`. */
export function readJsonOption(option: string, text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(
      text.startsWith('@') ? readFileSync(text.slice(1), 'utf8') : text,
    )
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>
    }
  } catch {
    // Falls through: a file that is not there and text that is not JSON read the same to the user.
  }
  throw hubError('CONFIG_INVALID', { variable: option, reason: 'must be a JSON object, or @file' })
}

function requireKnownClient(clientId: string, agreementsDir: string): void {
  const known = [...new Set(loadAgreements(agreementsDir).flatMap(({ clients }) => clients))]
  if (known.includes(clientId)) return
  const reason = `no agreement names this client; there are ${known.join(', ')}`
  throw hubError('CONFIG_INVALID', { variable: '--as', reason })
}
