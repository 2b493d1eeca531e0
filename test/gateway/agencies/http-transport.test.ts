import { createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { createHttpTransport } from '../../../gateway/agencies/http-transport.ts'
import { ReplyReader } from '../../../gateway/agencies/reply-reader.ts'
import type { AgencyTransport } from '../../../gateway/agencies/transport.ts'

type Behave = (socket: Socket, request: string) => void

let server: Server
let transport: AgencyTransport
let behave: Behave
const sockets = new Set<Socket>()

beforeAll(async () => {
  server = createServer((socket) => {
    sockets.add(socket)
    let held = ''
    socket.on('data', (piece) => {
      held += piece.toString('latin1')
      const end = held.indexOf('\r\n\r\n')
      const length = Number(/content-length: (\d+)/.exec(held)?.[1] ?? 0)
      if (end < 0 || held.length < end + 4 + length) return
      const request = held
      held = ''
      behave(socket, request)
    })
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
beforeEach(() => {
  const { port } = server.address() as AddressInfo
  transport = createHttpTransport(new URL(`http://127.0.0.1:${port}/graphql`))
})
afterEach(() => transport.close())
afterAll(() => {
  for (const socket of sockets) socket.destroy()
  server.close()
})

const OK = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}'
const send = (body = '{}', ms = 2_000): ReturnType<AgencyTransport['send']> =>
  transport.send(body, 'token', performance.now() + ms)
const kindOf = (sent: Promise<unknown>): Promise<unknown> =>
  sent.then(
    () => 'answered',
    ({ kind }: { kind: string }) => kind,
  )

describe('a fetch over HTTP', () => {
  it('sends its body in UTF-8 under its token, and reads the reply', async () => {
    let seen = ''
    behave = (socket, request) => {
      seen = Buffer.from(request, 'latin1').toString('utf8')
      socket.write(OK)
    }
    expect(await send('{"name":"甲仙"}')).toMatchObject({ status: 200, body: '{}' })
    expect(seen).toMatch(/^POST \/graphql HTTP\/1\.1\r\nhost: 127\.0\.0\.1:\d+\r\n/)
    expect(seen).toContain('authorization: Bearer token\r\ncontent-length: 17\r\n')
    expect(seen.endsWith('{"name":"甲仙"}')).toBe(true)
  })

  it('uses a kept connection again, and 64 at most for any number of fetches', async () => {
    behave = (socket) => setTimeout(() => socket.write(OK), 5)
    await send()
    await send()
    expect(sockets.size).toBe(1)
    await Promise.all(Array.from({ length: 200 }, () => send()))
    expect(sockets.size).toBe(64)
  })

  it('goes once over a fresh connection when the kept one was closed meanwhile', async () => {
    behave = (socket) => socket.write(OK)
    await send()
    // closed in the moment the next request is sent: nothing of a reply ever comes
    const [kept] = sockets
    behave = (socket) => void (socket === kept ? socket.destroy() : socket.write(OK))
    expect(await send()).toMatchObject({ status: 200 })
    behave = (socket) => socket.destroy()
    expect(await kindOf(send())).toBe('unavailable')
  })

  it('that hangs, before or inside its reply, ends in time', async () => {
    for (const said of ['', 'HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n{']) {
      behave = (socket) => socket.write(said)
      const started = performance.now()
      expect(await kindOf(send('{}', 100))).toBe('timeout')
      expect(performance.now() - started).toBeLessThan(1_000)
    }
  })

  it.each([
    ['nonsense', 'SSH-2.0-OpenSSH\r\n\r\n'],
    ['HTTP/1.0', 'HTTP/1.0 200 OK\r\ncontent-length: 2\r\n\r\n{}'],
    ['a reply of its own accord', 'HTTP/1.1 100 Continue\r\n\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}'],
    [
      'a length beside chunks',
      'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['a length that is no number', 'HTTP/1.1 200 OK\r\ncontent-length: -2\r\n\r\n{}'],
    ['gzip', 'HTTP/1.1 200 OK\r\ntransfer-encoding: gzip, chunked\r\n\r\n0\r\n\r\n'],
    ['two replies', `${OK}${OK}`],
    ['a chunk without a size', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nxyz\r\n'],
    ['a head without an end', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(20_000)}`],
    ['a promise of 1 GB', 'HTTP/1.1 200 OK\r\ncontent-length: 1073741824\r\n\r\n{'],
  ])('that brings %s is not an answer', async (_what, said) => {
    behave = (socket) => socket.write(said)
    expect(await kindOf(send())).toBe('invalid')
  })

  it('that brings 1 GB in chunks is cut off at 16 MiB', async () => {
    let written = 0
    behave = (socket) => {
      const chunk = Buffer.concat([
        Buffer.from('100000\r\n'),
        Buffer.alloc(2 ** 20),
        Buffer.from('\r\n'),
      ])
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n')
      const more = (): void => {
        while (!socket.destroyed && written < 2 ** 30) {
          written += 2 ** 20
          if (!socket.write(chunk)) return void socket.once('drain', more)
        }
      }
      more()
    }
    expect(await kindOf(send())).toBe('invalid')
    expect(written).toBeLessThan(2 ** 26)
  })

  it('to nobody is unavailable at once, and healthy is who says so', async () => {
    behave = (socket) => socket.write(OK)
    expect(await transport.isHealthy()).toBe(true)
    behave = (socket) => socket.write(OK.replace('200', '503'))
    expect(await transport.isHealthy()).toBe(false)
    const nobody = createHttpTransport(new URL('http://127.0.0.1:1/graphql'))
    expect(await kindOf(nobody.send('{}', 't', performance.now() + 1_000))).toBe('unavailable')
    expect(await nobody.isHealthy()).toBe(false)
    await nobody.close()
  })
})

describe('a reply', () => {
  const body = fc.string({ unit: 'grapheme', maxLength: 200 })
  const cuts = fc.array(fc.nat(), { maxLength: 8 })

  it('is the same in whatever pieces it comes', () => {
    fc.assert(
      fc.property(
        body,
        cuts,
        fc.boolean(),
        fc.array(fc.integer({ min: 1, max: 40 })),
        (text, at, isChunked, sizes) => {
          const bytes = Buffer.from(text)
          const whole = isChunked ? chunked(bytes, sizes) : plain(bytes)
          const reader = new ReplyReader()
          const edges = [...new Set([0, ...at.map((cut) => cut % whole.length), whole.length])]
          const sorted = edges.toSorted((one, other) => one - other)
          const replies = sorted
            .slice(1)
            .map((edge, index) => reader.read(whole.subarray(sorted[index], edge)))
          expect(replies.slice(0, -1).every((reply) => reply === undefined)).toBe(true)
          expect(replies.at(-1)).toMatchObject({
            status: 200,
            contentType: 'application/json',
            body: text,
          })
        },
      ),
      { numRuns: 300 },
    )
  })

  it('without a length ends with its connection, and none follows on it', () => {
    const reader = new ReplyReader()
    expect(reader.read(Buffer.from('HTTP/1.1 200 OK\r\n\r\n{"a":'))).toBeUndefined()
    expect(reader.read(Buffer.from('1}'))).toBeUndefined()
    expect(reader.end()).toMatchObject({ body: '{"a":1}', keptMs: 0 })
  })
})

function plain(bytes: Buffer): Buffer {
  const head = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${bytes.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), bytes])
}

function chunked(bytes: Buffer, sizes: readonly number[]): Buffer {
  const parts: Buffer[] = [
    Buffer.from(
      'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
    ),
  ]
  for (let at = 0, index = 0; at < bytes.length; index++) {
    const piece = bytes.subarray(at, at + (sizes[index] ?? 50))
    parts.push(Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n'))
    at += piece.length
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')])
}
