import type { Command } from 'commander'
import { readKitConfig } from '../../subgraphs/_kit/config.ts'
import { openDatabase } from '../../subgraphs/_kit/database/open-database.ts'
import type { AgencyDatabase } from '../../subgraphs/_kit/database/open-database.ts'
import { readExportArea } from '../../subgraphs/address/export/export-area.ts'
import { exportPlates } from '../../subgraphs/address/export/export-plates.ts'
import { publishOpenData } from '../../subgraphs/address/export/publish-open-data.ts'
import { subgraph as address } from '../../subgraphs/address/index.ts'
import { createProgress } from '../progress.ts'

interface ExportCommandOptions {
  readonly town?: string
  readonly village?: string
  readonly publish?: true
  readonly json?: true
}

type OnProgress = (done: number, total: number) => void

/** `hub export doorplates [file]`: plates in force as a file, or as open data for anyone. */
export function addExportCommand(program: Command): void {
  const command = program.command('export').summary('write a register’s open data')
  command
    .command('doorplates')
    .summary('write the door plates in force as CSV or GeoJSON, or publish them')
    .description(
      `Writes the plates in force, of all, of a town or of one village, as the file's name says: .geojson
(WGS84) or .csv (geometry as WKT in EPSG:3826 with .csvt and .prj beside it, so that
"ogr2ogr plates.gpkg plates.csv" makes a GeoPackage), with .gz behind it to pack it. With --publish it
writes both for all plates, a map in three zooms (villages, squares of 250 m, single plates), licence and
catalogue into HUB_OPEN_DATA_DIR, where the gateway lets anyone download them at /open-data. A file or
publication appears when it is whole: a killed export leaves the last one, and a .part file beside it.`,
    )
    .argument('[file]', 'file to write: .csv, .csv.gz, .geojson or .geojson.gz')
    .option('--town <town>', 'name or eight-digit code of a town: 甲仙區, 64000330')
    .option('--village <village>', 'name of a village of that town: 和安里')
    .option('--publish', 'publish all plates instead of writing one file')
    .option('--json', 'print the result as one JSON line')
    .action(async (file: string | undefined, options: ExportCommandOptions, self: Command) => {
      const isPublic = options.publish === true
      const hasArea = options.town !== undefined || options.village !== undefined
      if ((file === undefined) !== isPublic || (isPublic && hasArea)) {
        self.error('error: give a file to write, or --publish alone')
      }
      const area = readExportArea(options)
      const result = await withDatabase(async (database, onProgress) =>
        file === undefined
          ? publish(database, onProgress)
          : exportPlates({ file, area, database, onProgress }),
      )
      process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : describe(result))
    })
}

async function publish(
  database: AgencyDatabase<unknown>,
  onProgress: OnProgress,
): ReturnType<typeof publishOpenData> {
  const { openDataDir: folder, today } = readKitConfig()
  return publishOpenData({ folder, database, today, onProgress })
}

async function withDatabase<Result>(
  work: (database: AgencyDatabase<unknown>, onProgress: OnProgress) => Promise<Result>,
): Promise<Result> {
  const config = readKitConfig()
  const database = await openDatabase<unknown>({
    agency: address.name,
    url: config.databaseUrlOf(address.name),
    dataDir: config.dataDir,
    isDurable: config.isDurable,
  })
  const progress = createProgress()
  try {
    progress.start(100, 'door plates')
    return await work(database, (done, total) =>
      progress.update(Math.round((done / (total || 1)) * 100), `${done} plates`),
    )
  } finally {
    progress.stop()
    await database.close()
  }
}

function describe(
  result: Awaited<ReturnType<typeof publishOpenData>> | Awaited<ReturnType<typeof exportPlates>>,
): string {
  const where =
    'file' in result ? result.file : `${result.folder}, ${result.files} files, licence among them`
  return `${result.plates} plates, ${result.bytes} bytes: ${where}\n`
}
