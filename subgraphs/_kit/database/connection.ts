import postgres from 'postgres'
import type { PostgresType, Sql } from 'postgres'
import { hubError } from '../../../schemas/errors.ts'
import { askDriver } from './ask-driver.ts'
import { CAMEL_CASE_JSON, camelCase } from './camel-case.ts'
import { COLUMN_TYPES } from './column-types.ts'
import { databaseError } from './database-error.ts'
import type { ServerAddress } from './server-url.ts'
import { lostStatement, startStatement } from './statement.ts'
import type { DriverSession, Statement, StatementOptions, StatementResult } from './statement.ts'

const CONNECT_TIMEOUT_S = 5

export interface ConnectionOptions extends StatementOptions {
  readonly address: ServerAddress
  readonly plansOnce?: boolean
  /** Whether a commit is told before it is on the disk: a crash of the machine may take the latest. */
  readonly commitsAhead?: boolean
  /** Whether columns come back named as in TypeScript; as the database names them otherwise. */
  readonly isCamelCase?: boolean
}

/** One session of the database. Once broken it stays broken; the pool opens another. */
export interface Connection {
  isBroken(): boolean
  /** Resolves when the session has ended, by us or otherwise. */
  readonly broken: Promise<void>
  run(text: string, parameters?: readonly unknown[]): Statement
  /** The same for what is only awaited, at less cost. */
  ask(text: string, parameters: readonly unknown[]): Promise<StatementResult>
  /** The driver itself, for COPY. */
  readonly driver: Sql
  close(): Promise<void>
}

/**
 * Opens one session. The driver reconnects by itself, which would run the rest of a transaction
 * outside of it; so each session has a driver of its own that is given up as soon as it closes.
 * Throws `DATABASE_UNAVAILABLE`.
 */
export async function openConnection(options: ConnectionOptions): Promise<Connection> {
  let isBroken = false
  const broken = Promise.withResolvers<void>()
  const onClose = (): void => {
    isBroken = true
    broken.resolve()
  }
  const driver = postgres(driverOptions(options, onClose))
  const timer = setTimeout(() => void driver.end({ timeout: 0 }), CONNECT_TIMEOUT_S * 1_000 + 500)
  try {
    await driver.unsafe('select 1')
  } catch (error) {
    void driver.end({ timeout: 0 })
    throw databaseError(options.agency, error)
  } finally {
    clearTimeout(timer)
  }
  // a network that is silent tells the driver of no end, and what has ended must not be handed out again
  const giveUp = (): void => {
    onClose()
    void driver.end({ timeout: 0 })
  }
  const session: DriverSession = { ...options, driver, giveUp }
  return {
    driver,
    broken: broken.promise,
    isBroken: () => isBroken,
    run: (text, parameters = []) =>
      isBroken ? lostStatement(options.agency, text) : startStatement(session, text, parameters),
    ask: (text, parameters) =>
      isBroken
        ? Promise.reject(hubError('DATABASE_UNAVAILABLE', { agency: options.agency }))
        : askDriver(session, text, parameters),
    close: async () => {
      onClose()
      await driver.end({ timeout: 1 })
    },
  }
}

function driverOptions(
  {
    agency,
    address,
    statementTimeoutMs,
    plansOnce = false,
    commitsAhead = false,
    isCamelCase = false,
  }: ConnectionOptions,
  onclose: () => void,
): postgres.Options<Record<string, PostgresType>> {
  const { path, host, port, database, user, password, ssl } = address
  return {
    ...(path === undefined ? { host, port } : { path, host: 'localhost', port }),
    database,
    user,
    password,
    ...(ssl === undefined ? {} : { ssl }),
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: CONNECT_TIMEOUT_S,
    connection: {
      application_name: `hub-${agency}`,
      statement_timeout: statementTimeoutMs,
      TimeZone: 'UTC',
      DateStyle: 'ISO',
      ...(plansOnce && { plan_cache_mode: 'force_generic_plan' }),
      ...(commitsAhead && { synchronous_commit: 'off' }),
    },
    types: { ...COLUMN_TYPES, ...(isCamelCase && { json: CAMEL_CASE_JSON }) },
    ...(isCamelCase && { transform: { column: { from: camelCase } } }),
    onnotice: () => undefined,
    onclose,
  }
}
