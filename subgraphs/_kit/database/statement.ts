import type { PendingQuery, Row, Sql } from 'postgres'
import { hubError } from '../../../schemas/errors.ts'
import { databaseError } from './database-error.ts'

// how much longer than the server's own limit a silent network is waited for
export const SILENCE_MS = 2_000

/** A running statement; awaiting it gives the driver's rows, or the error as the hub tells it. */
export interface Statement extends PromiseLike<StatementResult> {
  cancel(): void
  cursor(rows: number): AsyncIterable<Row[]>
}
export type StatementResult = Row[] & { command: string; count: number }

export interface StatementOptions {
  readonly agency: string
  /** 0: no limit. */
  readonly statementTimeoutMs: number
  readonly onStatement?: ((text: string) => void) | undefined
}

/** An open session of the driver. */
export interface DriverSession extends StatementOptions {
  readonly driver: Sql
  /** Ends it at once, whether or not the server hears of it. */
  giveUp(): void
}

/** Sends one statement of a session. */
export function startStatement(
  session: DriverSession,
  text: string,
  parameters: readonly unknown[],
): Statement {
  const { agency, driver } = session
  session.onStatement?.(text)
  const query = driver.unsafe(
    text,
    [...parameters] as never[],
    {
      prepare: true,
      simple: false,
    } as { prepare: boolean },
  )
  let isCancelled = false
  const told = (error: unknown): Error =>
    isTimeout(error) && !isCancelled
      ? hubError('DATABASE_TIMEOUT', { agency })
      : databaseError(agency, error)
  return {
    // oxlint-disable-next-line unicorn/no-thenable -- Kysely awaits what the driver's `unsafe` gives
    then: (resolve, reject) =>
      withinSilence(session, query)
        .catch((error: unknown) => Promise.reject(told(error)))
        .then(resolve, reject),
    cancel: () => {
      isCancelled = true
      query.cancel()
    },
    cursor: (rows) => readCursor(query, rows, told),
  }
}

async function withinSilence(
  { statementTimeoutMs, giveUp }: DriverSession,
  query: PendingQuery<(Row & Iterable<Row>)[]>,
): Promise<StatementResult> {
  if (statementTimeoutMs === 0) return await query
  const timer = setTimeout(giveUp, statementTimeoutMs + SILENCE_MS)
  try {
    return await query
  } finally {
    clearTimeout(timer)
  }
}

async function* readCursor(
  query: PendingQuery<(Row & Iterable<Row>)[]>,
  rows: number,
  told: (error: unknown) => Error,
): AsyncIterable<Row[]> {
  try {
    yield* query.cursor(rows)
  } catch (error) {
    throw told(error)
  }
}

/** query_canceled: the server's statement_timeout, or a cancel that we sent ourselves. */
export function isTimeout(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === '57014'
}

/** The server has already undone the transaction of a lost session, so `rollback` has succeeded. */
export function lostStatement(agency: string, text: string): Statement {
  const result = Object.assign([], { command: 'ROLLBACK', count: 0 })
  const outcome =
    text === 'rollback'
      ? Promise.resolve(result)
      : Promise.reject(hubError('DATABASE_UNAVAILABLE', { agency }))
  return {
    // oxlint-disable-next-line unicorn/no-thenable -- Kysely awaits what the driver's `unsafe` gives
    then: (resolve, reject) => outcome.then(resolve, reject),
    cancel: () => undefined,
    cursor: () => {
      throw hubError('DATABASE_UNAVAILABLE', { agency })
    },
  }
}
