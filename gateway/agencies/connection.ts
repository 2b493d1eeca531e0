import type { Socket } from 'node:net'
import type { Expiring, Expiry } from './expiry.ts'
import { openSocket } from './open-socket.ts'
import { ReplyReader, type ReadReply } from './reply-reader.ts'
import { TransportFault } from './transport.ts'

/** A request as it goes over a connection. */
export interface Sending {
  /** Head and body. */
  readonly text: string
  readonly isAscii: boolean
  /** What its reply says it answers, where the agency says so; empty without a body. */
  readonly bodyHash: string
  /** Milliseconds of `performance.now()`. */
  readonly expiresAt: number
}

interface Exchange {
  readonly sending: Sending
  readonly done: (reply: ReadReply) => void
  readonly failed: (fault: TransportFault) => void
  /** Whether its reply may come still, but nobody waits for it. */
  isOver: boolean
}

/** What connections to one agency share. */
export interface ConnectionParts {
  readonly expiry: Expiry
  /** Moment of the agency's last reply to anything. */
  lastReplyAt: number
  /** Whether the agency says with each reply what it answers. */
  isNaming: boolean
  /** Whether this connection's requests are all that the agency is asked. */
  isAlone(): boolean
  /** The connection has nothing in hand any more, or is of no more use. */
  onIdle(connection: Connection): void
}

/** Requests that may wait on one connection for the replies before theirs. */
const MOST_IN_LINE = 16
/** Milliseconds after which a reply that does not come holds up nobody else. */
const PATIENCE_MS = 250

/**
 * One HTTP/1.1 connection to an agency. Requests of one turn of the loop may go over it together, and
 * their replies come in that order (RFC 9112 §9.3.2); only to an agency that says with each reply what it
 * answers. After a fault, or a reply that ends it, `isOpen` is false and it is of no more use.
 */
export class Connection implements Expiring {
  readonly #socket: Socket
  readonly #parts: ConnectionParts
  readonly #reader = new ReplyReader()
  /** What was sent, or is about to be, in that order. */
  #line: Exchange[] = []
  #unsent: Sending[] = []
  /** Since when the first of the line has been the first. */
  #firstSince = 0
  #isOpen = true
  /** Whether the pool knows that it is of no more use. */
  #isGone = false
  #hasBegun = false
  #isUsed = false
  #keptUntil = Number.POSITIVE_INFINITY

  constructor(url: URL, parts: ConnectionParts) {
    this.#parts = parts
    this.#socket = openSocket(url, (piece) => this.#read(piece))
    this.#socket.setNoDelay(true)
    // what keeps the process alive while something is in hand is the clock of `expiry`
    this.#socket.unref()
    this.#socket.on('error', (error) => this.#lose(error))
    this.#socket.on('close', () => this.#end())
  }

  get isOpen(): boolean {
    return this.#isOpen && performance.now() < this.#keptUntil
  }

  /** Whether one more request may go out together with those of this turn. */
  get isGathering(): boolean {
    return this.#unsent.length > 0 && this.#line.length < MOST_IN_LINE && this.#isOpen
  }

  /** Sends a request as it stands; the reply to it. Rejects with a `TransportFault`. */
  exchange(sending: Sending): Promise<ReadReply> {
    return new Promise((done, failed) => {
      this.#line.push({ sending, done, failed, isOver: false })
      if (this.#line.length === 1) this.#begin()
      this.#send(sending)
    })
  }

  #send(sending: Sending): void {
    if (!this.#parts.isNaming) {
      this.#write(sending.text, sending.isAscii)
      return
    }
    this.#unsent.push(sending)
    // whatever else this turn asks of the agency goes out in the same write
    if (this.#unsent.length === 1) setImmediate(() => this.#flush())
  }

  destroy(): void {
    this.#isOpen = false
    this.#socket.destroy()
  }

  /** When something is due of what is in hand. */
  get expiresAt(): number {
    const isHeld = this.#line.length > 1
    let first = isHeld ? this.#firstSince + PATIENCE_MS : Number.POSITIVE_INFINITY
    for (const [index, { isOver, sending }] of this.#line.entries()) {
      if ((index === 0 || !isOver) && sending.expiresAt < first) first = sending.expiresAt
    }
    return first
  }

  expire(): void {
    const now = performance.now()
    const [first, ...others] = this.#line
    if (!first) return
    if (first.sending.expiresAt <= now)
      return this.#fail(new TransportFault('timeout', 'no reply in time'))
    for (const each of others) if (each.sending.expiresAt <= now) expireOne(each)
    if (this.#firstSince + PATIENCE_MS <= now) this.#losePatience(now)
    this.#parts.expiry.add(this)
  }

  /**
   * Sends those behind the first elsewhere, if it is the first that hangs. An agency that is slow with
   * everybody is not asked anew: that would make it slower.
   */
  #losePatience(now: number): void {
    const { lastReplyAt } = this.#parts
    if (lastReplyAt <= this.#firstSince && !this.#parts.isAlone()) {
      this.#firstSince = now
      return
    }
    const others = this.#line.splice(1)
    // it is of no use after the first: replies to the others may come still
    this.#isOpen = false
    for (const exchange of others) if (!exchange.isOver) exchange.failed(new HeldUp())
  }

  #begin(): void {
    this.#firstSince = performance.now()
    this.#parts.expiry.add(this)
  }

