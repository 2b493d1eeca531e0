import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { HubError, hubError } from '../../../schemas/errors.ts'
import { openConnection } from './connection.ts'
import type { Connection } from './connection.ts'
import { findBinaries } from './embedded-binaries.ts'
import { SUPERUSER, ensureCluster } from './embedded-cluster.ts'
import { layOut } from './embedded-layout.ts'
import type { EmbeddedLayout } from './embedded-layout.ts'
import { findPostmaster, startServer, stopServer } from './embedded-process.ts'
import { disownFalsePostmaster } from './false-postmaster.ts'
import { rolePassword } from './role-password.ts'
import { parseServerUrl, socketUrl } from './server-url.ts'

export interface EmbeddedServerOptions {
  readonly dataDir: string
  /** False only in tests: quicker, and a crash of the machine may lose everything. */
  readonly isDurable?: boolean
}

/** The PostgreSQL server of one data folder, running for as long as somebody holds it. */
export interface EmbeddedServer {
  /** PostgreSQL's own data folder; outside of the data folder where its user cannot reach that. */
  readonly cluster: string
  readonly isElsewhere: boolean
  /** Folder of the role passwords. */
  readonly passwords: string
  /** The address of a database for the superuser. */
  adminUrl(database?: string): string
  /** The address of a database for a role. */
  roleUrl(role: string, password: string, database: string): string
  /** Runs a statement of administration as superuser, outside of a transaction. */
  administer(statement: string): Promise<readonly Record<string, unknown>[]>
  /** Ends this hold; the last holder of all processes stops the server. */
  release(): Promise<void>
}

interface Held {
  readonly layout: EmbeddedLayout
  readonly password: string
  readonly hold: { session: Connection; socket: string; isReleased: boolean }
}

// any number; every hub process holds it shared, and who can have it alone is the last one
const HOLDERS_LOCK = 7_215_018_050
const START_MS = 20_000

const heldHere = new Map<string, { users: number; readonly server: Promise<Held> }>()

/**
 * Starts the server of this data folder or joins the one that runs; within a process all callers
 * share one hold. Throws `DATABASE_NOT_STARTED`.
 */
export async function acquireEmbeddedServer(
  options: EmbeddedServerOptions,
): Promise<EmbeddedServer> {
  const key = resolve(options.dataDir)
  const entry = heldHere.get(key) ?? {
    users: 0,
    server: startHolding(key, options.isDurable ?? true),
  }
  heldHere.set(key, entry)
  entry.users += 1
  const held = await entry.server.catch((error: unknown) => {
    if (heldHere.get(key) === entry) heldHere.delete(key)
    throw error
  })
  let isReleased = false
  return describe(held, async () => {
    if (isReleased) return
    isReleased = true
    entry.users -= 1
    if (entry.users > 0) return
    heldHere.delete(key)
    await letGo(held)
  })
}

function describe(held: Held, release: () => Promise<void>): EmbeddedServer {
  const { layout, password, hold } = held
  return {
    cluster: layout.cluster,
    isElsewhere: layout.isElsewhere,
    passwords: layout.passwords,
    adminUrl: (database = 'postgres') => socketUrl(hold.socket, SUPERUSER, password, database),
    roleUrl: (role, secret, database) => socketUrl(hold.socket, role, secret, database),
    administer: async (statement) => [...(await hold.session.run(statement))],
    release,
  }
}

async function startHolding(dataDir: string, isDurable: boolean): Promise<Held> {
  const layout = await layOut(dataDir)
  const password = await rolePassword(layout.passwords, SUPERUSER)
  const first = await connectOrStart(layout, password, isDurable)
  const hold = { ...first, isReleased: false }
  void keepHolding(layout, password, isDurable, hold)
  return { layout, password, hold }
}

// The server may be lost to the machine's memory limit or an operator's hand. Whoever holds it brings
// it back, and takes its place among the holders again.
async function keepHolding(
  layout: EmbeddedLayout,
  password: string,
  isDurable: boolean,
  hold: Held['hold'],
): Promise<void> {
  for (;;) {
    await hold.session.broken
    if (hold.isReleased) return
    const next = await connectOrStart(layout, password, isDurable).catch(() => undefined)
    if (next === undefined) await pause(1_000, undefined, { ref: false })
    else Object.assign(hold, next)
    if (hold.isReleased) await hold.session.close()
  }
}

async function connectOrStart(
  layout: EmbeddedLayout,
  password: string,
  isDurable: boolean,
): Promise<{ session: Connection; socket: string }> {
  const deadline = Date.now() + START_MS
  const binaries = await findBinaries(layout.user)
  await ensureCluster(layout, binaries, password, isDurable)
  let server: { hasExited(): boolean } | undefined
  while (Date.now() < deadline) {
    const socket = (await findPostmaster(layout))?.socket ?? layout.socket
    const session = await joinHolders(socketUrl(socket, SUPERUSER, password, 'postgres'))
    if (session !== undefined) return { session, socket }
    if (server === undefined) server = await startServer(layout, binaries, isDurable)
    else if (server.hasExited()) {
      // the one before us is still shutting down, or another process was quicker to start
      await pause(200)
      await disownFalsePostmaster(layout)
      server = undefined
    }
    await pause(10)
  }
  const reason = 'it gives no answer; its log is the file postgres/log of the data folder.'
  throw hubError('DATABASE_NOT_STARTED', { reason })
}

async function joinHolders(url: string): Promise<Connection | undefined> {
  const options = { agency: 'holder', address: parseServerUrl(url), statementTimeoutMs: 0 }
  let session: Connection | undefined
  try {
    session = await openConnection(options)
    // waits while the last holder is stopping the server, and then fails with it
    await session.run(`select pg_advisory_lock_shared(${HOLDERS_LOCK})`)
    return session
  } catch (error) {
    await session?.close()
    if (isUnavailable(error)) return undefined
    const reason = 'it refuses the password in the folder postgres/passwords of the data folder.'
    throw hubError('DATABASE_NOT_STARTED', { reason }, error)
  }
}

async function letGo({ layout, hold }: Held): Promise<void> {
  hold.isReleased = true
  try {
    await hold.session.run(`select pg_advisory_unlock_shared(${HOLDERS_LOCK})`)
    if (await isLast(hold.session)) await stopServer(layout)
  } catch (error) {
    // the server is gone already
    if (!isUnavailable(error)) throw error
  } finally {
    await hold.session.close()
  }
}

/** The server needs a moment to notice that a killed holder has gone, so one refusal does not count. */
async function isLast(session: Connection): Promise<boolean> {
  for (let tries = 0; tries < 4; tries += 1) {
    const [row] = await session.run(`select pg_try_advisory_lock(${HOLDERS_LOCK}) as last`)
    if (row?.['last'] === true) return true
    await pause(50)
  }
  return false
}

function isUnavailable(error: unknown): boolean {
  return error instanceof HubError && error.code === 'DATABASE_UNAVAILABLE'
}
