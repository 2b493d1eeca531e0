import { CamelCasePlugin, Kysely } from 'kysely'
import { PostgresJSDialect } from 'kysely-postgres-js'
import type { Connection } from './connection.ts'
import type { ConnectionPool } from './connection-pool.ts'
import { askDirectly } from './question.ts'
import { createSharedSessions, type SharedSessions } from './shared-sessions.ts'
import type { Statement, StatementResult } from './statement.ts'

/**
 * Kysely over the pool: snake_case in SQL, camelCase in TypeScript. With `isShared`, questions outside
 * of a transaction go side by side on few sessions; see `createSharedSessions`. The pool's sessions name
 * columns as TypeScript does, so that a `question` need not pass by Kysely.
 */
export function kyselyOn<DB>(pool: ConnectionPool, { isShared = false } = {}): Kysely<DB> {
  const shared = isShared ? createSharedSessions(pool) : undefined
  // The dialect asks of the driver no more than `reserve` and `end`, and of a reserved session no
  // more than `unsafe` and `release`; the pool answers both, because the driver's own `reserve`
  // hands out sessions that have closed in the meantime.
  const driver = Object.assign(() => undefined, {
    options: {},
    reserve: async () => (shared ? asked(pool, shared) : reserved(pool, await pool.reserve())),
    end: () => pool.close(),
  })
  const db = new Kysely<DB>({
    dialect: new PostgresJSDialect({ postgres: driver as never }),
    plugins: [new CamelCasePlugin()],
  })
  askDirectly(db, shared ? shared.ask : (text, parameters) => askAlone(pool, text, parameters))
  return db
}

async function askAlone(
  pool: ConnectionPool,
  text: string,
  parameters: readonly unknown[],
): Promise<StatementResult> {
  const connection = await pool.reserve()
  try {
    return await connection.run(text, parameters)
  } finally {
    pool.release(connection)
  }
}

function reserved(pool: ConnectionPool, connection: Connection): object {
  return {
    unsafe: (text: string, parameters?: readonly unknown[]) => connection.run(text, parameters),
    release: () => pool.release(connection),
  }
}

const QUESTION = /^\s*(select|with)\b/i

/** A session that is reserved only where its first statement is no question: `begin`, or a change. */
function asked(pool: ConnectionPool, shared: SharedSessions): object {
  let own: Promise<Connection> | undefined
  const reserve = (): Promise<Connection> => (own ??= pool.reserve())
  return {
    unsafe: (text: string, parameters: readonly unknown[] = []): Statement =>
      own === undefined && QUESTION.test(text)
        ? later(() => shared.ask(text, parameters), reserve, text, parameters)
        : later(async () => (await reserve()).run(text, parameters), reserve, text, parameters),
    // one that never came has told its asker
    release: () => void own?.then(pool.release, () => undefined),
  }
}

/** A statement whose session is not there yet; like the driver's, it runs when it is awaited. */
function later(
  run: () => Promise<StatementResult>,
  reserve: () => Promise<Connection>,
  text: string,
  parameters: readonly unknown[],
): Statement {
  return {
    // oxlint-disable-next-line unicorn/no-thenable -- Kysely awaits what the driver's `unsafe` gives
    then: (resolve, reject) => run().then(resolve, reject),
    // nobody aborts a question: the statement timeout ends it
    cancel: () => undefined,
    async *cursor(rows) {
      yield* (await reserve()).run(text, parameters).cursor(rows)
    },
  }
}
