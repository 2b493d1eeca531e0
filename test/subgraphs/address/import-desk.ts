import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HubError } from '../../../schemas/errors.ts'
import {
  openDatabase,
  type AgencyDatabase,
} from '../../../subgraphs/_kit/database/open-database.ts'
import {
  importDoorplates,
  type ImportProgress,
  type ImportResult,
} from '../../../subgraphs/address/import/import-doorplates.ts'
import { subgraph } from '../../../subgraphs/address/index.ts'
import type { Database } from '../../../subgraphs/address/queries.ts'
import { openTestDatabase } from '../../support/test-database.ts'

export type Counts = Omit<ImportResult, 'report'>

/** An empty register and a folder for files, for one suite. */
export interface ImportDesk {
  readonly database: AgencyDatabase<Database>
  readonly folder: string
  /** Imports a file of these bytes; answers the five counts. */
  take(content: string | Uint8Array): Promise<Counts>
  /** The same for a file that lies somewhere. */
  takeFile(file: string, onProgress?: (progress: ImportProgress) => void): Promise<Counts>
  /** Lines of the last report, without its header. */
  report(): Promise<readonly string[]>
  /** Everything the register holds, for comparing. */
  register(): Promise<readonly object[]>
  empty(): Promise<void>
  close(): Promise<void>
}

/** On a database of the desk's own, or on the one at `url`. */
export async function openImportDesk(url?: string): Promise<ImportDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-import-'))
  const { name: agency, migrationsFolder: migrations } = subgraph
  const database =
    url === undefined
      ? await openTestDatabase<Database>({ agency, migrations })
      : await openDatabase<Database>({ agency, url, dataDir: folder })
  const reportFile = join(folder, 'report.csv')
  const takeFile: ImportDesk['takeFile'] = async (file, onProgress = () => undefined) => {
    const { report, ...taken } = await importDoorplates({ file, database, reportFile, onProgress })
    expect(report).toBe(reportFile)
    return taken
  }
  return {
    database,
    folder,
    takeFile,
    async take(content) {
      const file = join(folder, 'plates.csv')
      await writeFile(file, content)
      return takeFile(file)
    },
    report: async () => (await readFile(reportFile, 'utf8')).trimEnd().split('\n').slice(1),
    register: () => database.db.selectFrom('doorPlate').selectAll().orderBy('id').execute(),
    async empty() {
      await database.db.deleteFrom('doorPlateLink').execute()
      await database.db.deleteFrom('doorPlate').execute()
    },
    async close() {
      await database.close()
      await rm(folder, { recursive: true })
    },
  }
}

/** Counts with noughts where nothing is said. */
export function counts(some: Partial<Counts>): Counts {
  return { imported: 0, updated: 0, unchanged: 0, duplicate: 0, rejected: 0, ...some }
}

/** The code a promise is refused with. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'no error',
    (error: unknown) => (error instanceof HubError ? error.code : String(error)),
  )
}
