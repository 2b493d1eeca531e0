import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { parse } from 'graphql'
import type { Logger } from 'pino'
import { Registry, collectDefaultMetrics } from 'prom-client'
import { createMemoryStore } from '../auth/shared-store.ts'
import { hubError } from '../schemas/errors.ts'
import { AgencyClient } from './agencies/agency-client.ts'
import { createFetchMetrics } from './agencies/fetch-metrics.ts'
import { createHttpTransport } from './agencies/http-transport.ts'
import { UNUSED_LOG } from './audit/unused-log.ts'
import { Documents } from './compile/documents.ts'
import { loadSupergraph } from './compile/load-supergraph.ts'
import { OperationCache } from './compile/operation-cache.ts'
import { readGraphUrls } from './compile/owners.ts'
import type { GatewayConfig } from './config.ts'
import { createCompiledExecutor } from './execute/compiled/compiled-executor.ts'
import { buildServer } from './http/build-server.ts'
import { createClientLimit } from './http/client-limit.ts'
import { addHealthRoutes } from './http/health-routes.ts'
import { RequestLimits } from './http/request-limits.ts'
import { createOperationServer } from './serve-operation.ts'

const HOP_KEY_BYTES = 32
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

/** What an open gateway is started with. */
export interface OpenGatewayOptions {
  readonly config: GatewayConfig
  readonly isProduction: boolean
  /** Any supergraph without access rules; its subgraphs answer where it says. */
  readonly supergraphSdl: string
  readonly log: Logger
}

/**
 * The same gateway over a foreign supergraph, so that public federation suites can be run against it:
 * no token, no case, no log, no price, since nothing in it has a rule. Throws `CONFIG_INVALID` in
 * production, anywhere but on loopback, and for a supergraph with access rules.
 */
export function buildOpenGateway({ config, log, ...options }: OpenGatewayOptions): FastifyInstance {
  requireHarmless(config, options.isProduction)
  const supergraph = loadSupergraph(options.supergraphSdl)
  if (supergraph.rules.size > 0) {
    throw invalid('--open', 'is for a supergraph without access rules; start the hub for this one')
  }
  const metrics = new Registry()
  collectDefaultMetrics({ register: metrics })
  const limits = new RequestLimits(createMemoryStore(), config.limits)
  const revocations = { isRevoked: () => false }
  const clients = createClients(options.supergraphSdl, metrics, config.agencyDeadlineMs)
  const schemas = { of: () => supergraph.apiSchema, isForAll: true }
  const parts = {
    supergraph,
    operations: new OperationCache(supergraph, metrics),
    executor: createCompiledExecutor(supergraph, clients),
    log: UNUSED_LOG,
  }
  const app = buildServer({
    serve: createOperationServer(parts, {
      costs: { costOf: () => 0 },
      limits,
      revocations,
      schemas,
    }),
    schemas,
    documents: new Documents(supergraph.apiSchema, new Map()),
    limits,
    timeouts: config.limits,
    publicOrigin: config.publicUrl,
    verifier: { verify: async () => Promise.reject(hubError('UNAUTHENTICATED')) },
    agreements: [],
    revocations,
    requestDeadlineMs: config.requestDeadlineMs,
    strangers: createClientLimit(0),
    log,
  })
  addHealthRoutes(app, { clients, log: UNUSED_LOG, metrics })
  app.addHook('onClose', async () => {
    await Promise.all([...clients.values()].map((client) => client.close()))
  })
  return app
}

function requireHarmless({ host }: GatewayConfig, isProduction: boolean): void {
  if (isProduction) throw invalid('--open', 'is never for production; unset NODE_ENV')
  if (!LOOPBACK.has(host))
    throw invalid('HUB_HOST', 'must be 127.0.0.1 for a gateway started --open')
}

function createClients(
  sdl: string,
  registry: Registry,
  deadlineMs: number,
): ReadonlyMap<string, AgencyClient> {
  const metrics = createFetchMetrics(registry)
  return new Map(
    [...readGraphUrls(parse(sdl))].map(([name, url]) => {
      // foreign subgraphs do not read hop tokens, nor have a page about their health
      const transport = createHttpTransport(url, { isForeign: true })
      const hopKey = randomBytes(HOP_KEY_BYTES)
      return [name, new AgencyClient({ name, transport, hopKey, metrics, deadlineMs })] as const
    }),
  )
}

function invalid(variable: string, reason: string): Error {
  return hubError('CONFIG_INVALID', { variable, reason })
}
