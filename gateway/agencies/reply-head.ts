import { TransportFault } from './transport.ts'

export const MOST_BODY_BYTES = 16 * 1024 * 1024

/** How the body of a reply ends. */
export type Framing = { readonly length: number } | 'chunked' | 'close'

/** The head of a reply. */
export interface Head {
  /** Where the body begins in what is held. */
  end: number
  readonly status: number
  readonly contentType: string
  readonly answers: string
  readonly framing: Framing
  readonly keptMs: number
}

/**
 * Reads a head as it stands before the empty line; `end` is where the body begins. Throws `TransportFault`
 * of kind `invalid` for what cannot be told for certain.
 */
export function parseHead(text: string, end: number): Head {
  const lineEnd = text.indexOf('\r\n')
  const statusEnd = lineEnd < 0 ? text.length : lineEnd
  const status = readStatus(text, statusEnd)
  const fields = readFields(text, statusEnd + 2)
  const isClosed = fields.connection.toLowerCase().includes('close')
  const framing = framingOf(status, fields)
  return {
    end,
    status,
    contentType: fields.contentType,
    answers: fields.answers,
    framing,
    keptMs: isClosed || framing === 'close' ? 0 : keptFor(fields.keepAlive),
  }
}

const VERSION = 'HTTP/1.1 '

function readStatus(text: string, lineEnd: number): number {
  const end = VERSION.length + 3
  const digits = text.slice(VERSION.length, end)
  const isWhole = lineEnd === end || (lineEnd > end && text[end] === ' ')
  if (isWhole && text.startsWith(VERSION) && STATUS.test(digits)) return Number(digits)
  throw invalid('no status of HTTP/1.1')
}

const STATUS = /^[2-5]\d\d$/

interface Fields {
  contentType: string
  answers: string
  length: string | undefined
  encoding: string | undefined
  connection: string
  keepAlive: string
}

function readFields(text: string, start: number): Fields {
  const fields: Fields = {
    contentType: '',
    answers: '',
    length: undefined,
    encoding: undefined,
    connection: '',
    keepAlive: '',
  }
  for (let at = start; at < text.length;) {
    const found = text.indexOf('\r\n', at)
    const end = found < 0 ? text.length : found
    const colon = text.indexOf(':', at)
    if (colon <= at || colon >= end) throw invalid('a header without a name')
    // most headers are of no concern: only those of a known length are looked at
    if (LENGTHS.has(colon - at)) {
      const name = text.slice(at, colon).toLowerCase()
      const value = text[colon + 1] === ' ' ? colon + 2 : colon + 1
      readField(fields, name, text.slice(value, end).trim())
    }
    at = end + 2
  }
  return fields
}

const LENGTHS = new Set(
  [
    'content-type',
    'hub-answers',
    'content-length',
    'transfer-encoding',
    'connection',
    'keep-alive',
  ].map(({ length }) => length),
)

function readField(fields: Fields, name: string, value: string): void {
  switch (name) {
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

let lastKept = { keepAlive: '', ms: USUAL_KEPT_MS }

/** An agency says the same with each reply. */
function keptFor(keepAlive: string): number {
  if (keepAlive === lastKept.keepAlive) return lastKept.ms
  const seconds = /timeout=(\d{1,6})/i.exec(keepAlive)?.[1]
  const ms =
    seconds === undefined ? USUAL_KEPT_MS : Math.max(0, Number(seconds) * 1_000 - MARGIN_MS)
  lastKept = { keepAlive, ms }
  return ms
}

/** What is not a reply as it should be. */
export function invalid(reason: string): TransportFault {
  return new TransportFault('invalid', reason)
}

/** A reply of more than an agency may say at once. */
export function tooLarge(): TransportFault {
  return invalid('a reply above 16 MiB')
}
