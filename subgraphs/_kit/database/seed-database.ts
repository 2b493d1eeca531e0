import type { SeedContext, SeedTable } from '../seed-table.ts'
import type { Connection } from './connection.ts'
import { copyRows, quoted } from './copy-rows.ts'
import { databaseError } from './database-error.ts'
import { beginDataset } from './dataset.ts'
import type { Dataset, DatasetIdentity } from './dataset.ts'
import type { DatabaseSessions } from './open-database.ts'
import { createRowDigest } from './row-digest.ts'
import type { RowDigest } from './row-digest.ts'

/** What the kit asks of a village: its 11-digit code, which names it in the load's bookkeeping. */
export interface CodedVillage {
  readonly facts: { readonly villageCode: string }
}

export interface SeedOptions<Village extends CodedVillage> {
  readonly database: DatabaseSessions
  /** In an order that foreign keys allow. */
  readonly tables: readonly SeedTable<Village>[]
  readonly dataset: DatasetIdentity
  /** The business day, ISO date. */
  readonly today: string
  /** Empty the tables first, whatever they hold. */
  readonly replace?: boolean
}

export interface SeedProgress {
  readonly villageCode: string
  /** Rows of this village, all tables. */
  readonly rows: number
  /** False where an earlier, interrupted load had already brought it in. */
  readonly isLoaded: boolean
}

export interface SeedResult {
  /** Over all rows of the data set, loaded now or earlier; see `RowDigest`. */
  readonly digest: string
  readonly rows: number
}

/** A load under way, for callers who feed several agencies from one pass over the villages. */
export interface SeedRun<Village> {
  /** What stood there already; nothing needs to be loaded when it is finished. */
  readonly present: Dataset
  load(village: Village): Promise<SeedProgress>
  /** Marks the data set finished. */
  finish(): Promise<SeedResult>
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
    const names = tables.map(({ table }) => table)
    const present = await beginDataset(session, database.agency, dataset, tables, replace)
    const done = await loadedVillages(session)
    const context: SeedContext = { today, asOf: present.asOf, seed: present.seed }
    const digest = createRowDigest(tables)
    let total = 0
    return {
      present,
      load: async (village) => {
        const { villageCode } = village.facts
        const isLoaded = !done.has(villageCode)
        const step = { session, tables, village, context, digest }
        const rows = isLoaded ? await loadVillage(database.agency, step) : skipVillage(step)
        total += rows
        return { villageCode, rows, isLoaded }
      },
      finish: () => finish(session, names, digest.hex(), total),
      close: () => session.close(),
    }
  } catch (error) {
    await session.close()
    throw error
  }
}

interface Step<Village> {
  readonly session: Connection
  readonly tables: readonly SeedTable<Village>[]
  readonly village: Village
  readonly context: SeedContext
  readonly digest: RowDigest
}

async function loadVillage<Village extends CodedVillage>(
  agency: string,
  { session, tables, village, context, digest }: Step<Village>,
): Promise<number> {
  let rows = 0
  const count = (more: number): void => {
    rows += more
  }
  try {
    await session.run('begin')
    for (const table of tables) {
      await copyRows(session, table, digest.chunks(table, village, context, count))
    }
    const code = village.facts.villageCode
    await session.run('insert into dataset_village values ($1, $2)', [code, rows])
    await session.run('commit')
    return rows
  } catch (error) {
    await session.run('rollback').then(undefined, () => undefined)
    throw databaseError(agency, error)
  }
}

/** Only hashes: the rows are in. */
function skipVillage<Village>({ tables, village, context, digest }: Step<Village>): number {
  let rows = 0
  const count = (more: number): void => {
    rows += more
  }
  for (const table of tables) {
    for (const _ of digest.chunks(table, village, context, count)) continue
  }
  return rows
}

async function loadedVillages(session: Connection): Promise<ReadonlySet<string>> {
  const rows = await session.run('select village_code from dataset_village')
  return new Set(rows.map((row) => row['village_code'] as string))
}

async function finish(
  session: Connection,
  tables: readonly string[],
  digest: string,
  rows: number,
): Promise<SeedResult> {
  // without statistics the first queries would be planned for empty tables
  await session.run(`analyze ${tables.map(quoted).join(', ')}`)
  await session.run('update dataset set finished_at = now(), digest = $1, row_count = $2', [
    digest,
    rows,
  ])
  return { digest, rows }
}
