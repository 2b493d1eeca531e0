import type { Command } from 'commander'
import { pino } from 'pino'
import { readAuthConfig } from '../../auth/config.ts'
import { openKeyStore, type KeyStore } from '../../auth/keys/key-store.ts'
import { readSealedKeyConfig } from '../../auth/sealed-key-config.ts'
import { DEFAULT_PORT, readGatewayConfig } from '../../gateway/config.ts'
import { hubError } from '../../schemas/errors.ts'
import { readKitConfig, type KitConfig } from '../../subgraphs/_kit/config.ts'
import type { AgencyIdentity } from '../../subgraphs/_kit/agency-identity.ts'
import type { Subgraph } from '../../subgraphs/_kit/define-subgraph.ts'
import { describeAgencies, listAgencies, loadAgencies, loadAgency } from '../agencies.ts'
import { provideDataDir } from '../runtime/data-dir.ts'
import type { AgencyOptions, startAgency } from '../runtime/start-agency.ts'
import type { startGateway } from '../runtime/start-gateway.ts'
import { outliveRejections, stopOnSignal } from '../runtime/stop-on-signal.ts'

type StartAgency = typeof startAgency
type StartGateway = typeof startGateway

interface Stoppable {
  stop(): Promise<void>
}

/** `hub start [part]`: everything in one process, or one part of the hub. */
export function addStartCommand(program: Command): void {
  program
    .command('start', { isDefault: false })
    .summary('start everything, or one part: gateway or an agency')
    .description(
      `Starts the whole hub in one process, or one part of it: gateway, ${listAgencies().join(', ')}.

Environment: HUB_PORT (4000), HUB_HOST (127.0.0.1), HUB_DATA_DIR (.hub), HUB_TODAY (2018-05-10),
HUB_URL_<AGENCY> (where an agency answers; also where its own part listens; in a whole start such an
agency is not started here), HUB_DATABASE_URL_<AGENCY> (its own PostgreSQL ≥ 15; embedded otherwise),
HUB_LOG_LEVEL (info).`,
    )
    .argument('[part]', 'gateway, or the name of an agency; everything when absent')
    .option('--supergraph <file>', 'gateway: serve this supergraph instead; needs --open')
    .option(
      '--open',
      'gateway: a supergraph without access rules, on loopback, never in production',
    )
    .action(async (part: string | undefined, options: OpenOptions) => {
      const started = performance.now()
      const running = await startParts(part, options)
      stopOnSignal(running)
      outliveRejections(pino({ level: readKitConfig().logLevel, base: { part: 'hub' } }))
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      process.stderr.write(`ready after ${seconds} s; Ctrl-C stops it\n`)
    })
}

interface OpenOptions {
  readonly supergraph?: string
  readonly open?: boolean
}

/** Throws `CONFIG_INVALID` for options that do not go together. */
async function startParts(
  part: string | undefined,
  { supergraph, open }: OpenOptions,
): Promise<readonly Stoppable[]> {
  if (supergraph === undefined && !open) return part === undefined ? startAll() : startPart(part)
  if (supergraph !== undefined && open && part === 'gateway') {
    const { startOpenGateway } = await import('../runtime/start-open-gateway.ts')
    const gateway = await startOpenGateway(supergraph)
    process.stderr.write(`open gateway, without any rule: ${gateway.url.href}\n`)
    return [gateway]
  }
  const reason = 'go together: hub start gateway --supergraph FILE --open'
  throw hubError('CONFIG_INVALID', { variable: '--supergraph and --open', reason })
}

// Servers are loaded by a start alone, and only what it starts; every other command would wait for them.
const loadStartAgency = async (): Promise<StartAgency> =>
  (await import('../runtime/start-agency.ts')).startAgency
const loadStartGateway = async (): Promise<StartGateway> =>
  (await import('../runtime/start-gateway.ts')).startGateway

