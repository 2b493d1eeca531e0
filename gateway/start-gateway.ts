import { loadAgreements, type Agreement } from '../auth/agreement.ts'
import type { AuthConfig } from '../auth/config.ts'
import type { Issuer } from '../auth/issuer/issuer.ts'
import type { IssuerMemory } from '../auth/issuer/memory-adapter.ts'
import { createTurningIssuer } from '../auth/issuer/turning-issuer.ts'
import { listSampleClients } from '../auth/issuer/sample-clients.ts'
import type { KeyStore } from '../auth/keys/key-store.ts'
import { openRevocations } from '../auth/revocations.ts'
import { createMemoryStore, type SharedStore } from '../auth/shared-store.ts'
import { createTokenVerifier } from '../auth/verify-token.ts'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { Registry, collectDefaultMetrics } from 'prom-client'
import { AgencyClient } from './agencies/agency-client.ts'
import { createFetchMetrics, type FetchMetrics } from './agencies/fetch-metrics.ts'
import { createHttpTransport } from './agencies/http-transport.ts'
import { createLocalTransport, type LocalAgency } from './agencies/local-transport.ts'
import type { AgencyTransport } from './agencies/transport.ts'
import { openDisclosureLog, type DisclosureLogOptions } from './audit/tiled-disclosure-log.ts'
import { Documents } from './compile/documents.ts'
import { loadSupergraph } from './compile/load-supergraph.ts'
import { OperationCache } from './compile/operation-cache.ts'
import { OperationCosts } from './compile/operation-cost.ts'
import { checkScalars } from './compile/read-variables.ts'
import { readRegisteredOperations } from './compile/registered-operations.ts'
import { VisibleSchemas } from './compile/visible-schemas.ts'
import { warmOperations, type WarmParts } from './compile/warm-operations.ts'
import type { GatewayConfig } from './config.ts'
import { createCompiledExecutor } from './execute/compiled/compiled-executor.ts'
import { buildServer } from './http/build-server.ts'
import { addHealthRoutes } from './http/health-routes.ts'
import { addIssuerRoutes, ISSUER_PATH } from './http/issuer-routes.ts'
import { createClientLimit } from './http/client-limit.ts'
import { addOpenDataRoutes } from './http/open-data-routes.ts'
import { addPeerRoutes } from './http/peer-routes.ts'
import { addReceiptRoutes } from './http/receipt-routes.ts'
import { describeFailure } from '../schemas/describe-failure.ts'
import { RequestLimits } from './http/request-limits.ts'
import { openDesk, redirectUriOf } from './session/open-desk.ts'
import { addSessionRoutes } from './session/session-routes.ts'
import { hostHub } from './hub/host-hub.ts'
import type { LogIndex } from './hub/index/log-index.ts'
import { HUB } from './hub/hub-subgraph.ts'
import { FetchWindow } from './hub/status/fetch-window.ts'
import { createOperationServer } from './serve-operation.ts'
import { hubError } from '../schemas/errors.ts'

/** What a gateway is started with; `cli/` reads the configuration and the supergraph. */
export interface GatewayOptions {
  readonly config: GatewayConfig
  readonly auth: AuthConfig
  readonly keys: KeyStore
  readonly supergraphSdl: string
  /** Where each agency of the supergraph answers. */
  readonly urls: ReadonlyMap<string, URL>
  /** Agencies of this process, asked without sockets. */
  readonly locals?: ReadonlyMap<string, LocalAgency>
  /** Opens the index over the disclosure logs of all gateways. */
  readonly openLogIndex: () => Promise<LogIndex>
  /** Chinese names of the agencies. */
  readonly titles?: ReadonlyMap<string, string>
  /** Keys of the disclosure log: its signing keys' seeds, and what subjects' keys are kept under. */
  readonly logKeys: Pick<DisclosureLogOptions, 'signingSeeds' | 'subjectKey'>
  /** What several gateways remember together; this process's memory when absent. */
  readonly store?: SharedStore
  /** Whether registered operations are compiled once it listens, before anyone asks. */
  readonly isWarmed?: boolean
  readonly log: Logger
}

