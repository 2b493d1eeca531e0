import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import { hubError } from '../schemas/errors.ts'
import type { ProviderKeys } from './agreement-signature.ts'
import { HOP_KEY_BYTES } from './keys/key-store.ts'
import { readSecretVariable } from './keys/secret-config.ts'
import { readPublicJwks } from './keys/signing-key.ts'
import { requireProductionSetup } from './production.ts'

/** The issuer of access tokens: our own, for samples, or any OpenID provider. */
export type IssuerConfig =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'external'; readonly url: string; readonly jwksUri: string }

/** What this floor is told by its environment. */
export interface AuthConfig {
  readonly isProduction: boolean
  readonly dataDir: string
  readonly issuer: IssuerConfig
  /** how the hub is known at an external issuer where staff sign in; nobody does when absent */
  readonly desk?: { readonly clientId: string; readonly keyFile: string }
  /** `aud` of access tokens: the hub's resource indicator (RFC 8707) */
  readonly audience: string
  readonly agreementsDir: string
  /** the providing agencies' public keys, which check their signatures on agreements */
  readonly providerKeys: ProviderKeys
  /** where the store is that several processes share; this process's memory when absent */
  readonly storeUrl: string | undefined
  /** hop secrets given for containers, by agency name, the used one first */
  readonly hopKeys: Readonly<Record<string, readonly Buffer[]>>
}

type Environment = Readonly<Record<string, string | undefined>>

/** The hub's resource indicator unless HUB_AUDIENCE names another. */
export const DEFAULT_AUDIENCE = 'urn:hub:gateway'

const SAMPLE_AGREEMENTS = fileURLToPath(new URL('agreements', import.meta.url))

/**
 * Reads HUB_DATA_DIR, HUB_ISSUER, HUB_JWKS_URI, HUB_AUDIENCE, HUB_AGREEMENTS_DIR,
 * HUB_AGREEMENT_KEYS (a file of {"<agency>": <JWK Set>}), HUB_STORE_URL (redis:// or rediss://),
 * HUB_DESK_CLIENT_ID, HUB_DESK_KEY (a file with the private JWK set of that client, made at first
 * use), HUB_HOP_KEY_<AGENCY> (32 bytes, base64url; several with commas) and NODE_ENV. Production has no embedded issuer.
 *
 * @throws HubError CONFIG_INVALID naming the variable
 */
export function readAuthConfig(env: Environment = process.env): AuthConfig {
  const isProduction = env['NODE_ENV'] === 'production'
  if (isProduction) requireProductionSetup(env, process.versions.node)
  const deskClientId = env['HUB_DESK_CLIENT_ID']
  const dataDir = resolve(env['HUB_DATA_DIR'] || '.hub')
  return Object.freeze({
    isProduction,
    dataDir,
    issuer: readIssuer(env, isProduction),
    ...(deskClientId && {
      desk: {
        clientId: deskClientId,
        keyFile: resolve(env['HUB_DESK_KEY'] || join(dataDir, 'keys', 'desk-client.json')),
      },
    }),
    audience: env['HUB_AUDIENCE'] || DEFAULT_AUDIENCE,
    agreementsDir: resolve(env['HUB_AGREEMENTS_DIR'] || SAMPLE_AGREEMENTS),
    providerKeys: readProviderKeys(env['HUB_AGREEMENT_KEYS']),
    storeUrl: readStoreUrl(env),
    hopKeys: readHopKeys(env),
  })
}

function readIssuer(env: Environment, isProduction: boolean): IssuerConfig {
  const url = readIssuerUrl(env, 'HUB_ISSUER')
  const jwksUri = readIssuerUrl(env, 'HUB_JWKS_URI')
  if (url !== undefined && jwksUri !== undefined) {
    return Object.freeze({ kind: 'external', url, jwksUri })
  }
  if (jwksUri !== undefined) throw invalid('HUB_ISSUER', 'is needed beside HUB_JWKS_URI')
  if (url !== undefined) throw invalid('HUB_JWKS_URI', 'is needed beside HUB_ISSUER')
  if (isProduction) {
    throw invalid('HUB_ISSUER', 'is needed in production, which refuses the embedded issuer')
  }
  return Object.freeze({ kind: 'embedded' })
}

function readIssuerUrl(env: Environment, variable: string): string | undefined {
  const text = env[variable]
  if (!text) return undefined
  const url = URL.parse(text)
  const isLoopback = url !== null && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname)
  if (url?.protocol !== 'https:' && !(url?.protocol === 'http:' && isLoopback)) {
    throw invalid(variable, 'must be an https address (http only on loopback)')
  }
  return text
}

function readStoreUrl(env: Environment): string | undefined {
  const text = env['HUB_STORE_URL']
  if (!text) return undefined
  if (/^rediss?:$/.test(URL.parse(text)?.protocol ?? '')) return text
  throw invalid('HUB_STORE_URL', 'must be a redis:// or rediss:// address')
}

function readProviderKeys(file: string | undefined): ProviderKeys {
  if (!file) return Object.freeze({})
  const sets = Object.entries(parseJsonFile('HUB_AGREEMENT_KEYS', file)).map(([agency, data]) => {
    const jwks = readPublicJwks(data)
    if (jwks !== undefined) return [agency, jwks] as const
    throw invalid('HUB_AGREEMENT_KEYS', `needs a JWK set of ES256 keys for ${agency}`)
  })
  return Object.freeze(Object.fromEntries(sets))
}

function parseJsonFile(variable: string, file: string): object {
  try {
    return Object(JSON.parse(readFileSync(file, 'utf8'))) as object
  } catch {
    throw invalid(variable, 'names a file that cannot be read as JSON')
  }
}

function readHopKeys(env: Environment): AuthConfig['hopKeys'] {
  const keys: Record<string, readonly Buffer[]> = {}
  for (const [variable, text] of Object.entries(env)) {
    const agency = /^HUB_HOP_KEY_([A-Z][A-Z0-9_]*)$/.exec(variable)?.[1]
    if (agency === undefined || !text) continue
    keys[agency.toLowerCase().replaceAll('_', '-')] = readSecretVariable(
      variable,
      text,
      HOP_KEY_BYTES,
    )
  }
  return Object.freeze(keys)
}

function invalid(variable: string, reason: string): Error {
  return hubError('CONFIG_INVALID', { variable, reason })
}
