import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { HubError, hubError } from '../../schemas/errors.ts'
import { challengeOf } from '../../auth/verify-token.ts'
import type { RequestContext } from '../execute/request-context.ts'
import type { HubGateway } from '../hub-gateway.ts'
import { createAdmission, type AdmissionParts } from './admission.ts'
import { createClientLimit, type ClientLimit } from './client-limit.ts'
import { formatClientError } from './format-error.ts'
import { readJsonBodies, requireJson } from './json-bodies.ts'
import type { LimitsConfig } from './limits-config.ts'
import { requireOwnOrigin } from './require-own-origin.ts'

/** What the client's side of the gateway stands on. */
export interface ServerParts extends AdmissionParts {
  readonly gateway: HubGateway
  /** Requests a second that one address may send without a token; 0 for any number. */
  readonly publicRate: number
  readonly timeouts: Pick<LimitsConfig, 'headersTimeoutMs' | 'requestTimeoutMs'>
  /** The origin that clients reach the hub at. */
  readonly publicOrigin: string
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before Apollo Server sees the request. */
    hub: RequestContext | null
  }
}

const BODY_LIMIT = 64 * 1024
const CONNECTIONS_CHECKED_EVERY_MS = 500

/** The gateway's HTTP server (not yet listening), with `POST /graphql` alone. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const { log, timeouts } = parts
  const app = fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
    // a path that is no URL: Fastify's own answer would repeat it
    frameworkErrors: (_error, _request, reply) => void sendRefusal(reply, hubError('NOT_FOUND')),
    http: {
      headersTimeout: timeouts.headersTimeoutMs,
      requestTimeout: timeouts.requestTimeoutMs,
      connectionsCheckingInterval: CONNECTIONS_CHECKED_EVERY_MS,
    },
    requestTimeout: timeouts.requestTimeoutMs,
  })
  app.decorateRequest('hub', null)
  app.addHook('onSend', forbidKeeping)
  readJsonBodies(app)
  setErrorAnswers(app, log)
  logRequests(app, log)
  const apollo = new ApolloServer({
    gateway: parts.gateway,
    introspection: false,
    persistedQueries: false,
    csrfPrevention: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: asApolloLogger(log),
    formatError: (formatted, error) => formatClientError(formatted, error, log),
    // Apollo's own reporting would start by itself where its variables are set
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  })
  await apollo.start()
  app.addHook('onClose', () => apollo.stop())
  app.route({
    method: 'POST',
    url: '/graphql',
    onRequest: [
      limitStrangers(createClientLimit(parts.publicRate)),
      requireOwnOrigin(parts.publicOrigin),
      requireJson,
    ],
    preHandler: createAdmission(parts),
    handler: fastifyApolloHandler(apollo as never, {
      context: async (request: FastifyRequest) => request.hub as never,
    }) as never,
  })
  return app
}

/** Answers hold personal data: no cache on the way keeps them, no browser guesses what they are. */
async function forbidKeeping(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  void reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff')
}

/** Whoever brings no token is counted by address: public data is for everyone, not for one alone. */
function limitStrangers(limit: ClientLimit): (request: FastifyRequest) => Promise<void> {
  return async ({ headers, ip }) => {
    if (headers.authorization !== undefined || headers['dpop'] !== undefined) return
    const seconds = limit.take(ip)
    if (seconds > 0) throw hubError('RATE_LIMITED', { seconds })
  }
}

function setErrorAnswers(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler((error, _request, reply) => {
    const known = error instanceof HubError ? error : translate(error as Error & { code?: string })
    const formatted = formatClientError({ message: '' }, known ?? error, log)
    const seconds = known?.parameters['seconds']
    if (known?.code === 'RATE_LIMITED') void reply.header('retry-after', String(seconds))
    if (known?.code === 'UNAUTHENTICATED') void reply.header('www-authenticate', challengeOf(known))
    return reply.code(known?.status ?? 500).send({ errors: [formatted] })
  })
  app.setNotFoundHandler((request, reply) => {
    const isGraphQL = request.url.split('?')[0] === '/graphql'
    const error = hubError(isGraphQL ? 'METHOD_NOT_ALLOWED' : 'NOT_FOUND')
    if (isGraphQL) void reply.header('allow', 'POST')
    return sendRefusal(reply, error)
  })
}

function sendRefusal(reply: FastifyReply, { status, message, code }: HubError): FastifyReply {
  return reply.code(status).send({ errors: [{ message, extensions: { code } }] })
}

/** Fastify's own refusals in the words of our table. */
function translate({ code, message }: Error & { code?: string }): HubError | undefined {
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return hubError('REQUEST_TOO_LARGE', { limit: BODY_LIMIT })
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return hubError('MEDIA_TYPE_UNSUPPORTED')
  if (code?.startsWith('FST_ERR_CTP') || message.includes('JSON'))
    return hubError('REQUEST_MALFORMED')
  return undefined
}

/** One line a request: route, status and time; never a URL, since callers can put anything there. */
function logRequests(app: FastifyInstance, log: Logger): void {
  app.addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done) => {
    log.info(
      {
        requestId: request.hub?.requestId,
        client: request.hub?.caller.client ?? undefined,
        purpose: request.hub?.caller.purpose ?? undefined,
        route: request.routeOptions.url ?? 'none',
        method: request.method,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    )
    done()
  })
}

function asApolloLogger(log: Logger): Pick<Logger, 'debug' | 'info' | 'warn' | 'error'> {
  return log.child({ source: 'apollo-server' })
}
