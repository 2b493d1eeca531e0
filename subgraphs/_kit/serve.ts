import type { Writable } from 'node:stream'
import fastify, { type FastifyInstance } from 'fastify'
import mercuriusPlugin, { type MercuriusOptions } from 'mercurius'
import type { Kysely } from 'kysely'
import { pino, type Logger } from 'pino'
import { Counter, Histogram, type Registry } from 'prom-client'
import type { Sealer } from '../../auth/sealed-key.ts'
import type { SharedStore } from '../../auth/shared-store.ts'
import { hubError } from '../../schemas/errors.ts'
import { findHubError } from '../../schemas/find-hub-error.ts'
import { formatAgencyError } from './agency-errors.ts'
import type { Subgraph } from './define-subgraph.ts'
import { createEnforce, type Enforce } from './enforce.ts'
import { createHopGate } from './hop-gate.ts'
import { createRequestScope } from './request-scope.ts'
import { buildAgencySchema } from './subgraph-schema.ts'

/** What a served agency stands on; `cli/` opens these and closes them. */
export interface AgencyParts {
  readonly database: { readonly db: Kysely<unknown>; isReachable(): Promise<boolean> }
  readonly hopKey: Uint8Array
  readonly sealer: Sealer
  readonly store: SharedStore
  readonly today: string
  readonly asOf: string
  readonly log: Logger
  readonly metrics: Registry
}

interface FetchBody {
  readonly query: string
  readonly variables?: Record<string, unknown> | null
  readonly operationName?: string | null
}

// A gateway's fetch of 1,000 representations stays far below this.
const BODY_LIMIT = 2 * 1024 * 1024
const NO_BODY = Buffer.alloc(0)

/**
 * The agency as an HTTP server (not yet listening): `POST /graphql` for the gateway alone, `GET /health`
 * and `GET /metrics` without data. Every fetch needs a hop token for this agency and this body.
 */
export async function buildAgencyServer(
  agency: Subgraph,
  parts: AgencyParts,
): Promise<FastifyInstance> {
  const { schema, sdl } = buildAgencySchema(agency)
  const app = fastify({ logger: false, bodyLimit: BODY_LIMIT, forceCloseConnections: true })
  readBodiesAsBytes(app)
  const plugin = mercuriusPlugin as unknown as (
    instance: FastifyInstance,
    options: MercuriusOptions,
  ) => Promise<void>
  await app.register(plugin, {
    schema,
    jit: 1,
    routes: false,
    graphiql: false,
    errorFormatter: (execution) => ({
      statusCode: 200,
      response: {
        data: execution.data ?? null,
        errors: (execution.errors ?? []).map((error) => formatAgencyError(error, parts.log)),
      } as never,
    }),
  })
  addHealthRoutes(app, agency, parts)
  addFetchRoute(app, agency, parts, createEnforce(schema, sdl))
  return app
}

/** A quiet or speaking logger for a part of the hub; one JSON object a line. */
export function createLogger(part: string, level: string, destination?: Writable): Logger {
  const options = { level, base: { part }, timestamp: pino.stdTimeFunctions.isoTime }
  return destination ? pino(options, destination) : pino(options)
}

function readBodiesAsBytes(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  // The hop token names the hash of the bytes sent, so they are kept as they came.
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body)
  })
}

function addHealthRoutes(app: FastifyInstance, agency: Subgraph, parts: AgencyParts): void {
  app.get('/health', async (_request, reply) => {
    const isReady = await parts.database.isReachable()
    return reply.code(isReady ? 200 : 503).send({ agency: agency.name, isReady, asOf: parts.asOf })
  })
  app.get('/metrics', async (_request, reply) =>
    reply.type(parts.metrics.contentType).send(await parts.metrics.metrics()),
  )
}

function addFetchRoute(
  app: FastifyInstance,
  agency: Subgraph,
  parts: AgencyParts,
  enforce: Enforce,
): void {
  const admitHop = createHopGate({ audience: agency.name, key: parts.hopKey, store: parts.store })
  const fetches = new Counter({
    name: 'hub_agency_fetches_total',
    help: 'Fetches of the gateway by outcome',
    labelNames: ['agency', 'outcome'],
    registers: [parts.metrics],
  })
  const duration = new Histogram({
    name: 'hub_agency_fetch_seconds',
    help: 'Time from an admitted fetch to its answer',
    labelNames: ['agency'],
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3],
    registers: [parts.metrics],
  })
  app.setErrorHandler((error, _request, reply) => {
    const answer = formatAgencyError(translate(error), parts.log)
    fetches.inc({ agency: agency.name, outcome: String(answer.extensions?.['code']) })
    const status =
      findHubError(error)?.status ?? (error as { statusCode?: number }).statusCode ?? 500
    return reply.code(status).send({ errors: [answer] })
  })
  app.post('/graphql', async (request, reply) => {
    const body = (request.body as Buffer | undefined) ?? NO_BODY
    const caller = await admitHop(request.headers.authorization, body)
    const stop = duration.startTimer({ agency: agency.name })
    const { query, variables, operationName } = readFetch(body)
    enforce(query, caller)
    const scope = createRequestScope({ ...parts, caller })
    const context = agency.contextOf(parts.database.db, scope)
    const answer = await app
      .graphql(query, context as never, variables ?? {}, operationName ?? undefined)
      .catch((error: unknown) => refuseDocument(error, parts.log))
    stop()
    fetches.inc({ agency: agency.name, outcome: answer.errors ? 'ERRORS' : 'OK' })
    return reply
      .header('content-type', 'application/json')
      .send({ ...answer, extensions: { asOf: parts.asOf, subjects: [...scope.subjects] } })
  })
}

/** Fastify's own refusals of a request in the words of our table. */
function translate(error: unknown): unknown {
  const { code, statusCode = 500 } = error as { code?: string; statusCode?: number }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return hubError('REQUEST_TOO_LARGE', { limit: BODY_LIMIT })
  }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return hubError('MEDIA_TYPE_UNSUPPORTED')
  return code?.startsWith('FST_') && statusCode < 500 ? hubError('REQUEST_MALFORMED') : error
}

function readFetch(body: Buffer): FetchBody {
  try {
    const fetch = JSON.parse(body.toString('utf8')) as FetchBody
    if (typeof fetch.query === 'string') return fetch
  } catch {
    // Falls through: the same sentence serves for bad JSON and a missing document.
  }
  throw hubError('REQUEST_MALFORMED')
}

/** mercurius throws for documents it will not run; the details are the gateway's bug, not the caller's. */
function refuseDocument(error: unknown, log: Logger): { data: null; errors: unknown[] } {
  const inner = (error as { errors?: unknown[] }).errors
  return { data: null, errors: (inner ?? [error]).map((each) => formatAgencyError(each, log)) }
}
