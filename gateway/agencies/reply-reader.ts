import { TransportFault } from './transport.ts'
import type { AgencyReply } from './transport.ts'

const MOST_HEAD_BYTES = 16 * 1024
const MOST_BODY_BYTES = 16 * 1024 * 1024
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

/** How the body of a reply ends. */
type Framing = { readonly length: number } | 'chunked' | 'close'

interface Head {
  /** Where the body begins in what is held. */
  end: number
  readonly status: number
  readonly contentType: string
  readonly answers: string
  readonly framing: Framing
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

  /** Takes the next piece. */
  take(piece: Buffer): void {
    this.#parts.push(piece)
    this.#have += piece.length
    if (this.#have > MOST_HELD_BYTES) throw tooLarge()
  }

  /** The next reply, once it is whole. */
  next(): ReadReply | undefined {
    if (this.#have < this.#need) return undefined
    const held = this.#parts.length === 1 ? this.#parts[0]! : Buffer.concat(this.#parts)
    this.#head ??= this.#readHead(held)
    if (!this.#head) return this.#wait(held, held.length + 1)
    const body = held.subarray(this.#head.end)
    const { framing } = this.#head
    if (framing === 'chunked') return this.#readChunks(this.#head, body)
    if (framing === 'close') return this.#wait(held, held.length + 1)
    if (body.length < framing.length) return this.#wait(held, this.#head.end + framing.length)
    return this.#finish(this.#head, body.subarray(0, framing.length), body.subarray(framing.length))
  }

  /** The agency has closed the connection: the reply, where that is how it ends. */
  end(): ReadReply | undefined {
    if (this.#head?.framing !== 'close') return undefined
    const body = Buffer.concat(this.#parts).subarray(this.#head.end)
    return this.#finish(this.#head, body, NOTHING)
  }

  #wait(held: Buffer, need: number): undefined {
    this.#parts = [held]
    this.#have = held.length
    this.#need = need
  }

  #finish({ end: _end, framing: _framing, ...told }: Head, body: Buffer, rest: Buffer): ReadReply {
    this.#parts = rest.length > 0 ? [rest] : []
    this.#have = rest.length
    this.#need = 1
    this.#head = undefined
    this.#chunks = []
    this.#size = 0
    return { ...told, body: body.toString('utf8') }
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
      if (size === 0) return this.#finish(head, Buffer.concat(this.#chunks), body.subarray(next))
      this.#chunks.push(body.subarray(start, next - 2))
      this.#size += size
      at = next
    }
  }
}

function parseHead(text: string, end: number): Head {
  const [statusLine = '', ...lines] = text.split('\r\n')
  const status = /^HTTP\/1\.1 ([2-5]\d\d)(?: |$)/.exec(statusLine)?.[1]
  if (status === undefined) throw invalid('no status of HTTP/1.1')
  const fields = readFields(lines)
  const isClosed = fields.connection.toLowerCase().includes('close')
  const framing = framingOf(Number(status), fields)
  return {
    end,
    status: Number(status),
    contentType: fields.contentType,
    answers: fields.answers,
    framing,
    keptMs: isClosed || framing === 'close' ? 0 : keptFor(fields.keepAlive),
  }
}

interface Fields {
  contentType: string
  answers: string
  length: string | undefined
  encoding: string | undefined
  connection: string
  keepAlive: string
}

function readFields(lines: readonly string[]): Fields {
  const fields: Fields = {
    contentType: '',
    answers: '',
    length: undefined,
    encoding: undefined,
    connection: '',
    keepAlive: '',
  }
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (colon <= 0) throw invalid('a header without a name')
    const value = line.slice(colon + 1).trim()
    switch (line.slice(0, colon).toLowerCase()) {
      case 'content-type':
        fields.contentType = value
        break
      case 'hub-answers':
        fields.answers = value
        break
      case 'content-length':
        if (fields.length !== undefined && fields.length !== value) throw invalid('two lengths')
        fields.length = value
        break
      case 'transfer-encoding':
        fields.encoding = fields.encoding === undefined ? value : `${fields.encoding},${value}`
        break
      case 'connection':
        fields.connection = value
        break
      case 'keep-alive':
        fields.keepAlive = value
        break
      default:
    }
  }
  return fields
}

/** RFC 9112 §6.3; a length beside an encoding is how replies are smuggled. */
function framingOf(status: number, { length, encoding }: Fields): Framing {
  if (status === 204 || status === 304) return { length: 0 }
  if (encoding !== undefined) {
    if (length !== undefined || encoding.toLowerCase() !== 'chunked') throw invalid('two framings')
    return 'chunked'
  }
  if (length === undefined) return 'close'
  if (!/^\d{1,10}$/.test(length)) throw invalid('a length that is no number')
  if (Number(length) > MOST_BODY_BYTES) throw tooLarge()
  return { length: Number(length) }
}

const USUAL_KEPT_MS = 4_000
/** A connection is let go this long before the agency would. */
const MARGIN_MS = 1_000

function keptFor(keepAlive: string): number {
  const seconds = /timeout=(\d{1,6})/i.exec(keepAlive)?.[1]
  return seconds === undefined ? USUAL_KEPT_MS : Math.max(0, Number(seconds) * 1_000 - MARGIN_MS)
}

function sizeOfChunk(line: string): number {
  const size = /^([\dA-Fa-f]{1,8})(?:;.*)?$/.exec(line)?.[1]
  if (size === undefined) throw invalid('a chunk without a size')
  return Number.parseInt(size, 16)
}

function invalid(reason: string): TransportFault {
  return new TransportFault('invalid', reason)
}

function tooLarge(): TransportFault {
  return invalid('a reply above 16 MiB')
}
