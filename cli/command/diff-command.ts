import { join } from 'node:path'
import type { Command } from 'commander'
import { readKitConfig } from '../../subgraphs/_kit/config.ts'
import { openDatabase } from '../../subgraphs/_kit/database/open-database.ts'
import { diffDoorplates, type DiffResult } from '../../subgraphs/address/import/diff-doorplates.ts'
import { subgraph as address } from '../../subgraphs/address/index.ts'

interface DiffCommandOptions {
  readonly json?: true
  readonly report?: string
}

/** `hub diff doorplates <old> <new>`: what changed between two published door-plate files. */
export function addDiffCommand(program: Command): void {
  const command = program.command('diff').summary('compare published files')
  command
    .command('doorplates')
    .summary('tell what changed between two door-plate files')
    .description(
      `Compares two door-plate CSVs of any form that hub import takes, address by address in canonical
text: new, gone, moved by more than 5 m, and renamed (one gone and one new address at the very same
place; both are counted as gone and new too). The register is neither read nor changed.`,
    )
    .argument('<old>', 'CSV file, plain, gzip or zstd')
    .argument('<new>', 'CSV file, plain, gzip or zstd')
    .option('--json', 'print the counts as one JSON line at the end')
    .option('--report <file>', 'where to write the report (under HUB_DATA_DIR/reports when absent)')
    .action(async (oldFile: string, newFile: string, options: DiffCommandOptions) => {
      const result = await compare(oldFile, newFile, options.report)
      process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : describe(result))
    })
}

async function compare(oldFile: string, newFile: string, report?: string): Promise<DiffResult> {
  const config = readKitConfig()
  const database = await openDatabase<unknown>({
    agency: address.name,
    url: config.databaseUrlOf(address.name),
    dataDir: config.dataDir,
    isDurable: config.isDurable,
  })
  try {
    const reportFile = report ?? join(config.dataDir, 'reports', 'doorplates-diff.csv')
    return await diffDoorplates({ oldFile, newFile, database, reportFile })
  } finally {
    await database.close()
  }
}

function describe({ report, rejected, ...counts }: DiffResult): string {
  const { new: fresh, gone, moved, renamed, same } = counts
  return `${fresh} new, ${gone} gone (${renamed} of them renamed), ${moved} moved by more than 5 m, ${same} the same
Rows that are no door plate: ${rejected.old} of the old file, ${rejected.new} of the new one
Report: ${report}
`
}
