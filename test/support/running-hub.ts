import { createHash } from 'node:crypto'
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readAuthConfig } from '../../auth/config.ts'
import { openKeyStore, type KeyStore } from '../../auth/keys/key-store.ts'
import { followSealedPersonKeys, readSealedPersonKey } from '../../auth/keys/sealed-person-key.ts'
import { loadAgencies } from '../../cli/agencies.ts'
import { LOG_INDEX_MIGRATIONS } from '../../cli/log-index/open-log-index.ts'
import { ensureSample } from '../../cli/runtime/sample.ts'
import { startAgency, type RunningAgency } from '../../cli/runtime/start-agency.ts'
import { startGateway, type RunningGateway } from '../../cli/runtime/start-gateway.ts'
import type { LocalAgency } from '../../gateway/agencies/local-transport.ts'
import { readGatewayConfig } from '../../gateway/config.ts'
import { readKitConfig } from '../../subgraphs/_kit/config.ts'
import type { Subgraph } from '../../subgraphs/_kit/define-subgraph.ts'
import { copyTestDatabase, type DatabaseCopy } from './test-database.ts'
import { startTap, type AgencyTap } from './agency-tap.ts'
import { captureLogs, type CapturedLogs } from './captured-logs.ts'
import { freePort } from './free-port.ts'

/** A whole hub on loopback with the sample's people, of one suite's own. */
export interface RunningHub {
  readonly graphqlUrl: string
  readonly origin: string
  readonly dataDir: string
  readonly keys: KeyStore
  readonly sealedKey: Uint8Array
  readonly logs: CapturedLogs
  /** Names of all agencies. */
  readonly agencies: readonly string[]
  /** What passed between the gateway and each agency, where the hub was started tapped. */
  readonly taps: readonly AgencyTap[]
  agencyUrl(name: string): URL
  /** The agency's database, for what a suite needs to arrange. */
  databaseUrl(name: string): string
  /**
   * Another gateway behind the same public address, with a data folder and a log of its own that is searched
   * together with the first's; where it listens.
   */
  startSecondGateway(): Promise<SecondGateway>
  /** Another instance of an agency on the same database; where it listens. */
  startSecondAgency(name: string): Promise<URL>
  stopAgency(name: string): Promise<void>
  startAgency(name: string): Promise<void>
  /** SQL statements sent so far, by agency, as `/metrics` of each says. */
  statements(): Promise<Readonly<Record<string, number>>>
  stop(): Promise<void>
}

/** A gateway beside the first. */
export interface SecondGateway {
  readonly graphqlUrl: string
  stop(): Promise<void>
}

const TODAY = '2018-05-10'
const ROOT = new URL('../../', import.meta.url)

/** How a hub under test differs from one that is started. */
export interface HubOptions {
  /** Whether what passes between gateway and agencies is kept. */
  readonly isTapped?: boolean
  /** Whether the gateway calls agencies in its process. */
  readonly isInProcess?: boolean
  /** Whether the gateway compiles registered operations before anyone asks. */
  readonly isWarmed?: boolean
  /** Whether gateways get receipts from each other. */
  readonly hasPeers?: boolean
  /** Servers that the gateway asks in place of agencies. */
  readonly instead?: ReadonlyMap<string, URL>
}

