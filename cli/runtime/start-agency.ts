import type { Writable } from 'node:stream'
import { Counter, Registry } from 'prom-client'
import type { KeyStore } from '../../auth/keys/key-store.ts'
import { createTurningSealer } from '../../auth/turning-sealer.ts'
import { openStore } from '../../auth/open-store.ts'
import type { KitConfig } from '../../subgraphs/_kit/config.ts'
import { variableName } from '../../subgraphs/_kit/config.ts'
import { holdForServing } from '../../subgraphs/_kit/database/dataset-hold.ts'
import { readDataset, requireWhole } from '../../subgraphs/_kit/database/dataset.ts'
import { migrate } from '../../subgraphs/_kit/database/migrate.ts'
import type { Connection } from '../../subgraphs/_kit/database/connection.ts'
import { openDatabase, type DatabaseSessions } from '../../subgraphs/_kit/database/open-database.ts'
import type { Subgraph } from '../../subgraphs/_kit/define-subgraph.ts'
import { createLogger } from '../../subgraphs/_kit/create-logger.ts'
import { buildAgencyServer } from '../../subgraphs/_kit/serve.ts'
import type { LocalAgency } from '../../gateway/agencies/local-transport.ts'
import { taiwanInstant } from '../../schemas/scalars/dates.ts'
import { listen } from './listen.ts'
import { tellStore } from './tell-store.ts'
import { ensureSample, SAMPLE_INSTANT } from './sample.ts'

/** What an agency is started with. */
export interface AgencyOptions {
  readonly config: KitConfig
  readonly keys: KeyStore
  /** Sealed-person keys as they are now: the first seals, all open. */
  readonly sealedKeys: () => readonly Uint8Array[]
  readonly port: number
  /** Where it remembers fetches together with its other instances; this process's memory when absent. */
  readonly storeUrl?: string | undefined
  /** Whether an empty database is given the sample's rows. */
  readonly hasSample: boolean
  /** Where its log goes; stdout when absent. */
  readonly destination?: Writable
}

/** An agency that answers until it is stopped. */
export interface RunningAgency {
  readonly name: string
  readonly url: URL
  /** How a gateway of this process asks it. */
  readonly local: LocalAgency
  stop(): Promise<void>
}

/** Opens the agency's database, brings its schema up to date, and lets it answer. */
export async function startAgency(
  agency: Subgraph,
  options: AgencyOptions,
): Promise<RunningAgency> {
  const { config, keys, sealedKeys } = options
  const metrics = new Registry()
  const statements = new Counter({
    name: 'hub_sql_statements_total',
    help: 'SQL statements sent to the agency’s database',
    labelNames: ['agency'],
    registers: [metrics],
  })
  const database = await openDatabase<unknown>({
    agency: agency.name,
    url: config.databaseUrlOf(agency.name),
    dataDir: config.dataDir,
    isDurable: config.isDurable,
    poolSize: config.poolSize,
    onStatement: () => statements.inc({ agency: agency.name }),
  })
  const log = createLogger(agency.name, config.logLevel, options.destination)
  const store = await openStore(options.storeUrl, tellStore(log))
  const hold = await holdDatabase(agency.name, database).catch(async (error: unknown) => {
    await Promise.all([database.close(), store.close()])
    throw error
  })
  try {
    await migrate(database, agency.migrationsFolder)
    const dataset = options.hasSample
      ? await ensureSample(agency, database)
      : await readDataset(database.db)
    if (dataset) requireWhole(agency.name, dataset)
    const { app, answer } = await buildAgencyServer(agency, {
      database,
      hopKeys: () => keys.hopKeys(agency.name),
      sealer: createTurningSealer(sealedKeys),
      store,
      today: config.today,
      asOf: taiwanInstant(dataset?.asOf ?? SAMPLE_INSTANT),
      log,
      metrics,
    })
    let hasStopped = false
    app.addHook('preClose', async () => void (hasStopped = true))
    app.addHook('onClose', async () => {
      await hold.close()
      await Promise.all([database.close(), store.close()])
    })
    const variable = `HUB_URL_${variableName(agency.name)}`
    const port = await listen(app, { host: config.host, port: options.port, variable })
    const host = config.host === '0.0.0.0' ? '127.0.0.1' : config.host
    return {
      name: agency.name,
      url: new URL(`http://${host}:${port}/graphql`),
      local: {
        answer: async (body, authorization) => {
          if (hasStopped) throw new Error('the agency has stopped')
          return answer(Buffer.from(body), authorization)
        },
        isHealthy: async () => !hasStopped && (await database.isReachable()),
      },
      stop: () => app.close(),
    }
  } catch (error) {
    await hold.close()
    await Promise.all([database.close(), store.close()])
    throw error
  }
}

/** A session that says, for as long as it lasts, that the database is served. */
async function holdDatabase(agency: string, database: DatabaseSessions): Promise<Connection> {
  const session = await database.connect()
  try {
    await holdForServing(session, agency)
    return session
  } catch (error) {
    await session.close()
    throw error
  }
}
