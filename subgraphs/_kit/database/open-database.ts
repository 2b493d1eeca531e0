import type { Kysely } from 'kysely'
import { hubError } from '../../../schemas/errors.ts'
import { variableName } from '../config.ts'
import { hasAgencyDatabase, provideAgencyDatabase } from './agency-role.ts'
import { openConnection } from './connection.ts'
import type { Connection, ConnectionOptions } from './connection.ts'
import { createPool } from './connection-pool.ts'
import type { ConnectionPool } from './connection-pool.ts'
import { StatementError } from './database-error.ts'
import { acquireEmbeddedServer } from './embedded-server.ts'
import type { EmbeddedServer } from './embedded-server.ts'
import { kyselyOn } from './kysely-on-pool.ts'
import { askDirectly } from './question.ts'
import { rolePassword } from './role-password.ts'
import { parseServerUrl } from './server-url.ts'
import { createSharedSessions } from './shared-sessions.ts'

export interface OpenDatabaseOptions {
  readonly agency: string
  /** The agency's own PostgreSQL; the embedded server where it is not given. */
  readonly url?: string | undefined
  readonly dataDir: string
  readonly isDurable?: boolean
  readonly poolSize?: number
  readonly statementTimeoutMs?: number
  /** Whether what it holds can be made anew, so that commits need not wait for the disk. */
  readonly isRemade?: boolean
  /** Called with the text of every statement (never its parameters) as it is sent. */
  readonly onStatement?: (text: string) => void
}

/** What migrations and loads need of a database: sessions of their own, without a time limit. */
export interface DatabaseSessions {
  readonly agency: string
  /** A session outside of the pool; the caller closes it. Throws `DATABASE_UNAVAILABLE`. */
  connect(): Promise<Connection>
}

/** One agency's database. Queries throw `DATABASE_UNAVAILABLE` while it is away, and heal with it. */
export interface AgencyDatabase<DB> extends DatabaseSessions {
  readonly db: Kysely<DB>
  isReachable(): Promise<boolean>
  /** Ends the sessions, and the hold on the embedded server. */
  close(): Promise<void>
}

const POOL_SIZE = 10
// questions by key are short: a few sessions serve many, and each costs the server some megabytes
const SHARED_SESSIONS = 3
const STATEMENT_TIMEOUT_MS = 5_000
const OLDEST_VERSION = 150_000

/**
 * Opens the database of an agency: by its URL, or in the embedded server, where its database and
 * role are made on first use. Throws `DATABASE_UNAVAILABLE`, `DATABASE_TOO_OLD` (below PostgreSQL
 * 15), `DATABASE_NOT_STARTED`, `CONFIG_INVALID`.
 */
export async function openDatabase<DB>(options: OpenDatabaseOptions): Promise<AgencyDatabase<DB>> {
  if (options.url !== undefined) return openAt<DB>(options, options.url)
  const server = await acquireEmbeddedServer(options)
  try {
    const url = await enter(server, options.agency)
    return await openAt<DB>(options, url, () => server.release())
  } catch (error) {
    await server.release()
    throw error
  }
}

async function openAt<DB>(
  options: OpenDatabaseOptions,
  url: string,
  release: () => Promise<void> = async () => undefined,
): Promise<AgencyDatabase<DB>> {
  const { agency, onStatement } = options
  const address = addressOf(agency, url)
  const statementTimeoutMs = options.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS
  const connection: ConnectionOptions = {
    agency,
    address,
    statementTimeoutMs,
    onStatement,
    commitsAhead: options.isRemade ?? false,
  }
  const size = options.poolSize ?? POOL_SIZE
  const pool = createPool(connection, { size })
  const shared = Math.min(size, SHARED_SESSIONS)
  // one plan serves any keys, where planning costs more than finding; the first citizen in a while
  // waits for no new session with plans to be made
  const keyed = { ...connection, isCamelCase: true, plansOnce: true }
  const byKey = createPool(keyed, { size: shared, kept: 1 })
  await checkVersion(agency, pool)
  const db = kyselyOn<DB>(pool)
  const { ask } = createSharedSessions(byKey, shared)
  askDirectly(db, ask)
  return {
    agency,
    db,
    connect: () => openConnection({ ...connection, statementTimeoutMs: 0 }),
    // where questions go: whoever looks whether the agency is ready lets it have its session ready
    isReachable: () =>
      ask('select 1', []).then(
        () => true,
        () => false,
      ),
    close: async () => {
      await db.destroy()
      await Promise.all([pool.close(), byKey.close()])
      await release()
    },
  }
}

function addressOf(agency: string, url: string): ConnectionOptions['address'] {
  try {
    return parseServerUrl(url)
  } catch {
    const variable = `HUB_DATABASE_URL_${variableName(agency)}`
    const reason = 'must be like postgres://user:password@host:5432/database'
    throw hubError('CONFIG_INVALID', { variable, reason })
  }
}

async function enter(server: EmbeddedServer, agency: string): Promise<string> {
  const password = await rolePassword(server.passwords, agency)
  const url = server.roleUrl(agency, password, agency)
  const isReady = (await hasAgencyDatabase(server, agency)) && (await admits(agency, url))
  if (!isReady) await provideAgencyDatabase(server, agency, password)
  return url
}

/** Whether the role's password is the one in our file; the file may have been lost and made anew. */
async function admits(agency: string, url: string): Promise<boolean> {
  try {
    const address = parseServerUrl(url)
    const session = await openConnection({ agency, address, statementTimeoutMs: 0 })
    await session.close()
    return true
  } catch (error) {
    if (error instanceof StatementError && error.code.startsWith('28')) return false
    throw error
  }
}

async function checkVersion(agency: string, pool: ConnectionPool): Promise<void> {
  const session = await pool.reserve()
  try {
    const [row] = await session.run(`select current_setting('server_version_num')::int as version`)
    const version = Number(row?.['version'])
    if (version < OLDEST_VERSION) {
      const [major, minor] = [Math.floor(version / 10_000), version % 10_000]
      throw hubError('DATABASE_TOO_OLD', { agency, version: `${major}.${minor}` })
    }
  } finally {
    pool.release(session)
  }
}