/** Starts every agency on a copy of its sample database, and the gateway over them. */
export async function startTestHub(
  env: Record<string, string> = {},
  {
    isTapped = false,
    isInProcess = false,
    isWarmed = false,
    hasPeers = false,
    instead,
  }: HubOptions = {},
): Promise<RunningHub> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hub-suite-'))
  const agencies = await loadAgencies()
  const databases = await Promise.all([...agencies.map(copySample), copyIndex()])
  const port = await freePort()
  const databaseUrls = Object.fromEntries(
    databases.map(({ agency, url }) => [`HUB_DATABASE_URL_${agency.toUpperCase()}`, url]),
  )
  const settings = {
    HUB_DATA_DIR: dataDir,
    HUB_PORT: String(port),
    HUB_TODAY: TODAY,
    ...(hasPeers && { HUB_PEER_URL: `http://127.0.0.1:${port}` }),
    ...databaseUrls,
    ...env,
  }
  const auth = readAuthConfig(settings)
  const keys = openKeyStore(auth)
  const sealedKey = readSealedPersonKey(dataDir)
  const logs = captureLogs()
  const running = new Map<string, RunningAgency>()
  const ports = new Map<string, number>()
  const seconds: { stop(): Promise<void> }[] = []
  const agencyOptions = {
    config: readKitConfig(settings),
    keys,
    sealedKeys: followSealedPersonKeys(dataDir),
    storeUrl: auth.storeUrl,
    hasSample: true,
    destination: logs.stream,
  }

  async function start(agency: Subgraph): Promise<void> {
    const started = await startAgency(agency, {
      ...agencyOptions,
      port: ports.get(agency.name) ?? 0,
    })
    ports.set(agency.name, Number(started.url.port))
    running.set(agency.name, started)
  }

  await Promise.all(agencies.map(start))
  const urls = new Map([...running].map(([name, { url }]) => [name, instead?.get(name) ?? url]))
  const taps = isTapped
    ? await Promise.all([...urls].map(([name, url]) => startTap(name, url)))
    : []
  const gateway: RunningGateway = await startGateway({
    config: readGatewayConfig(settings),
    kit: readKitConfig(settings),
    auth,
    keys,
    ...(isInProcess && { locals: localsOf(agencies, running) }),
    ...(isWarmed && { isWarmed }),
    urls: isTapped ? new Map(taps.map((tap) => [tap.agency, tap.url])) : urls,
    destination: logs.stream,
  })

  return {
    graphqlUrl: gateway.url.href,
    origin: gateway.url.origin,
    dataDir,
    keys,
    sealedKey,
    logs,
    agencies: agencies.map(({ name }) => name),
    taps,
    agencyUrl: (name) => urls.get(name)!,
    databaseUrl: (name) => databases.find(({ agency }) => agency === name)!.url,
    async startSecondGateway() {
      const secondPort = await freePort()
      const own = join(dataDir, 'second-gateway')
      const config = readGatewayConfig({
        ...settings,
        HUB_PORT: String(secondPort),
        HUB_PUBLIC_URL: gateway.url.origin,
        HUB_DATA_DIR: own,
        HUB_LOG_ORIGIN: 'hub.local/second-gateway',
        ...(hasPeers && { HUB_PEER_URL: `http://127.0.0.1:${secondPort}` }),
      })
      const shared = 'keys/log-subjects.key'
      await cp(join(dataDir, shared), join(own, shared))
      const kit = readKitConfig(settings)
      const second = await startGateway({
        config,
        kit,
        auth,
        keys,
        urls,
        destination: logs.stream,
      })
      seconds.push(second)
      return { graphqlUrl: `http://127.0.0.1:${secondPort}/graphql`, stop: () => second.stop() }
    },
    async startSecondAgency(name) {
      const agency = agencies.find((each) => each.name === name)!
      const started = await startAgency(agency, { ...agencyOptions, port: 0 })
      seconds.push(started)
      return started.url
    },
    async stopAgency(name) {
      await running.get(name)?.stop()
      running.delete(name)
    },
    startAgency: (name) => start(agencies.find((agency) => agency.name === name)!),
    async statements() {
      const counts = await Promise.all(
        [...running.values()].map(
          async ({ name, url }) => [name, await statementsOf(url)] as const,
        ),
      )
      return Object.fromEntries(counts)
    },
    async stop() {
      await Promise.all(seconds.map((each) => each.stop()))
      await gateway.stop()
      await Promise.all(taps.map((tap) => tap.stop()))
      await Promise.all([...running.values()].map((agency) => agency.stop()))
      await Promise.all(databases.map((database) => database.drop()))
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Agencies as the gateway of an all-in-one start asks them; one may stop and start again. */
function localsOf(
  agencies: readonly Subgraph[],
  running: ReadonlyMap<string, RunningAgency>,
): ReadonlyMap<string, LocalAgency> {
  const localOf = async (name: string): Promise<LocalAgency> => {
    const agency = running.get(name)
    if (!agency) throw new Error('the agency has stopped')
    return agency.local
  }
  return new Map(
    agencies.map(({ name }) => [
      name,
      {
        answer: async (body, authorization) => (await localOf(name)).answer(body, authorization),
        isHealthy: async () => (await localOf(name)).isHealthy(),
      },
    ]),
  )
}

async function copySample(agency: Subgraph): Promise<DatabaseCopy> {
  return copyTestDatabase({
    agency: agency.name,
    migrations: agency.migrationsFolder,
    fill: {
      key: await contentOf([`subgraphs/${agency.name}/`, 'subgraphs/_kit/population/']),
      run: async (database) => void (await ensureSample(agency, database)),
    },
  })
}

/** The empty index over the log. */
function copyIndex(): Promise<DatabaseCopy> {
  return copyTestDatabase({ agency: 'hub', migrations: LOG_INDEX_MIGRATIONS })
}

async function contentOf(folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const url = new URL(folder, ROOT)
    const files = await readdir(fileURLToPath(url), { recursive: true })
    for (const file of files.filter((name) => name.endsWith('.ts')).toSorted()) {
      hash.update(file).update(await readFile(new URL(file, url)))
    }
  }
  return hash.digest('hex')
}

async function statementsOf(url: URL): Promise<number> {
  const text = await (await fetch(new URL('/metrics', url))).text()
  return Number(/^hub_sql_statements_total\{[^}]*\} (\d+)/m.exec(text)?.[1] ?? 0)
}
