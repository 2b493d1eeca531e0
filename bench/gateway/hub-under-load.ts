import { Writable } from 'node:stream'
import { requestToken } from '../../auth/client-token.ts'
import { readAuthConfig } from '../../auth/config.ts'
import { openKeyStore } from '../../auth/keys/key-store.ts'
import { generateSigningKey } from '../../auth/keys/signing-key.ts'
import { listAgencies } from '../../cli/agencies.ts'
import { startGateway } from '../../cli/runtime/start-gateway.ts'
import { readGatewayConfig } from '../../gateway/config.ts'
import { readKitConfig } from '../../subgraphs/_kit/config.ts'
import { openDeskSession } from '../../test/support/desk-session.ts'
import type { LaneReady } from './lane.ts'

/** A supergraph in place of the hub's own, and its agencies. */
export interface OtherSupergraph {
  readonly supergraphSdl: string
  readonly names: readonly string[]
}

/** Starts the gateway as it is served, over agencies at an address, with a token for its first client
 * and the cookie of a session at the desk. */
export async function startHubUnderLoad(
  agencies: string,
  dataDir: string,
  port: number,
  other?: OtherSupergraph,
): Promise<LaneReady> {
  const settings = {
    HUB_DATA_DIR: dataDir,
    HUB_PORT: String(port),
    NODE_ENV: 'development',
    // one sender stands for many here
    HUB_PARALLEL_REQUESTS: '1000',
    // nobody listens there: the index over the log is filled beside the requests, and not measured here
    HUB_DATABASE_URL_HUB: 'postgres://hub:none@127.0.0.1:9/hub',
  }
  const auth = readAuthConfig(settings)
  const keys = openKeyStore(auth)
  const gateway = await startGateway({
    config: readGatewayConfig(settings),
    kit: readKitConfig(settings),
    auth,
    keys,
    urls: new Map(
      (other?.names ?? listAgencies()).map((name) => [name, new URL(`${agencies}/${name}`)]),
    ),
    ...(other && { supergraphSdl: other.supergraphSdl }),
    isWarmed: true,
    destination: new Writable({ write: (_chunk, _encoding, done) => done() }),
  })
  const dpopKey = generateSigningKey()
  const { accessToken } = await requestToken({
    issuer: `${gateway.url.origin}/oidc`,
    clientId: 'desk-jiaxian',
    privateJwk: keys.clientKeys('desk-jiaxian').keys[0],
    purpose: 'joint-service',
    dpopKey,
  })
  const { header: cookie } = await openDeskSession(gateway.url.origin)
  return { url: gateway.url.href, token: accessToken, dpopKey: { ...dpopKey }, cookie }
}
