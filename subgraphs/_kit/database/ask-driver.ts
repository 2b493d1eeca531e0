import type { Sql } from 'postgres'
import { hubError } from '../../../schemas/errors.ts'
import { invariant } from '../../../schemas/invariant.ts'
import { databaseError } from './database-error.ts'
import { isTimeout, SILENCE_MS, type DriverSession, type StatementResult } from './statement.ts'

type Handler = (query: DriverQuery) => void

const HOW = { prepare: true, simple: false }

/** Finds what each driver hands its queries to; the query that tells it is never sent. */
const handlers = new WeakMap<Sql, Handler>()

/**
 * Asks one statement of a session, as `startStatement` does and without its ways to cancel or read on. The
 * driver's own query is a promise that outlives its use and keeps the answer: see docs/adr/0025-short-lives.md.
 */
export function askDriver(
  { agency, driver, statementTimeoutMs, onStatement, giveUp }: DriverSession,
  text: string,
  parameters: readonly unknown[],
): Promise<StatementResult> {
  // found out while it writes, the driver would take it for a fault of what it sent before
  invariant(parameters.every(isWhole), 'a parameter has a value')
  onStatement?.(text)
  return new Promise((resolve, reject) => {
    const query = new DriverQuery(handlerOf(driver), text, parameters)
    const silence =
      statementTimeoutMs > 0 ? setTimeout(giveUp, statementTimeoutMs + SILENCE_MS) : undefined
    query.onRows = (rows) => {
      clearTimeout(silence)
      resolve(rows)
    }
    query.onError = (error) => {
      clearTimeout(silence)
      reject(
        isTimeout(error) ? hubError('DATABASE_TIMEOUT', { agency }) : databaseError(agency, error),
      )
    }
    query.handler(query)
  })
}

function isWhole(parameter: unknown): boolean {
  return Array.isArray(parameter) ? parameter.every(isWhole) : parameter !== undefined
}

function handlerOf(driver: Sql): Handler {
  const known = handlers.get(driver)
  if (known) return known
  const { handler } = driver.unsafe('') as unknown as { readonly handler: Handler }
  handlers.set(driver, handler)
  return handler
}

/** What a session of the driver (postgres 3.4) wants of a query; the rest it writes there itself. */
class DriverQuery {
  readonly handler: Handler
  readonly strings: readonly [string]
  readonly args: readonly unknown[]
  readonly options = HOW
  readonly tagged = false
  readonly origin = ''
  readonly executed = true
  active = false
  cancelled = null
  onRows: ((rows: StatementResult) => void) | undefined
  onError: ((error: unknown) => void) | undefined

  constructor(handler: Handler, text: string, parameters: readonly unknown[]) {
    this.handler = handler
    this.strings = [text]
    this.args = parameters
  }

  resolve(rows: StatementResult): void {
    this.active = false
    this.onRows?.(rows)
  }

  reject(error: unknown): void {
    this.active = false
    this.onError?.(error)
  }
}
