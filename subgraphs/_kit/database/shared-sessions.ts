import type { Connection } from './connection.ts'
import type { ConnectionPool } from './connection-pool.ts'
import type { StatementResult } from './statement.ts'

/** Short questions side by side on few sessions, so that one write to the server carries several. */
export interface SharedSessions {
  /** Asks outside of any transaction. Throws what the pool and the statement throw. */
  ask(text: string, parameters: readonly unknown[]): Promise<StatementResult>
}

interface Shared {
  readonly session: Promise<Connection>
  /** Once it has come. */
  connection?: Connection
  underWay: number
}

/** Questions that a session is given, one after the other, before another session is taken. */
const COMFORTABLY_UNDER_WAY = 16

/**
 * Takes up to `most` sessions from the pool while there are questions and gives them back after the
 * last; once all are busy, the least busy takes more, so that nobody waits for a session that others
 * keep busy. A session answers in order, so this is for questions that are all short.
 */
export function createSharedSessions(pool: ConnectionPool, most: number): SharedSessions {
  // not a Set: docs/adr/0025-short-lives.md
  const taken: Shared[] = []

  const leave = (shared: Shared): boolean => {
    const at = taken.indexOf(shared)
    if (at >= 0) taken.splice(at, 1)
    return at >= 0
  }

  const open = (): Shared => {
    const session = pool.reserve()
    const shared: Shared = { session, underWay: 0 }
    taken.push(shared)
    session.then(
      (connection) => (shared.connection = connection),
      () => leave(shared),
    )
    return shared
  }

  const take = (): Shared => {
    const whole = taken.filter(({ connection }) => connection?.isBroken() !== true)
    const free = whole.find(({ underWay }) => underWay < COMFORTABLY_UNDER_WAY)
    if (free) return free
    if (whole.length < most) return open()
    return whole.reduce((least, each) => (each.underWay < least.underWay ? each : least))
  }

  const giveBack = (shared: Shared): void => {
    shared.underWay -= 1
    if (shared.underWay > 0 || !leave(shared)) return
    if (shared.connection) pool.release(shared.connection)
  }

  return {
    async ask(text, parameters) {
      const shared = take()
      shared.underWay += 1
      try {
        const connection = shared.connection ?? (await shared.session)
        return await connection.ask(text, parameters)
      } finally {
        giveBack(shared)
      }
    },
  }
}
