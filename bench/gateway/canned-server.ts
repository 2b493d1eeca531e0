import { createServer, type Server, type Socket } from 'node:net'
import { hashBody } from '../../auth/hop-token.ts'

/** The whole answer to the body that was sent to a path. */
export type AnswerTo = (path: string, body: string) => Promise<string>

const HEAD_END = Buffer.from('\r\n\r\n')

/**
 * A server for measurements that answers each path and body with the same bytes again, read from
 * sockets with the least work, so that what asks it is measured and not the server.
 */
export function createCannedServer(answerTo: AnswerTo): Server {
  const canned = new Map<string, Buffer>()
  return createServer({ noDelay: true }, (socket) => {
    let held = Buffer.alloc(0)
    let isAnswering = false
    socket.on('error', () => socket.destroy())
    socket.on('data', (piece: Buffer) => {
      held = held.length === 0 ? Buffer.from(piece) : Buffer.concat([held, piece])
      // replies to what came together go together
      socket.cork()
      void answerHeld()
      socket.uncork()
    })

    async function answerHeld(): Promise<void> {
      if (isAnswering) return
      const request = readRequest(held)
      if (!request) return
      held = held.subarray(request.end)
      const key = `${request.path} ${request.body}`
      let reply = canned.get(key)
      if (!reply) {
        isAnswering = true
        // agencies are asked after their health too
        const body = request.body === '' ? '{}' : await answerTo(request.path, request.body)
        reply = replyOf(body, hashBody(request.body))
        canned.set(key, reply)
        isAnswering = false
      }
      write(socket, reply)
      if (held.length > 0) void answerHeld()
    }
  })
}

interface ReadRequest {
  readonly path: string
  readonly body: string
  readonly end: number
}

function readRequest(held: Buffer): ReadRequest | undefined {
  const headEnd = held.indexOf(HEAD_END)
  if (headEnd < 0) return undefined
  const head = held.toString('latin1', 0, headEnd)
  const path = head.slice(head.indexOf(' ') + 1, head.indexOf(' HTTP/'))
  const start = headEnd + HEAD_END.length
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length !== undefined) {
    const end = start + Number(length)
    return held.length < end ? undefined : { path, body: held.toString('utf8', start, end), end }
  }
  return /\r\ntransfer-encoding: *chunked/i.test(head)
    ? readChunked(held, path, start)
    : { path, body: '', end: start }
}

/** fetch() of Node sends bodies of unknown length in chunks. */
function readChunked(held: Buffer, path: string, start: number): ReadRequest | undefined {
  const parts: Buffer[] = []
  for (let at = start; ;) {
    const lineEnd = held.indexOf('\r\n', at)
    if (lineEnd < 0) return undefined
    const size = Number.parseInt(held.toString('latin1', at, lineEnd), 16)
    const end = lineEnd + 2 + size
    if (held.length < end + 2) return undefined
    if (size === 0) return { path, body: Buffer.concat(parts).toString('utf8'), end: end + 2 }
    parts.push(held.subarray(lineEnd + 2, end))
    at = end + 2
  }
}

/** As agencies answer: they say by its hash what they were asked. */
function replyOf(body: string, answers: string): Buffer {
  const length = Buffer.byteLength(body)
  const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${length}`
  return Buffer.from(`${head}\r\nhub-answers: ${answers}\r\nkeep-alive: timeout=60\r\n\r\n${body}`)
}

function write(socket: Socket, reply: Buffer): void {
  if (!socket.destroyed) socket.write(reply)
}
