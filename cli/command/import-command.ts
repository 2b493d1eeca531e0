import { join } from 'node:path'
import type { Command } from 'commander'
import { readKitConfig } from '../../subgraphs/_kit/config.ts'
import { migrate } from '../../subgraphs/_kit/database/migrate.ts'
import { openDatabase } from '../../subgraphs/_kit/database/open-database.ts'
import {
  importDoorplates,
  type ImportProgress,
  type ImportResult,
} from '../../subgraphs/address/import/import-doorplates.ts'
import { subgraph as address } from '../../subgraphs/address/index.ts'
import { createProgress } from '../progress.ts'

interface ImportCommandOptions {
  readonly json?: true
  readonly report?: string
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
    .action(async (file: string, options: ImportCommandOptions) => {
      const result = await importWithProgress(file, options.report)
      process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : describe(result))
    })
}

async function importWithProgress(file: string, report?: string): Promise<ImportResult> {
  const config = readKitConfig()
  const database = await openDatabase<unknown>({
    agency: address.name,
    url: config.databaseUrlOf(address.name),
    dataDir: config.dataDir,
    isDurable: config.isDurable,
  })
  const progress = createProgress()
  try {
    await migrate(database, address.migrationsFolder)
    progress.start(100, 'door plates')
    return await importDoorplates({
      file,
      database,
      reportFile: report ?? join(config.dataDir, 'reports', 'doorplates.csv'),
      onProgress: (state) => progress.update(percentOf(state), `${state.rows} rows`),
    })
  } finally {
    progress.stop()
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
  report,
}: ImportResult): string {
  const rows = imported + updated + unchanged + duplicate + rejected
  const changed = imported + updated
  const summary = changed === 0 ? 'Nothing changed.' : `${changed} plates were taken in.`
  return `${summary}
${rows} rows: ${imported} imported, ${updated} updated, ${unchanged} unchanged, ${duplicate} duplicate, ${rejected} rejected
Report: ${report}
`
}