async function startAll(): Promise<readonly Stoppable[]> {
  const [startAgency, startGateway] = await Promise.all([loadStartAgency(), loadStartGateway()])
  const { kit, auth, keys, readAgencyOptions } = prepare()
  const gatewayConfig = readGatewayConfig()
  const agencies = await loadAgencies()
  const inside = agencies.filter(({ name }) => !kit.urlOf(name))
  const agencyOptions = readAgencyOptions()
  const outcomes = await Promise.allSettled(
    inside.map((agency) =>
      startAgency(agency, { ...agencyOptions, port: shiftedPort(agency, kit) }),
    ),
  )
  const running = outcomes.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  try {
    const failed = outcomes.find((each) => each.status === 'rejected')
    if (failed) throw failed.reason
    const urls = new Map(agencies.map((agency) => [agency.name, urlOf(agency, kit)]))
    const locals = new Map(running.map(({ name, local }) => [name, local]))
    const gateway = await startGateway({
      config: gatewayConfig,
      kit,
      auth,
      keys,
      urls,
      locals,
      isWarmed: true,
    })
    process.stderr.write(
      `Joint-service hub 聯合服務匯流站, a demo with synthetic people on ${kit.today}\nGraphQL: ${gateway.url.href}\nStaff:   ${new URL('/session/sign-in', gateway.url).href} (demo accounts: README.md)\n`,
    )
    return [gateway, ...running]
  } catch (error) {
    await Promise.all(running.map((each) => each.stop()))
    throw error
  }
}

async function startPart(part: string): Promise<readonly Stoppable[]> {
  const { kit, auth, keys, readAgencyOptions } = prepare()
  if (part === 'gateway') {
    const agencies = await describeAgencies()
    const urls = new Map(agencies.map((agency) => [agency.name, urlOf(agency, kit)]))
    const startGateway = await loadStartGateway()
    const gateway = await startGateway({
      config: readGatewayConfig(),
      kit,
      auth,
      keys,
      urls,
      isWarmed: true,
    })
    process.stderr.write(`gateway: ${gateway.url.href}\n`)
    return [gateway]
  }
  const agency = await loadAgency(part)
  const startAgency = await loadStartAgency()
  const port = portOfPart(agency, kit)
  const running = await startAgency(agency, { ...readAgencyOptions(), port })
  process.stderr.write(`${agency.name} ${agency.title.zh}: ${running.url.href}\n`)
  return [running]
}

function prepare(): {
  readonly kit: KitConfig
  readonly auth: ReturnType<typeof readAuthConfig>
  readonly keys: KeyStore
  /** Called only where an agency starts: a gateway on its own never reads the sealed-person key. */
  readAgencyOptions(): Omit<AgencyOptions, 'port'>
} {
  const kit = readKitConfig()
  provideDataDir(kit.dataDir)
  const auth = readAuthConfig()
  const keys = openKeyStore(auth)
  const hasSample = !auth.isProduction
  return {
    kit,
    auth,
    keys,
    readAgencyOptions: () => ({
      config: kit,
      keys,
      sealedKeys: readSealedKeyConfig(),
      storeUrl: auth.storeUrl,
      hasSample,
    }),
  }
}

/** In a whole start the agencies follow the gateway's port: HUB_PORT 5000 puts household at 5001. */
function shiftedPort(agency: AgencyIdentity, kit: KitConfig): number {
  if (kit.port === 0) return 0
  return agency.port + ((kit.port ?? DEFAULT_PORT) - DEFAULT_PORT)
}

/** A part alone listens where its own address says, else on HUB_PORT, else on its usual port. */
function portOfPart(agency: Subgraph, kit: KitConfig): number {
  const url = kit.urlOf(agency.name)
  return url ? Number(url.port || 80) : (kit.port ?? agency.port)
}

function urlOf(agency: AgencyIdentity, kit: KitConfig): URL {
  const given = kit.urlOf(agency.name)
  if (given) return given.pathname === '/' ? new URL('/graphql', given) : given
  return new URL(`http://127.0.0.1:${shiftedPort(agency, kit)}/graphql`)
}
