import type { SeedContext, SeedTable } from '../seed-table.ts'
import type { Connection } from './connection.ts'
import { quoted } from './copy-rows.ts'
import { beginDataset } from './dataset.ts'
import type { Dataset, DatasetIdentity } from './dataset.ts'
import type { DatabaseSessions } from './open-database.ts'
import { findLoadedVillages, hashVillage, loadVillage } from './load-village.ts'
import type { CodedVillage, LoadedVillage } from './load-village.ts'
import { createDatasetDigest } from './row-digest.ts'
import { giveIndexesBack, setIndexesAside } from './set-indexes-aside.ts'

export interface SeedOptions<Village extends CodedVillage> {
  readonly database: DatabaseSessions
  /** In an order that foreign keys allow. */
  readonly tables: readonly SeedTable<Village>[]
  readonly dataset: DatasetIdentity
  /** The business day, ISO date. */
  readonly today: string
  /** Empty the tables first, whatever they hold. */
  readonly replace?: boolean
  /** Many rows: indexes, keys and references are built once, after the last village. */
  readonly isBulk?: boolean
}

export interface SeedProgress {
  readonly villageCode: string
  /** Rows of this village, all tables. */
  readonly rows: number
  /** False where an earlier, interrupted load had already brought it in. */
  readonly isLoaded: boolean
}

export interface SeedResult {
  /** Over all rows of the data set, loaded now or earlier; see `createDatasetDigest`. */
  readonly digest: string
  readonly rows: number
}

/** A load under way, for callers who feed several agencies from one pass over the villages. */
export interface SeedRun<Village> {
  /** What stood there already; nothing needs to be loaded when it is finished. */
  readonly present: Dataset
  /** Whether an earlier load has brought the village in with its digest: it counts as given, and is not needed. */
  pass(villageCode: string): boolean
  load(village: Village): Promise<SeedProgress>
  /** Builds what a bulk load set aside, and marks the data set finished. */
  finish(onBuilding?: (done: number, total: number) => void): Promise<SeedResult>
  /** Ends the session, finished or not. */
  close(): Promise<void>
}

/**
 * Loads all villages of a data set. Each village is one transaction over all of the agency's tables,
 * so an interrupted load keeps the finished ones and the next call continues after them. Of a data
 * set that is already finished only the stored result is answered. Throws `DATASET_DIFFERENT`,
 * `COPY_TEXT_INVALID`, `DATABASE_UNAVAILABLE`.
 */
export async function seedDatabase<Village extends CodedVillage>(
  options: SeedOptions<Village>,
  villages: Iterable<Village>,
  onProgress: (progress: SeedProgress) => void = () => undefined,
): Promise<SeedResult> {
  const run = await openSeed(options)
  try {
    const { finishedAt, digest, rowCount } = run.present
    if (finishedAt !== null && digest !== null) return { digest, rows: rowCount ?? 0 }
    for (const village of villages) onProgress(await run.load(village))
    return await run.finish()
  } finally {
    await run.close()
  }
}

// two loads of one database take turns
const SEED_LOCK = 7_215_018_051

/** Begins or continues a load; `seedDatabase` says how it behaves. The caller closes it. */
export async function openSeed<Village extends CodedVillage>(
  options: SeedOptions<Village>,
): Promise<SeedRun<Village>> {
  const { database, tables, dataset, replace = false, today } = options
  const session = await database.connect()
  try {
    await session.run(`select pg_advisory_lock(${SEED_LOCK})`)
    const present = await beginDataset(session, database.agency, dataset, tables, replace)
    if (present.finishedAt === null) await prepareSession(session, options)
    const known = await findLoadedVillages(session)
    const context: SeedContext = { today, asOf: present.asOf, seed: present.seed }
    const digest = createDatasetDigest()
    let total = 0
    const take = (villageCode: string, { rows, hex }: LoadedVillage): number => {
      digest.add(villageCode, hex)
      total += rows
      return rows
    }
    return {
      present,
      pass: (villageCode) => {
        const earlier = known.get(villageCode)
        if (earlier) take(villageCode, earlier)
        return Boolean(earlier)
      },
      load: async (village) => {
        const { villageCode } = village.facts
        const earlier = known.get(villageCode)
        const step = { session, tables, village, context }
        const isLoaded = earlier === undefined
        const loaded =
          earlier ?? (isLoaded ? await loadVillage(database.agency, step) : hashVillage(step))
        return { villageCode, rows: take(villageCode, loaded), isLoaded }
      },
      finish: async (onBuilding) => {
        await giveIndexesBack(session, onBuilding)
        return finish(session, tables, digest.hex(), total)
      },
      close: () => session.close(),
    }
  } catch (error) {
    await session.close()
    throw error
  }
}

/**
 * Commits need not wait for the disk: what a crash of the machine takes is whole villages, the latest,
 * and the next call loads them again. The one that says "finished" does wait, for itself and all before.
 */
async function prepareSession<Village extends CodedVillage>(
  session: Connection,
  { tables, isBulk = false }: SeedOptions<Village>,
): Promise<void> {
  await session.run('set synchronous_commit = off')
  if (!isBulk) return
  for (const setting of BULK_SETTINGS) await session.run(`set ${setting}`)
  // tables that hold rows of another origin keep theirs
  const whole = tables.filter(({ syntheticColumn }) => syntheticColumn === undefined)
  await setIndexesAside(
    session,
    whole.map(({ table }) => table),
  )
}

// of one session; five agencies build at once
const BULK_SETTINGS = [
  "maintenance_work_mem = '96MB'",
  'max_parallel_maintenance_workers = 0',
  "work_mem = '64MB'",
]

async function finish<Village>(
  session: Connection,
  tables: readonly SeedTable<Village>[],
  digest: string,
  rows: number,
): Promise<SeedResult> {
  // Without statistics the first queries would be planned for empty tables; without a vacuum the
  // first readers would do its work.
  const names = tables.map(({ table }) => quoted(table))
  await session.run(`vacuum (analyze, parallel 0) ${names.join(', ')}`)
  await session.run('set synchronous_commit = on')
  await session.run('update dataset set finished_at = now(), digest = $1, row_count = $2', [
    digest,
    rows,
  ])
  return { digest, rows }
}
