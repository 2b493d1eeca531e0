import { Writable } from 'node:stream'
import { readAuthConfig } from '../../auth/config.ts'
import { openKeyStore } from '../../auth/keys/key-store.ts'
import { followSealedPersonKeys } from '../../auth/keys/sealed-person-key.ts'
import { loadAgencies } from '../../cli/agencies.ts'
import { startAgency } from '../../cli/runtime/start-agency.ts'
import { startGateway } from '../../cli/runtime/start-gateway.ts'
import { readGatewayConfig } from '../../gateway/config.ts'
import { readKitConfig } from '../../subgraphs/_kit/config.ts'
import { freePort } from '../../test/support/free-port.ts'
import { reportReady } from '../gateway/lane.ts'

// Run as a process: the whole hub over the registers of a data folder, everything on, asked by the
// demo client of the desk. A second word `apart` puts HTTP between the gateway and the agencies.

const [dataDir = '', how = 'whole'] = process.argv.slice(2)
const settings = {
  HUB_DATA_DIR: dataDir,
  HUB_PORT: String(await freePort()),
  NODE_ENV: 'development',
  // one client asks for a whole city at once
  HUB_COST_PER_SECOND: '1000000000',
}
const destination = new Writable({ write: (_chunk, _encoding, done) => done() })
const auth = readAuthConfig(settings)
const keys = openKeyStore(auth)
const kit = readKitConfig(settings)
const sealedKeys = followSealedPersonKeys(dataDir)
const running = await Promise.all(
  (await loadAgencies()).map((agency) =>
    startAgency(agency, {
      config: kit,
      keys,
      sealedKeys,
      port: 0,
      hasSample: true,
      destination,
    }),
  ),
)
const gateway = await startGateway({
  config: readGatewayConfig(settings),
  kit,
  auth,
  keys,
  urls: new Map(running.map(({ name, url }) => [name, url])),
  ...(how === 'whole' && { locals: new Map(running.map(({ name, local }) => [name, local])) }),
  isWarmed: true,
  destination,
})
const stop = async (): Promise<void> => {
  await gateway.stop()
  await Promise.all(running.map((agency) => agency.stop()))
  process.exit()
}
process.on('SIGTERM', () => void stop())
reportReady({ url: gateway.url.href, privateJwk: { ...keys.clientKeys('desk-jiaxian').keys[0] } })
