import type { Connection } from '../../_kit/database/connection.ts'
import type { DatabaseSessions } from '../../_kit/database/open-database.ts'
import { hubError } from '../../../schemas/errors.ts'
import { openStrayCheck } from '../boundary/stray-plates.ts'
import { findDuplicates, mergePart, prepareParts } from './merge.ts'
import { openPlateFile, type PlateFile } from './open-plate-file.ts'
import { createRowReader } from './row-reader.ts'
import { openReport, type ImportReport } from './report.ts'
import { createStaging, stagePlates } from './staging.ts'
import { readVillages } from './village-directory.ts'

export interface ImportOptions {
  /** CSV, plain, gzip or zstd. */ readonly file: string
  readonly database: DatabaseSessions
  /** Where the rejected and repeated rows are told. */ readonly reportFile: string
  readonly onProgress?: (progress: ImportProgress) => void
}

export interface ImportProgress {
  /** READ: the file is read and checked, nothing changed yet; MERGE: the register takes it. */
  readonly phase: 'READ' | 'MERGE'
  readonly bytesRead: number
  readonly bytesTotal: number
  readonly rows: number
  /** Parts of the merge, each one transaction; 0 of 0 while reading. */
  readonly partsDone: number
  readonly partsTotal: number
}

/** Every row of the file is in exactly one of the five counts. */
export interface ImportResult {
  readonly imported: number
  readonly updated: number
  readonly unchanged: number
  readonly duplicate: number
  readonly rejected: number
  /** Of those taken, plates far outside their village; told where boundaries were imported. */
  readonly flagged?: number
  /** The report's file. */ readonly report: string
}

const IMPORT_LOCK = 4002_001

/**
 * Takes a door-plate file into the register. The whole file is read and checked first, into a table
 * of the session; then the register takes it in short transactions, so a hub beside it keeps
 * answering, and a killed import run again ends in the same state. Plates missing from the file stay.
 *
 * @throws HubError IMPORT_FILE_UNREADABLE, IMPORT_FILE_DAMAGED, IMPORT_COLUMNS_UNKNOWN,
 *   IMPORT_COORDINATES_SWAPPED, IMPORT_RUNNING, IMPORT_REPORT_UNWRITABLE; each before any change
 */
export async function importDoorplates(options: ImportOptions): Promise<ImportResult> {
  const file = await openPlateFile(options.file)
  const session = await options.database.connect()
  try {
    await takeLock(session)
    return await run(options, file, session)
  } finally {
    await session.close()
  }
}

async function takeLock(session: Connection): Promise<void> {
  const [row] = await session.run(`select pg_try_advisory_lock(${IMPORT_LOCK}) as is_ours`)
  if (row?.['is_ours'] !== true) throw hubError('IMPORT_RUNNING')
}

async function run(
  options: ImportOptions,
  file: PlateFile,
  session: Connection,
): Promise<ImportResult> {
  const report = await openReport(options.reportFile)
  try {
    const read = await stageFile(options, file, session, report)
    const merged = await mergeStaged(options, file, session, read.rows)
    const duplicate = await reportDuplicates(session, report)
    const { rejected, flagged } = read
    const told = flagged === undefined ? {} : { flagged }
    return { ...merged, duplicate, rejected, ...told, report: options.reportFile }
  } finally {
    await report.close()
  }
}

async function stageFile(
  { onProgress }: ImportOptions,
  file: PlateFile,
  session: Connection,
  report: ImportReport,
): Promise<{
  readonly rows: number
  readonly rejected: number
  readonly flagged: number | undefined
}> {
  await createStaging(session)
  const strays = await openStrayCheck(session)
  const villages = await readVillages(session)
  const reader = createRowReader()
  for await (const lines of file.lines) {
    const { plates, rejections } = reader.read(lines)
    await report.write([...rejections, ...strays.flag(plates)])
    await stagePlates(
      session,
      plates.map(({ line, plate }) => ({ line, plate: villages.withCode(plate) })),
    )
    onProgress?.({
      ...bytesOf(file),
      phase: 'READ',
      rows: reader.rows(),
      partsDone: 0,
      partsTotal: 0,
    })
  }
  const counts = reader.finish()
  await villages.saveNew()
  return { ...counts, flagged: strays.flagged() }
}

async function mergeStaged(
  { onProgress }: ImportOptions,
  file: PlateFile,
  session: Connection,
  rows: number,
): Promise<Pick<ImportResult, 'imported' | 'updated' | 'unchanged'>> {
  let [imported, updated, unchanged] = [0, 0, 0]
  const partsTotal = await prepareParts(session)
  for (let part = 0; part < partsTotal; part += 1) {
    const counts = await mergePart(session, part)
    imported += counts.imported
    updated += counts.updated
    unchanged += counts.unchanged
    onProgress?.({ ...bytesOf(file), phase: 'MERGE', rows, partsDone: part + 1, partsTotal })
  }
  return { imported, updated, unchanged }
}

async function reportDuplicates(session: Connection, report: ImportReport): Promise<number> {
  let duplicate = 0
  for await (const rows of findDuplicates(session)) {
    duplicate += rows.length
    await report.write(
      rows.map(({ line, takenLine, raw }) => ({
        line,
        outcome: 'DUPLICATE',
        reason: `LINE_${takenLine}`,
        row: raw,
      })),
    )
  }
  return duplicate
}

function bytesOf(file: PlateFile): Pick<ImportProgress, 'bytesRead' | 'bytesTotal'> {
  return { bytesRead: file.bytesRead(), bytesTotal: file.size }
}
