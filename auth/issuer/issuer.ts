import { randomBytes } from 'node:crypto'
import type { EventEmitter } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Configuration, errors, type KoaContextWithOIDC, Provider } from 'oidc-provider'

import { SCOPES } from '../../schemas/scopes.ts'
import type { Agreement } from '../agreement.ts'
import type { JwkSet, PrivateJwk } from '../keys/signing-key.ts'
import { PURPOSE_DETAIL_TYPE, readPurpose } from '../purpose-detail.ts'
import { checkAssertion } from './check-assertion.ts'
import { createMemoryAdapter, type IssuerMemory } from './memory-adapter.ts'
import { createPurposePolicy, type PurposePolicy } from './purpose-policy.ts'
import { describeClient } from './describe-client.ts'
import { SAMPLE_STAFF, type StaffAccount } from './sample-staff.ts'
import { configureStaffFlow, detailsOf, staffOf } from './staff-flow.ts'
import { ACCESS_TOKEN_SECONDS } from './token-life.ts'
import { createStaffSignIn, SIGN_IN_PATH } from './staff-sign-in.ts'

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
  /** where staff who signed in are sent back to; nobody signs in when absent */
  readonly redirectUri?: string
  /** what an issuer under earlier keys remembered, to go on from */
  readonly memory?: IssuerMemory
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
    callback: mount(serve(provider, new URL(issuerUrl).origin, onFault), new URL(issuerUrl)),
  }
}

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** The provider, and the page on which staff sign in. */
function serve(provider: Provider, origin: string, onFault: (fault: Error) => void): Handle {
  const handle = provider.callback()
  const signIn = createStaffSignIn(provider, SAMPLE_STAFF, origin)
  return async (request, response) => {
    if (!request.url?.startsWith(SIGN_IN_PATH)) return handle(request, response)
    try {
      await signIn(request, response)
    } catch (error) {
      // a page that is over, a cookie of another browser, or a form cut short
      if (!(error instanceof errors.OIDCProviderError)) onFault(error as Error)
      if (!response.headersSent) response.writeHead(400)
      response.end()
    }
  }
}

/**
 * Serves `handle` under the issuer's path, under no other name: whatever the Host header says, the
 * URLs in discovery and the `htu` it expects are the configured ones.
 */
function mount(handle: Handle, { protocol, host, pathname }: URL): Issuer['callback'] {
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
  const policy = createPurposePolicy(options.agreements, staffOfContext)
  const path = new URL(options.issuerUrl).pathname.replace(/\/$/, '')
  const flow = configureStaffFlow(SAMPLE_STAFF, policy, { path, audience: options.audience })
  return {
    ...flow,
    // not given as `clients`: the provider copies those with structuredClone, whose objects are not
    // plain to it where it runs in a context of its own, as in tests
    adapter: createMemoryAdapter(
      new Map(options.clients.map((client) => [client.id, describeClient(client, options)])),
      options.memory,
    ),
    jwks: { keys: options.keys.keys.map((key) => ({ ...key })) },
    scopes: ['openid', ...SCOPES.map(({ id }) => id)],
    // the default list makes discovery offer the implicit flow
    responseTypes: ['code'],
    clientAuthMethods: ['private_key_jwt'],
    assertJwtClientAuthClaimsAndHeader: checkAssertion,
    enabledJWA: { clientAuthSigningAlgValues: ['ES256'], dPoPSigningAlgValues: ['ES256'] },
    clientBasedCORS: () => false,
    // an exchange names the address it came back to, even where there is but one
    allowOmittingSingleRegisteredRedirectUri: false,
    // what the cookies name is kept in this process alone, and so is their key
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    ttl: { ...flow.ttl, ClientCredentials: ACCESS_TOKEN_SECONDS },
    renderError(ctx, out) {
      ctx.type = 'json'
      ctx.body = out
    },
    extraTokenClaims(ctx) {
      const account = staffOfContext(ctx)
      if (account) return { agency: account.agency, role: account.role }
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
    revocation: {
      enabled: true,
      allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
    },
    rpInitiatedLogout: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => audience,
      getResourceServerInfo(ctx, resource) {
        if (resource !== audience) throw new errors.InvalidTarget()
        return {
          audience,
          scope: scopesAtStake(ctx, policy).join(' '),
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
      authorizationDetailsForGrantSource(ctx) {
        const account = staffOfContext(ctx)
        return account && detailsOf(policy.purposesOf(ctx, account))
      },
      authorizationDetailsForIntrospection: () => undefined,
      authorizationDetailsForAccessToken(ctx, token, source) {
        // what a code alone is exchanged for opens nothing: a visit asks for its one purpose
        if (isForNothing(ctx)) return undefined
        const { id } = policy.agreementOf(ctx).purpose
        if (source && !isGranted(source.rar, id)) {
          throw new errors.InvalidAuthorizationDetails('the purpose was not asked for at sign-in')
        }
        token.scope = policy.scopesOf(ctx).join(' ')
        return [{ type: PURPOSE_DETAIL_TYPE, purpose: id }]
      },
    },
  }
}

function staffOfContext(ctx: KoaContextWithOIDC): StaffAccount | undefined {
  return staffOf(ctx, SAMPLE_STAFF)
}

/** Whether staff ask for a token without a purpose, as at the end of a sign-in. */
function isForNothing(ctx: KoaContextWithOIDC): boolean {
  const { grant_type: grantType, authorization_details: details } = ctx.oidc.params ?? {}
  return details === undefined && grantType !== 'client_credentials'
}

function scopesAtStake(ctx: KoaContextWithOIDC, policy: PurposePolicy): readonly string[] {
  if (ctx.oidc.route !== 'token') return policy.scopesOfClient(ctx.oidc.client?.clientId ?? '')
  return isForNothing(ctx) ? [] : policy.agreementOf(ctx).scopes
}

function isGranted(details: unknown, purpose: string): boolean {
  return Array.isArray(details) && details.some((detail) => readPurpose([detail]) === purpose)
}
