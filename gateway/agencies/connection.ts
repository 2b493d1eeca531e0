import { connect, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { Expiring, Expiry } from './expiry.ts'
import { ReplyReader, type ReadReply } from './reply-reader.ts'
import { TransportFault } from './transport.ts'

interface Exchange extends Expiring {
  readonly done: (reply: ReadReply) => void
  readonly failed: (fault: TransportFault) => void
  readonly reader: ReplyReader
  /** Whether any byte of its reply has come. */
  hasBegun: boolean
}

/**
 * One HTTP/1.1 connection to an agency that carries one exchange at a time. After a fault, or a reply
 * that ends it, `isOpen` is false and it is of no more use.
 */
export class Connection {
  readonly #socket: Socket
  readonly #expiry: Expiry
  #exchange: Exchange | undefined
  #isOpen = true
  /** Moment of `performance.now()` until which the agency keeps it idle. */
  keptUntil = Number.POSITIVE_INFINITY
  /** Whether it has carried a whole exchange. */
  isUsed = false

  constructor(url: URL, expiry: Expiry) {
    this.#expiry = expiry
    this.#socket = open(url)
    this.#socket.setNoDelay(true)
    this.#socket.on('data', (piece: Buffer) => this.#read(piece))
    this.#socket.on('error', (error) => this.#lose(error))
    this.#socket.on('close', () => this.#end())
  }

  get isOpen(): boolean {
    return this.#isOpen && performance.now() < this.keptUntil
  }

  /** Sends a request as it stands; the reply to it. Rejects with a `TransportFault`. */
  exchange(request: string, isAscii: boolean, expiresAt: number): Promise<ReadReply> {
    return new Promise((done, failed) => {
      const exchange: Exchange = {
        done,
        failed,
        expiresAt,
        reader: new ReplyReader(),
        hasBegun: false,
        expire: () => this.#fail(new TransportFault('timeout', 'no reply in time')),
      }
      this.#exchange = exchange
      this.#expiry.add(exchange)
      this.#socket.ref()
      this.#socket.write(request, isAscii ? 'latin1' : 'utf8')
    })
  }

  /** Whether the exchange in hand failed before the agency said anything. */
  destroy(): void {
    this.#isOpen = false
    this.#socket.destroy()
  }

  #read(piece: Buffer): void {
    const exchange = this.#exchange
    // an idle connection has nothing to say
    if (!exchange) return this.destroy()
    exchange.hasBegun = true
    try {
      const reply = exchange.reader.read(piece)
      if (reply) this.#finish(exchange, reply)
    } catch (error) {
      this.#fail(
        error instanceof TransportFault
          ? error
          : new TransportFault('invalid', 'unreadable', error),
      )
    }
  }

  #finish(exchange: Exchange, reply: ReadReply): void {
    this.#exchange = undefined
    this.#expiry.delete(exchange)
    this.isUsed = true
    this.keptUntil = performance.now() + reply.keptMs
    // an idle connection keeps no process alive
    this.#socket.unref()
    if (reply.keptMs === 0) this.destroy()
    exchange.done(reply)
  }

  #end(): void {
    this.#isOpen = false
    const reply = this.#exchange?.reader.end()
    if (this.#exchange && reply) this.#finish(this.#exchange, reply)
    else this.#lose()
  }

  #lose(cause?: unknown): void {
    this.#isOpen = false
    const isStale = this.isUsed && this.#exchange?.hasBegun === false
    this.#fail(
      isStale
        ? new StaleConnection(cause)
        : new TransportFault('unavailable', 'the connection was lost', cause),
    )
  }

  #fail(fault: TransportFault): void {
    const exchange = this.#exchange
    this.destroy()
    if (!exchange) return
    this.#exchange = undefined
    this.#expiry.delete(exchange)
    exchange.failed(fault)
  }
}

/** A kept connection that the agency had closed when the next request was sent on it. */
export class StaleConnection extends TransportFault {
  constructor(cause?: unknown) {
    super('unavailable', 'a kept connection was closed', cause)
    this.name = 'StaleConnection'
  }
}

function open(url: URL): Socket {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (url.protocol === 'https:') {
    const port = Number(url.port || 443)
    return connectTls({ host, port, servername: host, ALPNProtocols: ['http/1.1'] })
  }
  return connect({ host, port: Number(url.port || 80) })
}
