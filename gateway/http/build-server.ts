import fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type onSendHookHandler,
} from 'fastify'
import type { Logger } from 'pino'
import { challengeOf } from '../../auth/verify-token.ts'
import { HubError, hubError } from '../../schemas/errors.ts'
import { InvalidDocument } from '../compile/documents.ts'
import { formatClientError, formatFault } from './format-error.ts'
import { addGraphQLRoute, type GraphQLRouteParts } from './graphql-route.ts'
import { KEPT_BY_NOBODY } from './kept-by-nobody.ts'
import { readJsonBodies } from './json-bodies.ts'
import type { LimitsConfig } from './limits-config.ts'

/** What the client's side of the gateway stands on. */
export interface ServerParts extends GraphQLRouteParts {
  readonly timeouts: Pick<LimitsConfig, 'headersTimeoutMs' | 'requestTimeoutMs'>
}

const BODY_LIMIT = 64 * 1024
const CONNECTIONS_CHECKED_EVERY_MS = 500

/** The gateway's HTTP server (not yet listening), with `POST /graphql` alone. */
export function buildServer(parts: ServerParts): FastifyInstance {
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
  app.addHook('onSend', forbidKeeping)
  readJsonBodies(app)
  setErrorAnswers(app, log)
  logRequests(app, log)
  addGraphQLRoute(app, parts)
  return app
}

/** A route may say otherwise of its own. */
const forbidKeeping: onSendHookHandler = (_request, reply, payload, done) => {
  for (const [name, value] of KEPT_BY_NOBODY) {
    if (!reply.hasHeader(name)) void reply.header(name, value)
  }
  done(null, payload)
}

function setErrorAnswers(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof InvalidDocument) {
      return reply.code(400).send({ errors: error.faults.map(formatFault) })
    }
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
