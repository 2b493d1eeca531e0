import { Connection, type ConnectionParts, type Sending } from './connection.ts'
import { Expiry, type Expiring } from './expiry.ts'
import type { ReadReply } from './reply-reader.ts'
import { TransportFault } from './transport.ts'

const MOST_CONNECTIONS = 64

interface Waiting extends Expiring {
  readonly take: (connection: Connection) => void
}

/** How a request may go: together with others of its turn, or with none beside it. */
export type Company = 'together' | 'alone' | 'fresh'

/** The kept connections to one agency: 64 at most, the last used first. */
export class ConnectionPool {
  readonly #url: URL
  readonly #expiry = new Expiry()
  readonly #all = new Set<Connection>()
  #idle: Connection[] = []
  readonly #waiting = new Set<Waiting>()
  readonly #parts: ConnectionParts
  /** Takes what else is asked in this turn. */
  #gathering: Connection | undefined
  #isClosed = false

  constructor(url: URL) {
    this.#url = url
    this.#parts = {
      expiry: this.#expiry,
      lastReplyAt: 0,
      isNaming: false,
      isAlone: () => this.#all.size - this.#idle.length <= 1,
      onIdle: (connection) => this.#giveBack(connection),
    }
  }

  /** Sends a request over a connection; the reply to it. Rejects with a `TransportFault`. */
  exchange(sending: Sending, company: Company): Promise<ReadReply> {
    if (this.#isClosed)
      return Promise.reject(new TransportFault('unavailable', 'the gateway stops'))
    if (company === 'together' && this.#gathering?.isGathering) {
      return this.#gathering.exchange(sending)
    }
    const hasRoom = this.#all.size < MOST_CONNECTIONS
    const connection = company === 'fresh' && hasRoom ? this.#open() : this.#take()
    if (!connection) {
      return this.#wait(sending.expiresAt).then((given) => this.#sendAlone(given, sending))
    }
    if (company !== 'together') return this.#sendAlone(connection, sending)
    this.#gathering = connection
    return connection.exchange(sending)
  }

  #sendAlone(connection: Connection, sending: Sending): Promise<ReadReply> {
    if (this.#gathering === connection) this.#gathering = undefined
    return connection.exchange(sending)
  }

  close(): void {
    this.#isClosed = true
    for (const waiting of this.#waiting) waiting.expire()
    for (const connection of this.#all) connection.destroy()
  }

  #take(): Connection | undefined {
    for (;;) {
      const connection = this.#idle.pop()
      if (!connection) return this.#all.size < MOST_CONNECTIONS ? this.#open() : undefined
      if (connection.isOpen) return connection
      this.#drop(connection)
    }
  }

  #open(): Connection {
    const connection = new Connection(this.#url, this.#parts)
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
    // one that was of no more use may say so twice
    if (!this.#all.has(connection)) return
    if (!connection.isOpen) this.#drop(connection)
    const [next] = this.#waiting
    if (next) next.take(connection.isOpen ? connection : this.#open())
    else if (connection.isOpen) this.#idle.push(connection)
  }

  #drop(connection: Connection): void {
    this.#all.delete(connection)
    this.#idle = this.#idle.filter((one) => one !== connection)
    connection.destroy()
  }
}
