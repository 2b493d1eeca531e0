import { readdir } from 'node:fs/promises'
import { basename } from 'node:path'
import { Migrator } from 'kysely/migration'
import type { Kysely } from 'kysely'
import type { Migration, MigrationResultSet } from 'kysely/migration'
import { HubError, hubError } from '../../../schemas/errors.ts'
import { kyselyOn } from './kysely-on-pool.ts'
import type { DatabaseSessions } from './open-database.ts'

const KIT_MIGRATIONS = new URL('./kit-migrations/', import.meta.url)

/**
 * Brings an agency's schema to its newest state: the kit's own tables, then `0001-….ts` and so on of
 * `folder`, each exporting `up(db)`. All or nothing; two processes at once take turns; running it
 * again does nothing. Answers the names that were applied. Throws `MIGRATION_FAILED` naming the
 * migration and the reason, `MIGRATION_UNKNOWN` where one was applied that the folder has not, and
 * `DATABASE_UNAVAILABLE`.
 */
export async function migrate(database: DatabaseSessions, folder: URL): Promise<readonly string[]> {
  const session = await database.connect()
  const db = kyselyOn<unknown>({
    reserve: () => Promise.resolve(session),
    release: () => undefined,
    close: () => session.close(),
  })
  try {
    const kit = await run(database.agency, db, KIT_MIGRATIONS, 'kit_migration')
    const own = await run(database.agency, db, folder, 'migration')
    return [...kit, ...own]
  } finally {
    await db.destroy()
    await session.close()
  }
}

async function run(
  agency: string,
  db: Kysely<unknown>,
  folder: URL,
  table: string,
): Promise<readonly string[]> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => readMigrations(agency, folder) },
    migrationTableName: table,
    migrationLockTableName: `${table}_lock`,
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error !== undefined) throw failure(agency, error, results)
  return (results ?? []).map(({ migrationName }) => migrationName)
}

async function readMigrations(agency: string, folder: URL): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((file) => /^\d{4}-.+(?<!\.d)\.[jt]s$/.test(file))
  const migrations: Record<string, Migration> = {}
  for (const file of files.toSorted()) {
    const name = basename(file).replace(/\.[jt]s$/, '')
    migrations[name] = await readMigration(agency, name, new URL(file, folder))
  }
  return migrations
}

async function readMigration(agency: string, migration: string, file: URL): Promise<Migration> {
  try {
    const module = (await import(file.href)) as Partial<Migration>
    if (typeof module.up !== 'function') throw new TypeError('exports no function up(db)')
    return module as Migration
  } catch (error) {
    throw hubError('MIGRATION_FAILED', { agency, migration, reason: reasonOf(error) }, error)
  }
}

function failure(agency: string, error: unknown, results: MigrationResultSet['results']): HubError {
  if (error instanceof HubError) return error
  const failed = results?.find(({ status }) => status === 'Error')
  const reason = reasonOf(error)
  // the migrator compares before it runs any: one that was applied is not among ours
  if (!failed) return hubError('MIGRATION_UNKNOWN', { agency, reason }, error)
  return hubError('MIGRATION_FAILED', { agency, migration: failed.migrationName, reason }, error)
}

/** The first line of the reason: a statement's error names the schema alone, never a row. */
function reasonOf(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  return line.replace(/^corrupted migrations: /, '')
}
