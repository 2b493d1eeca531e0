import { invalid, MOST_BODY_BYTES, parseHead, tooLarge, type Head } from './reply-head.ts'
import type { AgencyReply } from './transport.ts'

const MOST_HEAD_BYTES = 16 * 1024
/** A piece may hold the beginning of the next reply too. */
const MOST_HELD_BYTES = MOST_BODY_BYTES + MOST_HEAD_BYTES + 64 * 1024
const NOTHING = Buffer.alloc(0)
const HEAD_END = Buffer.from('\r\n\r\n')

/** One whole reply, and whether its connection may carry another. */
export interface ReadReply extends AgencyReply {
  /** The hash of the body that it answers, as the agency says; empty where it does not say. */
  readonly answers: string
  /** Milliseconds that the agency keeps an idle connection, as it says; 0 where it closes it. */
  readonly keptMs: number
}

/**
 * Reads HTTP/1.1 replies (RFC 9112 §2–7), one after the other, from the pieces in which they come. What is
 * not exactly a reply of bounded size throws `TransportFault` of kind `invalid`: an agency's words are
 * hostile until read.
 */
export class ReplyReader {
  /** What has come and is not read yet, and the bytes in it. */
  #parts: Buffer[] = []
  #have = 0
  /** Whether that is the caller's own piece still. */
  #isBorrowed = false
  /** Bytes without which no more can be read. */
  #need = 1
  #head: Head | undefined
  /** Decoded pieces of a chunked body, and the bytes in them. */
  #chunks: Buffer[] = []
  #size = 0

  /** Whether nothing has come beyond the replies that were read. */
  get isEmpty(): boolean {
    return this.#have === 0 && this.#head === undefined
  }

  /** Takes the next piece. It is the caller's again when `next()` knows of no other reply. */
  take(piece: Buffer): void {
    this.#isBorrowed = this.#have === 0
    this.#parts.push(this.#own(piece, !this.#isBorrowed))
    this.#have += piece.length
    if (this.#have > MOST_HELD_BYTES) throw tooLarge()
  }

  /** The next reply, once it is whole. */
  next(): ReadReply | undefined {
    if (this.#have < this.#need) return undefined
    const held = this.#parts.length === 1 ? this.#parts[0]! : Buffer.concat(this.#parts)
    this.#head ??= this.#readHead(held)
    if (!this.#head) return this.#wait(held, held.length + 1)
    const { framing, end } = this.#head
    if (framing === 'chunked') return this.#readChunks(this.#head, held.subarray(end))
    if (framing === 'close') return this.#wait(held, held.length + 1)
    const whole = end + framing.length
    if (held.length < whole) return this.#wait(held, whole)
    const rest = held.length > whole ? held.subarray(whole) : NOTHING
    return this.#finish(this.#head, held.toString('utf8', end, whole), rest)
  }

  /** The agency has closed the connection: the reply, where that is how it ends. */
  end(): ReadReply | undefined {
    if (this.#head?.framing !== 'close') return undefined
    const body = Buffer.concat(this.#parts).toString('utf8', this.#head.end)
    return this.#finish(this.#head, body, NOTHING)
  }

  #own(bytes: Buffer, isCopied = this.#isBorrowed): Buffer {
    return isCopied ? Buffer.from(bytes) : bytes
  }

  #wait(held: Buffer, need: number): undefined {
    this.#parts = [this.#own(held)]
    this.#isBorrowed = false
    this.#have = held.length
    this.#need = need
  }

  #finish(head: Head, body: string, rest: Buffer): ReadReply {
    this.#parts = rest.length > 0 ? [rest] : []
    this.#have = rest.length
    this.#need = 1
    this.#head = undefined
    if (this.#size > 0) this.#chunks = []
    this.#size = 0
    const { status, contentType, answers, keptMs } = head
    return { status, contentType, answers, keptMs, body }
  }

  #readHead(held: Buffer): Head | undefined {
    const end = held.indexOf(HEAD_END)
    if (end < 0 && held.length <= MOST_HEAD_BYTES) return undefined
    if (end < 0 || end > MOST_HEAD_BYTES) throw invalid('a head without an end')
    return parseHead(held.toString('latin1', 0, end), end + HEAD_END.length)
  }

  #readChunks(head: Head, body: Buffer): ReadReply | undefined {
    // what was read is let go, so that the head no longer stands before the rest
    head.end = 0
    let at = 0
    for (;;) {
      const lineEnd = body.indexOf('\r\n', at)
      if (lineEnd < 0 && body.length - at > MOST_HEAD_BYTES) throw invalid('a chunk without a size')
      if (lineEnd < 0) return this.#wait(body.subarray(at), body.length - at + 1)
      const size = sizeOfChunk(body.toString('latin1', at, lineEnd))
      if (this.#size + size > MOST_BODY_BYTES) throw tooLarge()
      const start = lineEnd + 2
      const next = start + size + 2
      if (body.length < next) return this.#wait(body.subarray(at), next - at)
      if (body.toString('latin1', next - 2, next) !== '\r\n')
        throw invalid('a chunk without an end')
      // no agency sends trailers; whatever follows the last chunk is not part of this reply
      if (size === 0) {
        const whole = Buffer.concat(this.#chunks).toString('utf8')
        return this.#finish(head, whole, body.subarray(next))
      }
      this.#chunks.push(this.#own(body.subarray(start, next - 2)))
      this.#size += size
      at = next
    }
  }
}

function sizeOfChunk(line: string): number {
  const size = /^([\dA-Fa-f]{1,8})(?:;.*)?$/.exec(line)?.[1]
  if (size === undefined) throw invalid('a chunk without a size')
  return Number.parseInt(size, 16)
}
