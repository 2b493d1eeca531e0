import { randomBytes } from 'node:crypto'
import type { Logger } from 'pino'
import type { AccessRule } from '../../auth/access-rules.ts'
import type { Agreement } from '../../auth/agreement.ts'
import { HOP_KEY_BYTES } from '../../auth/keys/key-store.ts'
import type { SharedStore } from '../../auth/shared-store.ts'
import { describeFailure } from '../../schemas/describe-failure.ts'
import { hubError } from '../../schemas/errors.ts'
import { AgencyClient } from '../agencies/agency-client.ts'
import type { FetchMetrics } from '../agencies/fetch-metrics.ts'
import { createLocalTransport } from '../agencies/local-transport.ts'
import type { LogSource } from '../audit/disclosure-log.ts'
import type { GatewayConfig } from '../config.ts'
import { HUB, createHubSubgraph } from './hub-subgraph.ts'
import type { HubFacts } from './hub-context.ts'
import { createDataClasses } from './index/data-classes.ts'
import { keyIdOf } from './index/take-in.ts'
import { LogFollower } from './index/log-follower.ts'
import type { AskerNames, LogIndex } from './index/log-index.ts'
import { createPeerGateways, type PeerGateways } from './receipt/peer-gateways.ts'
import { createStatus } from './status/describe-status.ts'
import type { FetchWindow } from './status/fetch-window.ts'

/** What of a gateway its own facts are told from. */
export interface HostParts {
  readonly config: GatewayConfig
  readonly supergraphSdl: string
  readonly rules: ReadonlyMap<string, readonly AccessRule[]>
  readonly agreements: readonly Agreement[]
  /** Every agency but the hub itself. */
  readonly clients: ReadonlyMap<string, AgencyClient>
  readonly titles?: ReadonlyMap<string, string>
  readonly source: LogSource
  readonly openLogIndex: () => Promise<LogIndex>
  readonly window: FetchWindow
  readonly metrics: FetchMetrics
  readonly store: SharedStore
  readonly log: Logger
  /** What subjects' keys are kept under. */
  readonly subjectKey: Uint8Array
}

/** The gateway's own facts, asked like an agency, in the process, under a key nobody else has. */
export interface HostedHub {
  readonly client: AgencyClient
  /** The gateways that keep the other logs. */
  readonly peers: PeerGateways
  close(): Promise<void>
}

const CATCH_UP_MS = 1_000

/** Hosts the subgraph `hub`, and follows the log into its index until it is closed. */
export function hostHub(parts: HostParts): HostedHub {
  const { metrics, store, log, config } = parts
  const follower = followLog(parts)
  const hopKey = randomBytes(HOP_KEY_BYTES)
  const currentIndex = indexOf(follower)
  const peers = createPeerGateways({
    subjectKey: parts.subjectKey,
    deadlineMs: config.agencyDeadlineMs,
    addressOf: async (origin) => (await currentIndex()).peerOf(origin, keyIdOf(parts.source)),
  })
  const facts = factsOf(parts, { currentIndex, peers })
  const hub = createHubSubgraph({ hopKey, store, log, facts })
  const transport = createLocalTransport(hub)
  const deadlineMs = config.agencyDeadlineMs
  return {
    client: new AgencyClient({ name: HUB, transport, hopKey, metrics, deadlineMs }),
    peers,
    async close() {
      await peers.close()
      await follower.close()
    },
  }
}

function followLog({
  source,
  rules,
  agreements,
  openLogIndex,
  config,
  log,
}: HostParts): LogFollower {
  const follower = new LogFollower({
    source,
    openIndex: openLogIndex,
    dataClassesOf: createDataClasses(rules),
    names: namesIn(agreements),
    peerUrl: config.peerUrl,
    onFault: (fault) => log.error({ reason: describeFailure(fault) }, 'the index over the log'),
  })
  follower.start()
  return follower
}

function factsOf(parts: HostParts, others: Pick<HubFacts, 'currentIndex' | 'peers'>): HubFacts {
  const { agreements, source, clients, titles = new Map() } = parts
  return {
    agreements,
    source,
    status: createStatus({ ...parts, agencies: [...clients.values()], titles }),
    ...others,
  }
}

function indexOf(follower: LogFollower): HubFacts['currentIndex'] {
  return async () => {
    await follower.catchUp(CATCH_UP_MS)
    if (follower.index) return follower.index
    throw hubError('DATABASE_UNAVAILABLE', { agency: HUB })
  }
}

function namesIn(agreements: readonly Agreement[]): AskerNames {
  return {
    agencies: Object.fromEntries(agreements.map(({ agency }) => [agency.code, agency.name])),
    purposes: Object.fromEntries(agreements.map(({ purpose }) => [purpose.id, purpose.name])),
  }
}
