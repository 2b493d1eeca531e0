import { randomBytes } from 'node:crypto'
import type { Logger } from 'pino'
import { HOP_KEY_BYTES } from '../../auth/keys/key-store.ts'
import type { SharedStore } from '../../auth/shared-store.ts'
import { AgencyClient } from '../agencies/agency-client.ts'
import type { FetchMetrics } from '../agencies/fetch-metrics.ts'
import { createLocalTransport } from '../agencies/local-transport.ts'
import type { GatewayConfig } from '../config.ts'
import { HUB, createHubSubgraph } from './hub-subgraph.ts'
import { createStatus } from './status/describe-status.ts'
import type { FetchWindow } from './status/fetch-window.ts'

/** What of a gateway its own facts are told from. */
export interface HostParts {
  readonly config: GatewayConfig
  readonly supergraphSdl: string
  /** Every agency but the hub itself. */
  readonly clients: ReadonlyMap<string, AgencyClient>
  readonly titles?: ReadonlyMap<string, string>
  readonly window: FetchWindow
  readonly metrics: FetchMetrics
  readonly store: SharedStore
  readonly log: Logger
}

/** The client of the gateway's own facts: asked like an agency, in the process, under a key nobody else has. */
export function hostHub(parts: HostParts): AgencyClient {
  const { clients, titles = new Map(), metrics, store, log, config } = parts
  const hopKey = randomBytes(HOP_KEY_BYTES)
  const status = createStatus({ ...parts, agencies: [...clients.values()], titles })
  const hub = createHubSubgraph({ hopKey, store, log, facts: { status } })
  const transport = createLocalTransport(hub)
  return new AgencyClient({
    name: HUB,
    transport,
    hopKey,
    metrics,
    deadlineMs: config.agencyDeadlineMs,
  })
}
