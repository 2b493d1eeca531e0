import { Connection, StaleConnection } from './connection.ts'
import { Expiry } from './expiry.ts'
import type { ReadReply } from './reply-reader.ts'
import { TransportFault, type AgencyTransport } from './transport.ts'

const MOST_CONNECTIONS = 64
const HEALTH_MS = 1_000

interface Waiting {
  readonly expiresAt: number
  readonly take: (connection: Connection) => void
  expire(): void
}

/**
 * Reaches an agency over kept HTTP/1.1 connections of our own (ADR 14): one exchange at a time on
 * each, 64 at most, the last used first. A foreign subgraph is well when it answers anything at all.
 */
export function createHttpTransport(url: URL, { isForeign = false } = {}): AgencyTransport {
  const pool = new ConnectionPool(url)
  const start = `POST ${url.pathname} HTTP/1.1\r\nhost: ${url.host}\r\naccept: application/json\r\ncontent-type: application/json\r\n`
  return {
    send(body, token, expiresAt) {
      const length = Buffer.byteLength(body)
      const head = `${start}authorization: Bearer ${token}\r\ncontent-length: ${length}\r\n\r\n`
      return pool.exchange(head + body, length === body.length, expiresAt)
    },
    async isHealthy() {
      try {
        const request = `GET /health HTTP/1.1\r\nhost: ${url.host}\r\n\r\n`
        const { status } = await pool.exchange(request, true, performance.now() + HEALTH_MS)
        return status === 200 || isForeign
      } catch {
        return false
      }
    },
    close: async () => pool.close(),
  }
}

class ConnectionPool {
  readonly #url: URL
  readonly #expiry = new Expiry()
  readonly #all = new Set<Connection>()
  readonly #idle: Connection[] = []
  readonly #waiting = new Set<Waiting>()
  #isClosed = false

  constructor(url: URL) {
    this.#url = url
  }

  async exchange(request: string, isAscii: boolean, expiresAt: number): Promise<ReadReply> {
    const connection = this.#take() ?? (await this.#wait(expiresAt))
    try {
      return await connection.exchange(request, isAscii, expiresAt)
    } catch (error) {
      if (!(error instanceof StaleConnection)) throw error
      // Sent once more: had the agency read it, the hop token in it would be refused as used.
      const fresh = this.#open()
      return await fresh.exchange(request, isAscii, expiresAt).finally(() => this.#giveBack(fresh))
    } finally {
      this.#giveBack(connection)
    }
  }

  close(): void {
    this.#isClosed = true
    for (const waiting of this.#waiting) waiting.expire()
    for (const connection of this.#all) connection.destroy()
  }

  #take(): Connection | undefined {
    if (this.#isClosed) throw new TransportFault('unavailable', 'the gateway stops')
    for (;;) {
      const connection = this.#idle.pop()
      if (!connection) return this.#all.size < MOST_CONNECTIONS ? this.#open() : undefined
      if (connection.isOpen) return connection
      this.#drop(connection)
    }
  }

  #open(): Connection {
    const connection = new Connection(this.#url, this.#expiry)
    this.#all.add(connection)
    return connection
  }

  #wait(expiresAt: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        expiresAt,
        take: (connection) => {
          this.#forget(waiting)
          resolve(connection)
        },
        expire: () => {
          this.#forget(waiting)
          reject(new TransportFault('timeout', 'no connection was free in time'))
        },
      }
      this.#waiting.add(waiting)
      this.#expiry.add(waiting)
    })
  }

  #forget(waiting: Waiting): void {
    this.#waiting.delete(waiting)
    this.#expiry.delete(waiting)
  }

  #giveBack(connection: Connection): void {
    if (!connection.isOpen) this.#drop(connection)
    const [next] = this.#waiting
    if (next) next.take(connection.isOpen ? connection : this.#open())
    else if (connection.isOpen) this.#idle.push(connection)
  }

  #drop(connection: Connection): void {
    this.#all.delete(connection)
    connection.destroy()
  }
}
