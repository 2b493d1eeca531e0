import { hubError } from '../../../schemas/errors.ts'
import { openConnection } from './connection.ts'
import type { Connection, ConnectionOptions } from './connection.ts'

const WAIT_MS = 5_000
const IDLE_MS = 30_000

/** A bounded set of sessions, opened as needed, closed when idle for 30 s, all but those it keeps. */
export interface ConnectionPool {
  /** Throws `DATABASE_UNAVAILABLE` when none comes free within 5 s or the server is away. */
  reserve(): Promise<Connection>
  release(connection: Connection): void
  close(): Promise<void>
}

export interface PoolBounds {
  readonly size: number
  /** Sessions that outlast idleness. */
  readonly kept?: number
  readonly idleMs?: number
}

interface Idle {
  readonly connection: Connection
  readonly timer: NodeJS.Timeout
}

interface Waiter {
  resolve(connection: Connection | undefined): void
}

/**
 * Keeps at most `size` sessions, and the last `kept` of them however long nobody asks; a lost one is
 * forgotten, so the pool heals with the server.
 */
export function createPool(
  options: ConnectionOptions,
  { size, kept = 0, idleMs = IDLE_MS }: PoolBounds,
): ConnectionPool {
  // not a Map: docs/adr/0025-short-lives.md
  const idle: Idle[] = []
  const open = new Set<Connection>()
  const waiters: Waiter[] = []
  let opening = 0
  let isClosed = false

  const unavailable = (): Error => hubError('DATABASE_UNAVAILABLE', { agency: options.agency })

  const drop = (connection: Connection): void => {
    open.delete(connection)
    void connection.close()
  }

  const takeIdle = (): Connection | undefined => {
    for (let last = idle.pop(); last; last = idle.pop()) {
      clearTimeout(last.timer)
      if (!last.connection.isBroken()) return last.connection
      drop(last.connection)
    }
    return undefined
  }

  const openOne = async (): Promise<Connection> => {
    opening += 1
    try {
      const connection = await openConnection(options)
      open.add(connection)
      return connection
    } catch (error) {
      // its place is free again: the next in line tries, and learns for itself
      waiters.shift()?.resolve(undefined)
      throw error
    } finally {
      opening -= 1
    }
  }

  const wait = (): Promise<Connection | undefined> =>
    new Promise((resolve, reject) => {
      const waiter: Waiter = {
        resolve: (connection) => {
          clearTimeout(timer)
          resolve(connection)
        },
      }
      const timer = setTimeout(() => {
        waiters.splice(waiters.indexOf(waiter), 1)
        reject(unavailable())
      }, WAIT_MS)
      waiters.push(waiter)
    })

  const reserve = async (): Promise<Connection> => {
    if (isClosed) throw unavailable()
    const connection = takeIdle()
    if (connection !== undefined) return connection
    if (open.size + opening < size) return openOne()
    return (await wait()) ?? reserve()
  }

  const release = (connection: Connection): void => {
    const waiter = waiters.shift()
    if (isClosed || connection.isBroken()) {
      drop(connection)
      waiter?.resolve(undefined)
      return
    }
    if (waiter !== undefined) return waiter.resolve(connection)
    rest(connection)
  }

  const rest = (connection: Connection): void => {
    const timer = setTimeout(() => {
      idle.splice(idle.indexOf(resting), 1)
      if (open.size > kept || connection.isBroken()) drop(connection)
      else rest(connection)
    }, idleMs)
    const resting: Idle = { connection, timer: timer.unref() }
    idle.push(resting)
  }

  const close = async (): Promise<void> => {
    isClosed = true
    for (const { timer } of idle.splice(0)) clearTimeout(timer)
    await Promise.all([...open].map((connection) => connection.close()))
    open.clear()
  }

  return { reserve, release, close }
}
