import type { Options } from 'postgres'

/** What one connection to a PostgreSQL database needs to know. */
export interface ServerAddress {
  /** The socket file where the server listens on one; otherwise host and port hold. */
  readonly path: string | undefined
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
  readonly password: string
  readonly ssl: Options<never>['ssl']
}

const DEFAULT_PORT = 5432

/**
 * Reads `postgres://user:password@host:port/database?sslmode=…`. A socket folder stands where libpq
 * allows it: percent-encoded as the host, or as `?host=/folder`. Throws TypeError on anything else.
 */
export function parseServerUrl(text: string): ServerAddress {
  const url = new URL(text)
  if (!/^postgres(ql)?:$/.test(url.protocol)) throw new TypeError('not a postgres:// address')
  const host = decodeURIComponent(url.searchParams.get('host') ?? url.hostname) || 'localhost'
  const port = Number(url.port || url.searchParams.get('port') || DEFAULT_PORT)
  const user = decodeURIComponent(url.username)
  return {
    path: host.startsWith('/') ? `${host}/.s.PGSQL.${port}` : undefined,
    host,
    port,
    database: decodeURIComponent(url.pathname.slice(1)) || user,
    user,
    password: decodeURIComponent(url.password),
    ssl: sslOf(url.searchParams.get('sslmode')),
  }
}

/** The address of a database behind a socket folder, as `parseServerUrl` reads it. */
export function socketUrl(
  folder: string,
  user: string,
  password: string,
  database: string,
): string {
  const [host, name, secret, db] = [folder, user, password, database].map(encodeURIComponent)
  return `postgres://${name}:${secret}@${host}:${DEFAULT_PORT}/${db}`
}

/** The same server and user, another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${encodeURIComponent(database)}`
  return changed.href
}

function sslOf(mode: string | null): ServerAddress['ssl'] {
  if (mode === null || mode === 'disable') return false
  // verify-ca has no counterpart in the driver; the stricter reading is the safe one
  if (mode === 'verify-ca' || mode === 'verify-full') return 'verify-full'
  return mode === 'require' ? 'require' : 'prefer'
}