/** Builds the gateway: its server does not listen yet and closes all it opened with `close()`. */
export async function buildGateway(options: GatewayOptions): Promise<FastifyInstance> {
  const { config, auth, keys, log, store = createMemoryStore() } = options
  const limits = new RequestLimits(store, config.limits)
  const revocations = await openRevocations(config.dataDir, store.isShared ? store : undefined)
  const metrics = new Registry()
  collectDefaultMetrics({ register: metrics })
  const agreements = loadAgreements(auth.agreementsDir, auth)
  const supergraph = loadSupergraph(options.supergraphSdl)
  checkScalars(supergraph.apiSchema)
  const window = new FetchWindow()
  const fetchMetrics = observeBoth(createFetchMetrics(metrics), window)
  const clients = createClients(supergraph.agencies, options, fetchMetrics)
  const disclosures = await openDisclosureLog({
    dataDir: config.dataDir,
    origin: config.logOrigin,
    publicUrl: config.publicUrl,
    hasPeers: config.peerUrl !== undefined,
    ...options.logKeys,
    onFault: (fault) => log.error({ reason: describeFailure(fault) }, 'the disclosure log'),
  })
  const issuer =
    auth.issuer.kind === 'embedded' ? await embedIssuer(options, agreements) : undefined
  const verifier = createTokenVerifier({
    issuer: auth.issuer.kind === 'external' ? auth.issuer.url : issuer!.url,
    audience: auth.audience,
    keys:
      auth.issuer.kind === 'external'
        ? { jwksUri: auth.issuer.jwksUri }
        : { jwks: () => keys.issuerKeys() },
    store,
    publicUrl: config.publicUrl,
  })
  const { rules } = supergraph
  const { source } = disclosures
  const hub = supergraph.agencies.includes(HUB)
    ? hostHub({
        ...options,
        rules,
        agreements,
        clients,
        source,
        window,
        metrics: fetchMetrics,
        subjectKey: options.logKeys.subjectKey,
        // asked by this process alone: what it remembers is nobody else's
        store: createMemoryStore(),
      })
    : undefined
  const schemas = new VisibleSchemas(supergraph)
  const strangers = createClientLimit(config.publicRate)
  const desk = openDesk({ ...options, verifier, agreements, revocations, store })
  const operations = new OperationCache(supergraph, metrics)
  const executor = createCompiledExecutor(
    supergraph,
    hub ? new Map([...clients, [HUB, hub.client]]) : clients,
  )
  const documents = new Documents(supergraph.apiSchema, readRegisteredOperations())
  const app = buildServer({
    serve: createOperationServer(
      { supergraph, operations, executor, log: disclosures },
      {
        costs: new OperationCosts(supergraph.apiSchema),
        limits,
        revocations,
        schemas,
      },
    ),
    schemas,
    documents,
    limits,
    timeouts: config.limits,
    publicOrigin: config.publicUrl,
    verifier,
    sessions: desk?.sessions,
    agreements,
    revocations,
    requestDeadlineMs: config.requestDeadlineMs,
    strangers,
    log,
  })
  if (options.isWarmed) {
    warmOnceItListens(app, log, { documents, operations, agreements, prepare: executor.prepare })
  }
  addHealthRoutes(app, { clients, log: disclosures, metrics })
  addReceiptRoutes(app, { log: disclosures, verifier, peers: hub?.peers })
  if (config.peerUrl !== undefined) {
    addPeerRoutes(app, { ...options.logKeys, log: disclosures, store })
  }
  addOpenDataRoutes(app, { folder: config.openDataDir, limits, strangers })
  if (issuer) await addIssuerRoutes(app, issuer)
  if (desk) addSessionRoutes(app, desk)
  app.addHook('onClose', async () => {
    await Promise.all([...clients.values()].map((client) => client.close()))
    await hub?.close()
    await disclosures.close()
    revocations.close()
  })
  return app
}

/** Requests do not wait for it: the first one of an operation that is not ready yet compiles it. */
function warmOnceItListens(app: FastifyInstance, log: Logger, parts: WarmParts): void {
  const ended = new AbortController()
  app.addHook('onListen', (done) => {
    warmOperations(parts, ended.signal).then(
      (operations) => log.info({ operations }, 'registered operations are compiled'),
      (reason: unknown) => {
        if (!ended.signal.aborted) log.error({ reason: describeFailure(reason) }, 'compiling ahead')
      },
    )
    done()
  })
  app.addHook('onClose', async () => ended.abort())
}

function createClients(
  agencies: readonly string[],
  options: GatewayOptions,
  metrics: FetchMetrics,
): ReadonlyMap<string, AgencyClient> {
  const { keys, config } = options
  return new Map(
    agencies.filter(isAway).map((name) => {
      const transport = transportTo(name, options)
      const deadlineMs = config.agencyDeadlineMs
      const parts = {
        name,
        transport,
        metrics,
        deadlineMs,
        // as it is now: a key turns while the gateway runs
        get hopKey() {
          return keys.hopKey(name)
        },
      }
      return [name, new AgencyClient(parts)] as const
    }),
  )
}

/** The gateway's own facts are not an agency: nothing has to be reached for them. */
function isAway(name: string): boolean {
  return name !== HUB
}

function observeBoth(...all: readonly FetchMetrics[]): FetchMetrics {
  return {
    observe(agency, status, ms) {
      for (const each of all) each.observe(agency, status, ms)
    },
  }
}

function transportTo(name: string, { urls, locals }: GatewayOptions): AgencyTransport {
  const local = locals?.get(name)
  if (local) return createLocalTransport(local)
  const url = urls.get(name)
  if (url) return createHttpTransport(url)
  const variable = `HUB_URL_${name.toUpperCase().replaceAll('-', '_')}`
  const reason = 'is needed; the supergraph has this agency'
  throw hubError('CONFIG_INVALID', { variable, reason })
}

/** The issuer of the sample: every client of an agreement, each with a key of its own. */
async function embedIssuer(
  { config, auth, keys, log }: GatewayOptions,
  agreements: readonly Agreement[],
): Promise<Issuer> {
  // 6 MB of modules, which a gateway under another issuer does without
  const { createIssuer } = await import('../auth/issuer/issuer.ts')
  const memory: IssuerMemory = new Map()
  return createTurningIssuer(keys.issuerKeys, (issuerKeys) =>
    createIssuer({
      issuerUrl: `${config.publicUrl}${ISSUER_PATH}`,
      audience: auth.audience,
      keys: issuerKeys,
      memory,
      agreements,
      clients: listSampleClients(agreements, keys),
      redirectUri: redirectUriOf(config),
      onFault: (fault) => log.error({ reason: describeFailure(fault) }, 'the issuer failed'),
    }),
  )
}
