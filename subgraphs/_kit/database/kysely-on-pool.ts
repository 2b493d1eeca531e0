import { CamelCasePlugin, Kysely } from 'kysely'
import { PostgresJSDialect } from 'kysely-postgres-js'
import type { Connection } from './connection.ts'
import type { ConnectionPool } from './connection-pool.ts'

/** Kysely over the pool: snake_case in SQL, camelCase in TypeScript. */
export function kyselyOn<DB>(pool: ConnectionPool): Kysely<DB> {
  // The dialect asks of the driver no more than `reserve` and `end`, and of a reserved session no
  // more than `unsafe` and `release`; the pool answers both, because the driver's own `reserve`
  // hands out sessions that have closed in the meantime.
  const driver = Object.assign(() => undefined, {
    options: {},
    reserve: async () => reserved(pool, await pool.reserve()),
    end: () => pool.close(),
  })
  return new Kysely<DB>({
    dialect: new PostgresJSDialect({ postgres: driver as never }),
    plugins: [new CamelCasePlugin()],
  })
}

function reserved(pool: ConnectionPool, connection: Connection): object {
  return {
    unsafe: (text: string, parameters?: readonly unknown[]) => connection.run(text, parameters),
    release: () => pool.release(connection),
  }
}
