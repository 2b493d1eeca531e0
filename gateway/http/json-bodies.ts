import type { FastifyInstance, onRequestHookHandler } from 'fastify'
import secureJson from 'secure-json-parse'
import { hubError } from '../../schemas/errors.ts'
import { KnownQueries, endOfText } from './known-queries.ts'

const MAX_NESTING = 64
const QUOTE = 0x22
const [LIST, LIST_END, OBJECT, OBJECT_END] = [0x5b, 0x5d, 0x7b, 0x7d]

/** Reads JSON bodies strictly: UTF-8 alone, no prototype keys, no deep nesting. */
export function readJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  const known = new KnownQueries()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, known.read(body as Buffer, parseJson))
    } catch {
      done(hubError('REQUEST_MALFORMED'))
    }
  })
}

/** Refuses anything but plain UTF-8 JSON before the body is read. */
export const requireJson: onRequestHookHandler = ({ headers }, _reply, done) => {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = headers
  const isJson = type === 'application/json' || isUtf8Json(type)
  if (!isJson || encoding !== 'identity') throw hubError('MEDIA_TYPE_UNSUPPORTED')
  done()
}

function isUtf8Json(type: string): boolean {
  const [media, ...parameters] = type
    .toLowerCase()
    .split(';')
    .map((part) => part.trim())
  const charset = parameters.find((part) => part.startsWith('charset='))
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset)
  return media === 'application/json' && isUtf8
}

function parseJson(text: string): unknown {
  // A parser's recursion is cheap to exhaust; nothing the hub reads nests this deep.
  if (nestingOf(text) > MAX_NESTING) throw hubError('REQUEST_MALFORMED')
  return mayNamePrototypes(text)
    ? secureJson.parse(text, null, { protoAction: 'error', constructorAction: 'error' })
    : JSON.parse(text)
}

/** Whether a text may hold `__proto__` or `constructor`, written out or escaped: few do, and looking closely is slow. */
function mayNamePrototypes(text: string): boolean {
  return text.includes('__proto__') || text.includes('constructor') || text.includes('\\u')
}

function nestingOf(text: string): number {
  let depth = 0
  let deepest = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === QUOTE) index = endOfText(text, index)
    else if (code === OBJECT || code === LIST) deepest = Math.max(deepest, ++depth)
    else if (code === OBJECT_END || code === LIST_END) depth--
  }
  return deepest
}
