import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import type { Logger } from 'pino'
import { HubError, hubError } from '../../schemas/errors.ts'
import { challengeOf } from '../../auth/verify-token.ts'
import { parseGuarded } from '../compile/guard.ts'
import type { RegisteredOperation } from '../compile/registered-operations.ts'
import type { RequestContext } from '../execute/request-context.ts'
import type { HubGateway } from '../hub-gateway.ts'
import { buildContext, type ContextParts } from './build-context.ts'
import { createClientLimit, type ClientLimit } from './client-limit.ts'
import { formatClientError } from './format-error.ts'
import { readJsonBodies, requireJson } from './json-bodies.ts'
import { hashDocument, readBody, type GraphQLBody } from './read-request.ts'

/** What the client's side of the gateway stands on. */
export interface ServerParts extends ContextParts {
  readonly gateway: HubGateway
  readonly registered: ReadonlyMap<string, RegisteredOperation>
  /** Requests a second that one address may send without a token; 0 for any number. */
  readonly publicRate: number
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before Apollo Server sees the request. */
    hub: RequestContext | null
  }
}

const BODY_LIMIT = 64 * 1024
const GUARDED_DOCUMENTS = 2_000

/** The gateway's HTTP server (not yet listening), with `POST /graphql` alone. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const { log } = parts
  const app = fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
    // a path that is no URL: Fastify's own answer would repeat it
    frameworkErrors: (_error, _request, reply) => void sendRefusal(reply, hubError('NOT_FOUND')),
  })
  app.server.headersTimeout = 10_000
  app.server.requestTimeout = 30_000
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
    onRequest: [limitStrangers(createClientLimit(parts.publicRate)), requireJson],
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

/** Form, limits, then who asks: all before a document is validated, planned or remembered. */
function createAdmission(parts: ServerParts): (request: FastifyRequest) => Promise<void> {
  const guarded = new LRUCache<string, true>({ max: GUARDED_DOCUMENTS })
  return async (request) => {
    const body: GraphQLBody = readBody(request.body, parts.registered)
    const hash = hashDocument(body.query)
    if (!guarded.has(hash)) {
      parseGuarded(body.query)
      guarded.set(hash, true)
    }
    request.hub = await buildContext(request, parts)
    request.body = body
    // Apollo's handler builds a URL of Host, which callers may fill with anything; nobody reads it
    request.raw.headers.host = 'hub'
  }
}

function setErrorAnswers(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler((error, _request, reply) => {
    const known = error instanceof HubError ? error : translate(error as Error & { code?: string })
    const formatted = formatClientError({ message: '' }, known ?? error, log)
    if (known?.code === 'UNAUTHENTICATED') void reply.header('www-authenticate', challengeOf(known))
    if (known?.code === 'RATE_LIMITED') {
      void reply.header('retry-after', known.parameters['seconds'])
    }
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
