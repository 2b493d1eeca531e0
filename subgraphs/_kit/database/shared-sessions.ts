import type { Connection } from './connection.ts'
import type { ConnectionPool } from './connection-pool.ts'
import type { StatementResult } from './statement.ts'

/** Short questions side by side on few sessions, so that one write to the server carries several. */
export interface SharedSessions {
  /** Asks outside of any transaction. Throws what the pool and the statement throw. */
  ask(text: string, parameters: readonly unknown[]): Promise<StatementResult>
}

interface Shared {
  readonly connection: Connection
  underWay: number
}

interface Coming {
  expected: number
  readonly session: Promise<Shared>
}

/** How many questions a session answers one after the other before another session is taken. */
const MOST_UNDER_WAY = 4

/**
 * Takes sessions from the pool while there are questions and gives them back after the last. A session
 * answers in order, so this is for questions that are all short.
 */
export function createSharedSessions(pool: ConnectionPool): SharedSessions {
  const taken = new Set<Shared>()
  let coming: Coming | undefined

  const open = (): Coming => {
    const next: Coming = { expected: 0, session: pool.reserve().then(arrive, depart) }
    const leave = (): void => {
      if (coming === next) coming = undefined
    }
    function arrive(connection: Connection): Shared {
      leave()
      const shared = { connection, underWay: next.expected }
      taken.add(shared)
      return shared
    }
    function depart(error: unknown): never {
      leave()
      throw error
    }
    return next
  }

  const take = async (): Promise<Shared> => {
    for (const shared of taken) {
      if (shared.underWay >= MOST_UNDER_WAY || shared.connection.isBroken()) continue
      shared.underWay += 1
      return shared
    }
    const mine = (coming ??= open())
    mine.expected += 1
    if (mine.expected >= MOST_UNDER_WAY) coming = undefined
    return mine.session
  }

  const giveBack = (shared: Shared): void => {
    shared.underWay -= 1
    if (shared.underWay > 0) return
    taken.delete(shared)
    pool.release(shared.connection)
  }

  return {
    async ask(text, parameters) {
      const shared = await take()
      try {
        return await shared.connection.run(text, parameters)
      } finally {
        giveBack(shared)
      }
    },
  }
}
