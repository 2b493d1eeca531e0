import type { Writable } from 'node:stream'
import { readFileSync } from 'node:fs'
import type { AuthConfig } from '../../auth/config.ts'
import type { KeyStore } from '../../auth/keys/key-store.ts'
import { readLogKeys } from '../../auth/keys/log-keys.ts'
import { openStore } from '../../auth/open-store.ts'
import type { GatewayConfig } from '../../gateway/config.ts'
import type { LocalAgency } from '../../gateway/agencies/local-transport.ts'
import { buildGateway } from '../../gateway/start-gateway.ts'
import type { KitConfig } from '../../subgraphs/_kit/config.ts'
import { createLogger } from '../../subgraphs/_kit/create-logger.ts'
import { describeAgencies } from '../agencies.ts'
import { openLogIndex } from '../log-index/open-log-index.ts'
import { listen } from './listen.ts'
import { tellStore } from './tell-store.ts'

const SUPERGRAPH = new URL('../../schemas/supergraph.graphql', import.meta.url)

/** What a gateway is started with. */
export interface GatewayStart {
  readonly config: GatewayConfig
  /** Where the index over the log is. */
  readonly kit: KitConfig
  readonly auth: AuthConfig
  readonly keys: KeyStore
  readonly urls: ReadonlyMap<string, URL>
  /** Agencies of this process, asked without sockets. */
  readonly locals?: ReadonlyMap<string, LocalAgency>
  readonly supergraphSdl?: string
  /** Whether registered operations are compiled before anyone asks. */
  readonly isWarmed?: boolean
  /** Where its log goes; stdout when absent. */
  readonly destination?: Writable
}

/** A gateway that answers until it is stopped. */
export interface RunningGateway {
  /** Where GraphQL is. */
  readonly url: URL
  stop(): Promise<void>
}

// Node cuts small buffers from pools of 64 kB, and one that lives on keeps its whole pool.
const POOL_BYTES = 8 * 1024

/** Builds the gateway over the committed supergraph and lets it answer. */
export async function startGateway(start: GatewayStart): Promise<RunningGateway> {
  Buffer.poolSize = POOL_BYTES
  const { config, kit, auth, keys, urls } = start
  const log = createLogger('gateway', config.logLevel, start.destination)
  const store = await openStore(auth.storeUrl, tellStore(log))
  const app = await buildGateway({
    config,
    auth,
    keys,
    urls,
    openLogIndex: () => openLogIndex(kit),
    ...(start.locals && { locals: start.locals }),
    ...(start.isWarmed && { isWarmed: true }),
    titles: new Map((await describeAgencies()).map(({ name, title }) => [name, title.zh])),
    supergraphSdl: start.supergraphSdl ?? readFileSync(SUPERGRAPH, 'utf8'),
    logKeys: readLogKeys(config.dataDir),
    store,
    log,
  }).catch(async (error: unknown) => {
    await store.close()
    throw error
  })
  app.addHook('onClose', () => store.close())
  await listen(app, { host: config.host, port: config.port, variable: 'HUB_PORT' })
  return { url: new URL('/graphql', config.publicUrl), stop: () => app.close() }
}
