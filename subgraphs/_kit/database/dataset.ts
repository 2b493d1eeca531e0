import { sql } from 'kysely'
import type { QueryExecutorProvider } from 'kysely'
import { hubError } from '../../../schemas/errors.ts'
import { taiwanInstant } from '../../../schemas/scalars/dates.ts'
import type { SeedTable } from '../seed-table.ts'
import type { Connection } from './connection.ts'
import { quoted } from './copy-rows.ts'

/** What a data set is: the same identity gives the same rows. */
export interface DatasetIdentity {
  readonly scale: string
  readonly seed: number
  /** When the registers were last right, ISO date-time. */
  readonly asOf: string
  readonly isSynthetic: boolean
}

/** What a database says of its contents; `finishedAt` is null while a load is under way. */
export interface Dataset extends DatasetIdentity {
  readonly finishedAt: string | null
  readonly rowCount: number | null
  readonly digest: string | null
}

type ReplaceableTable = Pick<SeedTable<never>, 'table' | 'syntheticColumn'>

const COLUMNS = 'scale, seed, as_of, is_synthetic, finished_at, row_count, digest'

/** Which data set the database holds; undefined while none was begun. */
export async function readDataset(db: QueryExecutorProvider): Promise<Dataset | undefined> {
  const { rows } = await sql<Dataset>`select ${sql.raw(COLUMNS)} from dataset`.execute(db)
  return rows[0]
}

/** Throws `DATASET_UNFINISHED` while a load is under way or broken off: half a register is none. */
export function requireWhole(agency: string, dataset: Dataset): void {
  if (dataset.finishedAt !== null) return
  throw hubError('DATASET_UNFINISHED', { agency, present: told(dataset) })
}

/**
 * Claims the database for this data set; answers what it already holds of it. Another one that is
 * there gives way only with `replace`. Throws `DATASET_DIFFERENT`.
 */
export async function beginDataset(
  session: Connection,
  agency: string,
  wanted: DatasetIdentity,
  tables: readonly ReplaceableTable[],
  replace: boolean,
): Promise<Dataset> {
  const present = await findDataset(session)
  if (present !== undefined && !replace) {
    if (isSame(present, wanted)) return present
    throw hubError('DATASET_DIFFERENT', { agency, present: told(present), asked: told(wanted) })
  }
  await session.run('begin')
  if (replace) await empty(session, tables)
  await session.run('delete from dataset_village')
  await session.run('delete from dataset')
  await session.run(
    'insert into dataset (scale, seed, as_of, is_synthetic) values ($1, $2, $3, $4)',
    [wanted.scale, wanted.seed, wanted.asOf, wanted.isSynthetic],
  )
  await session.run('commit')
  return { ...wanted, finishedAt: null, rowCount: null, digest: null }
}

async function empty(session: Connection, tables: readonly ReplaceableTable[]): Promise<void> {
  const whole = tables.filter(({ syntheticColumn }) => syntheticColumn === undefined)
  if (whole.length > 0) {
    await session.run(`truncate ${whole.map(({ table }) => quoted(table)).join(', ')} cascade`)
  }
  for (const { table, syntheticColumn } of tables.toReversed()) {
    if (syntheticColumn === undefined) continue
    await session.run(`delete from ${quoted(table)} where ${quoted(syntheticColumn)}`)
  }
}

async function findDataset(session: Connection): Promise<Dataset | undefined> {
  const [row] = await session.run(`select ${COLUMNS} from dataset`)
  if (row === undefined) return undefined
  return {
    scale: row['scale'],
    seed: row['seed'],
    asOf: row['as_of'],
    isSynthetic: row['is_synthetic'],
    finishedAt: row['finished_at'],
    rowCount: row['row_count'],
    digest: row['digest'],
  }
}

// a finished load of another day is still this data set; a half of one cannot be completed by it
function isSame(present: Dataset, wanted: DatasetIdentity): boolean {
  const isSameDay = Date.parse(present.asOf) === Date.parse(wanted.asOf)
  return (
    present.scale === wanted.scale &&
    present.seed === wanted.seed &&
    present.isSynthetic === wanted.isSynthetic &&
    (present.finishedAt !== null || isSameDay)
  )
}

function told({ scale, seed, asOf }: DatasetIdentity): string {
  return `${scale} (seed ${seed}, as of ${taiwanInstant(asOf).slice(0, 10)})`
}
