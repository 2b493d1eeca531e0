import type { EventEmitter } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ClientMetadata, type Configuration, errors, Provider } from 'oidc-provider'

import { SCOPES } from '../../schemas/scopes.ts'
import type { Agreement } from '../agreement.ts'
import type { JwkSet, PrivateJwk } from '../keys/signing-key.ts'
import { PURPOSE_DETAIL_TYPE } from '../purpose-detail.ts'
import { createMemoryAdapter } from './memory-adapter.ts'
import { createPurposePolicy, type PurposePolicy } from './purpose-policy.ts'

/** Seconds an access token lives; it cannot be revoked before (security S1). */
export const ACCESS_TOKEN_SECONDS = 300

/** A client that the embedded issuer knows. */
export interface IssuerClient {
  readonly id: string
  readonly jwks: JwkSet
}

export interface IssuerOptions {
  /** the issuer identifier, where the handler is mounted, such as http://127.0.0.1:4000/oidc */
  readonly issuerUrl: string
  /** `aud` of the tokens */
  readonly audience: string
  readonly keys: JwkSet<PrivateJwk>
  readonly agreements: readonly Agreement[]
  readonly clients: readonly IssuerClient[]
  /** told of faults of the issuer itself, never of refused requests */
  readonly onFault?: (fault: Error) => void
}

/** The embedded issuer, for samples and tests; production uses any OpenID provider. */
export interface Issuer {
  readonly url: string
  readonly jwksUri: string
  readonly tokenEndpoint: string
  /** Answers a request under the issuer's path whose body nobody has read. */
  callback(request: IncomingMessage, response: ServerResponse): void
}

/**
 * An OpenID provider (FAPI 2.0 profile) that gives clients with private_key_jwt a DPoP-bound JWT
 * access token for exactly one purpose of theirs.
 */
export function createIssuer(options: IssuerOptions): Issuer {
  const { issuerUrl, onFault = () => undefined } = options
  const provider = new Provider(issuerUrl, configure(options))
  provider.on('server_error', (_ctx, error) => onFault(error))
  // a listener of its own keeps Koa from printing
  const events: EventEmitter = provider
  events.on('error', onFault)
  // its URLs follow X-Forwarded-*, which mount() sets from the issuer's own address alone
  provider.proxy = true
  return {
    url: issuerUrl,
    jwksUri: provider.urlFor('jwks'),
    tokenEndpoint: provider.urlFor('token'),
    callback: mount(provider.callback(), new URL(issuerUrl)),
  }
}

/**
 * Serves `handle` under the issuer's path, under no other name: whatever the Host header says, the
 * URLs in discovery and the `htu` it expects are the configured ones.
 */
function mount(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  { protocol, host, pathname }: URL,
): Issuer['callback'] {
  const path = pathname.replace(/\/$/, '')
  return (request: IncomingMessage & { originalUrl?: string }, response) => {
    const { url = '' } = request
    if (!url.startsWith(`${path}/`)) {
      response.writeHead(404).end()
      return
    }
    request.originalUrl = url
    request.url = url.slice(path.length)
    request.headers.host = host
    request.headers['x-forwarded-host'] = host
    request.headers['x-forwarded-proto'] = protocol.slice(0, -1)
    void handle(request, response)
  }
}

function configure(options: IssuerOptions): Configuration {
  const policy = createPurposePolicy(options.agreements)
  return {
    // not given as `clients`: the provider copies those with structuredClone, whose objects are not
    // plain to it where it runs in a context of its own, as in tests
    adapter: createMemoryAdapter(
      new Map(options.clients.map((client) => [client.id, describeClient(client, options)])),
    ),
    jwks: { keys: options.keys.keys.map((key) => ({ ...key })) },
    scopes: SCOPES.map(({ id }) => id),
    // the default list makes discovery offer the implicit flow
    responseTypes: ['code'],
    clientAuthMethods: ['private_key_jwt'],
    enabledJWA: { clientAuthSigningAlgValues: ['ES256'], dPoPSigningAlgValues: ['ES256'] },
    clientBasedCORS: () => false,
    cookies: { keys: [] },
    ttl: { ClientCredentials: ACCESS_TOKEN_SECONDS },
    renderError(ctx, out) {
      ctx.type = 'json'
      ctx.body = out
    },
    extraTokenClaims(ctx) {
      const { agency, roles } = policy.agreementOf(ctx)
      return { agency: agency.code, role: roles[0] }
    },
    features: configureFeatures(policy, options.audience),
  }
}

function configureFeatures(
  policy: PurposePolicy,
  audience: string,
): NonNullable<Configuration['features']> {
  return {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: false },
    dPoP: { enabled: true },
    fapi: { enabled: true, profile: '2.0' },
    userinfo: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => audience,
      getResourceServerInfo(ctx, resource) {
        if (resource !== audience) throw new errors.InvalidTarget()
        return {
          audience,
          scope: policy.agreementOf(ctx).scopes.join(' '),
          accessTokenFormat: 'jwt',
          accessTokenTTL: ACCESS_TOKEN_SECONDS,
          jwt: { sign: { alg: 'ES256' } },
        }
      },
    },
    richAuthorizationRequests: {
      enabled: true,
      types: {
        [PURPOSE_DETAIL_TYPE]: {
          validate: (_ctx, detail, client) => policy.checkDetail(detail, client.clientId),
        },
      },
      authorizationDetailsForGrantSource: () => undefined,
      authorizationDetailsForIntrospection: () => undefined,
      authorizationDetailsForAccessToken(ctx, token) {
        token.scope = policy.scopesOf(ctx).join(' ')
        return [{ type: PURPOSE_DETAIL_TYPE, purpose: policy.agreementOf(ctx).purpose.id }]
      },
    },
  }
}

function describeClient(client: IssuerClient, { agreements }: IssuerOptions): ClientMetadata {
  const own = agreements.filter(({ clients }) => clients.includes(client.id))
  return {
    client_id: client.id,
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
    scope: [...new Set(own.flatMap(({ scopes }) => scopes))].join(' '),
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES256',
    id_token_signed_response_alg: 'ES256',
    dpop_bound_access_tokens: true,
    authorization_details_types: [PURPOSE_DETAIL_TYPE],
    jwks: { keys: client.jwks.keys.map((key) => ({ ...key })) },
  }
}
