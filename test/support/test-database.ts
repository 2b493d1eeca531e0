import { createHash, randomBytes } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cloneDatabase, createTemplate, dropDatabase } from '../../subgraphs/_kit/database/clone.ts'
import { acquireEmbeddedServer } from '../../subgraphs/_kit/database/embedded-server.ts'
import { migrate } from '../../subgraphs/_kit/database/migrate.ts'
import { openDatabase } from '../../subgraphs/_kit/database/open-database.ts'
import type { AgencyDatabase } from '../../subgraphs/_kit/database/open-database.ts'
import { outsideDatabaseUrl } from './test-config.ts'

export interface TestDatabaseOptions {
  readonly agency: string
  /** Folder of the agency's migrations. */
  readonly migrations: URL
  /** Fills the template once; `key` must change when what it does changes. */
  readonly fill?: { readonly key: string; run(database: AgencyDatabase<unknown>): Promise<void> }
  readonly onStatement?: (text: string) => void
}

const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url))
const DATA_DIR = join(
  tmpdir(),
  `hub-test-${process.getuid?.() ?? 0}-${digest(CHECKOUT).slice(0, 8)}`,
)

/**
 * A migrated database of the suite's own: a copy of a template that is kept from run to run for as
 * long as the migrations stay the same. Suites and runs share one server, which the last one stops.
 * `close` drops the copy.
 */
export async function openTestDatabase<DB>(
  options: TestDatabaseOptions,
): Promise<AgencyDatabase<DB>> {
  const { url, drop } = await copyTestDatabase(options)
  try {
    const database = await openDatabase<DB>({ ...options, url, dataDir: DATA_DIR, poolSize: 4 })
    return {
      ...database,
      close: async () => {
        await database.close()
        await drop()
      },
    }
  } catch (error) {
    await drop()
    throw error
  }
}

/** A copy that a suite opens itself: its address, and how to be rid of it. */
export interface DatabaseCopy {
  readonly agency: string
  readonly url: string
  readonly drop: () => Promise<void>
}

/** The same copy for a suite that opens it itself. */
export async function copyTestDatabase(options: TestDatabaseOptions): Promise<DatabaseCopy> {
  const { adminUrl, release } = await acquireTestServer()
  try {
    const template = await ensureTemplate(adminUrl, options)
    const name = `copy_${process.pid}_${randomBytes(4).toString('hex')}`
    const url = await cloneDatabase(adminUrl, template, name)
    return {
      agency: options.agency,
      url,
      drop: async () => {
        await dropDatabase(adminUrl, name)
        await release()
      },
    }
  } catch (error) {
    // a hold that is left would keep the server and the test run alive
    await release()
    throw error
  }
}

/** The server that tests use: the outside one when its address is given, else an embedded one. */
export async function acquireTestServer(): Promise<{
  adminUrl: string
  release: () => Promise<void>
}> {
  if (outsideDatabaseUrl !== undefined) {
    return { adminUrl: outsideDatabaseUrl, release: async () => undefined }
  }
  const server = await acquireEmbeddedServer({ dataDir: DATA_DIR, isDurable: false })
  return { adminUrl: server.adminUrl(), release: () => server.release() }
}

async function ensureTemplate(adminUrl: string, options: TestDatabaseOptions): Promise<string> {
  const name = `template_${options.agency}_${await contentKey(options)}`
  const admin = await openDatabase<never>({ agency: 'test', url: adminUrl, dataDir: DATA_DIR })
  const session = await admin.connect()
  try {
    // one at a time: a half-made template must not be copied
    await session.run('select pg_advisory_lock(1)')
    const [known] = await session.run('select 1 from pg_database where datname = $1', [name])
    if (known === undefined) await makeTemplate(adminUrl, name, options)
    return name
  } finally {
    await session.close()
    await admin.close()
  }
}

async function makeTemplate(
  adminUrl: string,
  name: string,
  { agency, migrations, fill }: TestDatabaseOptions,
): Promise<void> {
  await createTemplate(adminUrl, name, async (url) => {
    const database = await openDatabase<unknown>({ agency, url, dataDir: DATA_DIR })
    try {
      await migrate(database, migrations)
      await fill?.run(database)
    } finally {
      await database.close()
    }
  })
}

async function contentKey({ migrations, fill }: TestDatabaseOptions): Promise<string> {
  const kit = new URL('../../subgraphs/_kit/database/kit-migrations/', import.meta.url)
  let content = fill?.key ?? ''
  for (const folder of [kit, migrations]) {
    for (const file of (await readdir(folder)).toSorted()) {
      content += `${file}\n${await readFile(new URL(file, folder), 'utf8')}\n`
    }
  }
  return digest(content).slice(0, 16)
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
