import { HubError, hubError } from '../../../schemas/errors.ts'

const CONNECTION_CODES = new Set([
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  '53300', // too_many_connections
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '55000', // the database accepts no connections
])

/**
 * A statement that PostgreSQL refused. The server's own words may quote a row (a national ID in
 * `Key (national_id)=(…) already exists`), so only what names the schema is kept.
 */
export class StatementError extends Error {
  /** SQLSTATE, e.g. `23505` unique_violation. */
  readonly code: string
  readonly constraint: string | undefined
  readonly table: string | undefined

  constructor(code: string, message: string, constraint?: string, table?: string) {
    super(message)
    this.name = 'StatementError'
    this.code = code
    this.constraint = constraint
    this.table = table
  }
}

/** Whether the database could not be reached at all, as opposed to refusing a statement. */
export function isConnectionFailure(error: unknown): boolean {
  const code = codeOf(error)
  return code !== undefined && (CONNECTION_CODES.has(code) || code.startsWith('08'))
}

/** The driver's error as the hub tells it: no host, no SQL, no value of a row. */
export function databaseError(agency: string, error: unknown): Error {
  if (error instanceof HubError || error instanceof StatementError) return error
  if (isConnectionFailure(error)) return hubError('DATABASE_UNAVAILABLE', { agency })
  const code = codeOf(error)
  if (code === undefined || !/^[0-9A-Z]{5}$/.test(code)) {
    return error instanceof Error ? error : new Error('The database driver failed.')
  }
  return statementError(code, error as ServerError)
}

interface ServerError {
  readonly message: string
  readonly constraint_name?: string
  readonly table_name?: string
}

function statementError(code: string, error: ServerError): StatementError {
  const { constraint_name: constraint, table_name: table } = error
  // class 42 (syntax error, unknown column …) speaks of the text of the statement, never of data
  const what = code.startsWith('42') ? `: ${error.message}` : ''
  const where = [constraint && `constraint ${constraint}`, table && `table ${table}`]
  const named = where.filter(Boolean).join(', ')
  const message = `PostgreSQL refused a statement (SQLSTATE ${code}${named && `, ${named}`})${what}`
  return new StatementError(code, message, constraint, table)
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
