import { createHash } from 'node:crypto'
import type { KitConfig } from '../../subgraphs/_kit/config.ts'
import type { Connection } from '../../subgraphs/_kit/database/connection.ts'
import { holdAlone } from '../../subgraphs/_kit/database/dataset-hold.ts'
import { migrate } from '../../subgraphs/_kit/database/migrate.ts'
import { openDatabase, type AgencyDatabase } from '../../subgraphs/_kit/database/open-database.ts'
import { openSeed, type SeedRun } from '../../subgraphs/_kit/database/seed-database.ts'
import type { Subgraph } from '../../subgraphs/_kit/define-subgraph.ts'
import { generateVillage, villagesOf } from '../../subgraphs/_kit/population/generate-population.ts'
import type { GeneratedVillage, PopulationOptions } from '../../subgraphs/_kit/population/types.ts'
import { createProgress } from '../progress.ts'
import { countPeople, type PeopleCount } from './count-people.ts'
import { openRealPlates, type RealPlates } from './real-plates.ts'
import { SAMPLE_INSTANT } from './sample.ts'

/** What a seeding did. */
export interface SeedReport {
  readonly scale: string
  readonly seed: number
  /** Households and living people registered there; null where they were loaded before. */
  readonly households: number | null
  readonly persons: number | null
  readonly rows: number
  /** SHA-256 over the ordered rows of all agencies, in alphabetical order. */
  readonly digest: string
  readonly isUnchanged: boolean
}

interface OpenAgency {
  readonly agency: Subgraph
  readonly database: AgencyDatabase<unknown>
}

/** Generates a population once and loads every agency's rows of it, village by village. */
export async function seedAgencies(
  agencies: readonly Subgraph[],
  config: KitConfig,
  population: PopulationOptions,
  how: { readonly isReplacing: boolean; readonly usesRealPlates: boolean },
): Promise<SeedReport> {
  const opened: OpenAgency[] = []
  const holds: Connection[] = []
  try {
    for (const agency of agencies) opened.push(await open(agency, config))
    const address = opened.find(({ agency }) => agency.name === 'address')?.database
    if (how.isReplacing) for (const each of opened) holds.push(await holdForLoad(each))
    const plates = await openRealPlates(how.usesRealPlates ? address : undefined)
    try {
      return await load(opened, population, plates, how.isReplacing)
    } finally {
      await plates.close()
    }
  } finally {
    await Promise.all(holds.map((hold) => hold.close()))
    await Promise.all(opened.map(({ database }) => database.close()))
  }
}

async function open(agency: Subgraph, config: KitConfig): Promise<OpenAgency> {
  const database = await openDatabase<unknown>({
    agency: agency.name,
    url: config.databaseUrlOf(agency.name),
    dataDir: config.dataDir,
    isDurable: config.isDurable,
  })
  await migrate(database, agency.migrationsFolder)
  return { agency, database }
}

/** Before anything is emptied anywhere: what a hub serves stays whole. Throws DATASET_SERVED. */
async function holdForLoad({ agency, database }: OpenAgency): Promise<Connection> {
  const session = await database.connect()
  try {
    await holdAlone(session, agency.name)
    return session
  } catch (error) {
    await session.close()
    throw error
  }
}

async function load(
  opened: readonly OpenAgency[],
  population: PopulationOptions,
  plates: RealPlates,
  replace: boolean,
): Promise<SeedReport> {
  const { scale, seed, today } = population
  const isBulk = scale !== 'jiaxian'
  const dataset = { scale, seed, asOf: SAMPLE_INSTANT, isSynthetic: true }
  const runs: SeedRun<GeneratedVillage>[] = []
  try {
    for (const { agency, database } of opened) {
      const what = { database, tables: agency.seedTables, dataset, today, replace, isBulk }
      runs.push(await openSeed(what))
    }
    const done = runs.map(({ present }) => present)
    if (done.every(({ finishedAt }) => finishedAt !== null)) {
      const rows = done.reduce((sum, { rowCount }) => sum + (rowCount ?? 0), 0)
      const digest = digestOf(done.map((each) => each.digest ?? ''))
      return { scale, seed, households: null, persons: null, rows, digest, isUnchanged: true }
    }
    const unfinished = runs.filter(({ present }) => present.finishedAt === null)
    const counted = await loadVillages(unfinished, population, plates)
    const results = await Promise.all(
      runs.map(async (run) =>
        run.present.finishedAt === null
          ? run.finish()
          : { digest: run.present.digest ?? '', rows: run.present.rowCount ?? 0 },
      ),
    )
    return {
      scale,
      seed,
      ...counted,
      rows: results.reduce((sum, { rows }) => sum + rows, 0),
      digest: digestOf(results.map(({ digest }) => digest)),
      isUnchanged: false,
    }
  } finally {
    await Promise.all(runs.map((run) => run.close()))
  }
}

async function loadVillages(
  runs: readonly SeedRun<GeneratedVillage>[],
  population: PopulationOptions,
  plates: RealPlates,
): Promise<PeopleCount> {
  const progress = createProgress()
  const counted = { households: 0, persons: 0 }
  const villages = villagesOf(population)
  progress.start(villages.length, 'villages')
  try {
    for (const [index, facts] of villages.entries()) {
      progress.update(index, `${facts.town}${facts.village}`)
      const needy = runs.filter((run) => !run.pass(facts.villageCode))
      if (needy.length === 0) {
        counted.households += facts.households
        counted.persons += facts.men + facts.women
        continue
      }
      const here = await plates.of(facts.villageCode)
      const village = generateVillage(facts, { ...population, plates: { platesOf: () => here } })
      await Promise.all(needy.map((run) => run.load(village)))
      const { households, persons } = countPeople(village)
      counted.households += households
      counted.persons += persons
    }
  } finally {
    progress.stop()
  }
  return counted
}

function digestOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex')
}
