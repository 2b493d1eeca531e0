import { join } from 'node:path'
import type { Command } from 'commander'
import { readKitConfig } from '../../subgraphs/_kit/config.ts'
import { migrate } from '../../subgraphs/_kit/database/migrate.ts'
import { openDatabase, type AgencyDatabase } from '../../subgraphs/_kit/database/open-database.ts'
import { importBoundaries } from '../../subgraphs/address/boundary/import-boundaries.ts'
import {
  importDoorplates,
  type ImportProgress,
  type ImportResult,
} from '../../subgraphs/address/import/import-doorplates.ts'
import { subgraph as address } from '../../subgraphs/address/index.ts'
import { importPostal } from '../../subgraphs/address/postal/import-postal.ts'
import { createProgress } from '../progress.ts'

interface ImportCommandOptions {
  readonly json?: true
  readonly report?: string
  readonly villages?: string
  readonly postal?: string
}

/** `hub import doorplates <file>`: takes a published door-plate file into the address register. */
export function addImportCommand(program: Command): void {
  const command = program.command('import').summary('take published files into a register')
  command
    .command('doorplates')
    .summary('take a door-plate file into the address register')
    .description(
      `Reads a door-plate CSV (plain, .gz or .zst; UTF-8, Big5 or UTF-16; WGS84 or TWD97 columns) into the
address register. The whole file is checked before anything changes; every row is counted as imported,
updated, unchanged, duplicate or rejected, and the report tells each of the last two with line and
reason. Works beside a running hub; run again, it changes nothing.`,
    )
    .argument('<file>', 'CSV file, plain, gzip or zstd')
    .option('--json', 'print the counts as one JSON line at the end')
    .option('--report <file>', 'where to write the report (under HUB_DATA_DIR/reports when absent)')
    .option('--villages <file>', 'take these village outlines first, see import villages')
    .option('--postal <file>', 'take these postal ranges first, see import postal')
    .action(async (file: string, options: ImportCommandOptions) => {
      const result = await importWithProgress(file, options)
      process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : describe(result))
    })
  addAreaFiles(command)
}

function addAreaFiles(command: Command): void {
  command
    .command('villages')
    .summary('take village outlines into the address register')
    .description(
      `Reads a TopoJSON of villages (VILLCODE, TOWNCODE, VILLNAME; plain, .gz or .zst) in the place of the
outlines there were. From then on a point tells its village, and an import of door plates flags those
that hang more than 100 m outside the village they are written in.`,
    )
    .argument('<file>', 'TopoJSON file, plain, gzip or zstd')
    .action(async (file: string) => {
      const { villages, rings } = await withRegister((database) => importBoundaries(file, database))
      process.stdout.write(`${villages} villages with ${rings} outlines were taken in.\n`)
    })
  command
    .command('postal')
    .summary('take the post’s 3+3 ranges into the address register')
    .description(
      `Reads the post's list of ranges (ZIPCODE,CITY,AREA,ROAD,SCOOP; plain, .gz or .zst) in the place of the
one there was. From then on a plate tells its six digits where the ranges do, else the town's three.`,
    )
    .argument('<file>', 'CSV file, plain, gzip or zstd')
    .action(async (file: string) => {
      const result = await withRegister((database) => importPostal(file, database))
      const { ranges, unread, elsewhere } = result
      process.stdout.write(
        `${ranges} ranges were taken in; ${unread} say what no address tells, ${elsewhere} lie elsewhere.\n`,
      )
    })
}

async function importWithProgress(
  file: string,
  { report, villages, postal }: ImportCommandOptions,
): Promise<ImportResult> {
  const reportFile = report ?? join(readKitConfig().dataDir, 'reports', 'doorplates.csv')
  return withRegister(async (database) => {
    if (villages !== undefined) await importBoundaries(villages, database)
    if (postal !== undefined) await importPostal(postal, database)
    const progress = createProgress()
    try {
      progress.start(100, 'door plates')
      return await importDoorplates({
        file,
        database,
        reportFile,
        onProgress: (state) => progress.update(percentOf(state), `${state.rows} rows`),
      })
    } finally {
      progress.stop()
    }
  })
}

async function withRegister<Result>(
  work: (database: AgencyDatabase<unknown>) => Promise<Result>,
): Promise<Result> {
  const config = readKitConfig()
  const database = await openDatabase<unknown>({
    agency: address.name,
    url: config.databaseUrlOf(address.name),
    dataDir: config.dataDir,
    isDurable: config.isDurable,
  })
  try {
    await migrate(database, address.migrationsFolder)
    return await work(database)
  } finally {
    await database.close()
  }
}

/** Reading and merging take about as long as each other. */
function percentOf({
  phase,
  bytesRead,
  bytesTotal,
  partsDone,
  partsTotal,
}: ImportProgress): number {
  const share = phase === 'READ' ? bytesRead / (bytesTotal || 1) : partsDone / (partsTotal || 1)
  return Math.min(100, Math.round((phase === 'READ' ? 0 : 50) + share * 50))
}

function describe({
  imported,
  updated,
  unchanged,
  duplicate,
  rejected,
  flagged,
  report,
}: ImportResult): string {
  const rows = imported + updated + unchanged + duplicate + rejected
  const changed = imported + updated
  const summary = changed === 0 ? 'Nothing changed.' : `${changed} plates were taken in.`
  return `${summary}
${rows} rows: ${imported} imported, ${updated} updated, ${unchanged} unchanged, ${duplicate} duplicate, ${rejected} rejected
${flagged === undefined ? '' : `${flagged} plates hang more than 100 m outside their village.\n`}Report: ${report}
`
}