  #flush(): void {
    const unsent = this.#unsent
    this.#unsent = []
    if (!this.#isOpen || unsent.length === 0) return
    const text = unsent.length === 1 ? unsent[0]!.text : unsent.map((one) => one.text).join('')
    this.#write(
      text,
      unsent.every(({ isAscii }) => isAscii),
    )
  }

  #write(text: string, isAscii: boolean): void {
    this.#socket.write(text, isAscii ? 'latin1' : 'utf8')
  }

  #read(piece: Buffer): void {
    // an idle connection has nothing to say
    if (this.#line.length === 0) return this.destroy()
    this.#hasBegun = true
    try {
      this.#reader.take(piece)
      for (;;) {
        const [exchange] = this.#line
        if (!exchange) break
        const reply = this.#reader.next()
        if (!reply) return
        if (this.#line.length === 1 && this.#isOpen && !this.#reader.isEmpty) {
          throw new TransportFault('invalid', 'more than one reply')
        }
        this.#finish(exchange, reply)
      }
    } catch (error) {
      this.#refuse(error)
      return
    }
    if (!this.#isGone) this.#rest()
  }

  /** Nothing may be thrown to the socket, which would end the process. */
  #refuse(error: unknown): void {
    const isTold = error instanceof TransportFault
    this.#fail(isTold ? error : new TransportFault('invalid', 'unreadable', error))
  }

  /** Nothing is in hand any more. */
  #rest(): void {
    this.#parts.expiry.delete(this)
    this.#parts.onIdle(this)
  }

  #finish(exchange: Exchange, reply: ReadReply): void {
    this.#requireOwn(exchange, reply)
    this.#line.shift()
    this.#isUsed = true
    this.#hasBegun = this.#line.length > 0 && !this.#reader.isEmpty
    this.#firstSince = performance.now()
    this.#parts.lastReplyAt = this.#firstSince
    this.#keptUntil = this.#firstSince + reply.keptMs
    if (!exchange.isOver) exchange.done(reply)
    if (reply.keptMs === 0) this.#fail(new TransportFault('unavailable', 'the agency closes'), 0)
  }

  /** An answer to somebody else's question must never be taken for this one's. */
  #requireOwn({ sending: { bodyHash } }: Exchange, { answers, status }: ReadReply): void {
    // a question after its health has no body to name
    if (bodyHash === '') return
    const { isNaming } = this.#parts
    // one that no longer says so has been exchanged for another, which is asked one by one
    if (status < 400) this.#parts.isNaming = answers !== ''
    const isOwn = answers === bodyHash || (answers === '' && (!isNaming || status >= 400))
    if (!isOwn) throw new TransportFault('invalid', 'a reply to another request')
  }

  #end(): void {
    this.#isOpen = false
    try {
      const reply = this.#line[0] && this.#reader.end()
      if (reply) this.#finish(this.#line[0]!, reply)
      else this.#lose()
    } catch (error) {
      this.#refuse(error)
    }
  }

  #lose(cause?: unknown): void {
    this.#isOpen = false
    const isStale = this.#isUsed && !this.#hasBegun
    this.#fail(
      isStale
        ? new StaleConnection(cause)
        : new TransportFault('unavailable', 'the connection was lost', cause),
    )
  }

  /** Ends the connection: the first of the line has failed, the others were only behind it. */
  #fail(fault: TransportFault, faulty = 1): void {
    const line = this.#line
    this.#line = []
    this.#unsent = []
    this.destroy()
    this.#parts.expiry.delete(this)
    for (const [index, exchange] of line.entries()) {
      if (!exchange.isOver) exchange.failed(index < faulty ? fault : new HeldUp(fault))
    }
    if (this.#isGone) return
    this.#isGone = true
    this.#parts.onIdle(this)
  }
}

function expireOne(exchange: Exchange): void {
  if (exchange.isOver) return
  exchange.isOver = true
  exchange.failed(new TransportFault('timeout', 'no reply in time'))
}

/** A kept connection that the agency had closed when the next request was sent on it. */
export class StaleConnection extends TransportFault {
  constructor(cause?: unknown) {
    super('unavailable', 'a kept connection was closed', cause)
    this.name = 'StaleConnection'
  }
}

/** A request that waited behind another's reply, which never came. */
export class HeldUp extends TransportFault {
  constructor(cause?: unknown) {
    super('unavailable', 'held up behind another request', cause)
    this.name = 'HeldUp'
  }
}
