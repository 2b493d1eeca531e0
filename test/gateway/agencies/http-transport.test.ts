import { createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { hashBody } from '../../../auth/hop-token.ts'
import { createHttpTransport } from '../../../gateway/agencies/http-transport.ts'
import type { AgencyRequest, AgencyTransport } from '../../../gateway/agencies/transport.ts'

type Behave = (socket: Socket, request: string) => void

let server: Server
let transport: AgencyTransport
let behave: Behave
const sockets = new Set<Socket>()
const mintToken = (): string => 'token'

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
  transport.send(requestOf(body, ms))
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
    expect(await kindOf(send('{}', 20_000))).toBe('invalid')
    expect(written).toBeLessThan(2 ** 26)
  })

  it('to nobody is unavailable at once, and healthy is who says so', async () => {
    behave = (socket) => socket.write(OK)
    expect(await transport.isHealthy()).toBe(true)
    behave = (socket) => socket.write(OK.replace('200', '503'))
    expect(await transport.isHealthy()).toBe(false)
    const nobody = createHttpTransport(new URL('http://127.0.0.1:1/graphql'))
    expect(await kindOf(nobody.send(requestOf('{}', 1_000)))).toBe('unavailable')
    expect(await nobody.isHealthy()).toBe(false)
    await nobody.close()
  })
})

describe('fetches of one moment', () => {
  /** Requests as each connection brought them; what each is answered is the case's. */
  let asked: string[][]
  let answer: (body: string, token: string) => string | undefined

  beforeEach(async () => {
    asked = []
    const seen = new Map<Socket, string[]>()
    behave = (socket, held) => {
      if (held.startsWith('GET /health')) socket.write(OK)
      const bodies = [...held.matchAll(/Bearer (\S+)\r\ncontent-length: (\d+)\r\n\r\n(\{[^}]*\})/g)]
      const own = seen.get(socket) ?? []
      if (!seen.has(socket)) asked.push(own)
      seen.set(socket, own)
      for (const [, token = '', , body = ''] of bodies) {
        own.push(body)
        const said = answer(body, token)
        if (said !== undefined) socket.write(said)
      }
    }
    answer = (body) => naming(body)
    await send('{"first":1}')
    asked.length = 0
    seen.clear()
  })

  const naming = (body: string, answers = body): string =>
    `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nhub-answers: ${hashBody(answers)}\r\ncontent-length: ${body.length}\r\n\r\n${body}`
  const bodies = Array.from({ length: 20 }, (_each, index) => `{"no":${index}}`)
  const answered = (sent: readonly Promise<{ body: string }>[]): Promise<string[]> =>
    Promise.all(sent.map(async (one) => (await one).body))

  it('go together to an agency that says what it answers, each to its own reply', async () => {
    expect(await answered(bodies.map((body) => send(body)))).toEqual(bodies)
    expect(asked.map(({ length }) => length)).toEqual([16, 4])
    expect(await transport.isHealthy()).toBe(true)
  })

  it('go one by one where a change is among them: it is sent once', async () => {
    const change = transport.send({ ...requestOf('{"change":1}'), isRepeatable: false })
    const others = bodies.slice(0, 3).map((body) => send(body))
    expect(await answered([change, ...others])).toEqual(['{"change":1}', ...bodies.slice(0, 3)])
    expect(asked.filter((own) => own.includes('{"change":1}'))).toEqual([['{"change":1}']])
  })

  it('are never given the answer to another', async () => {
    let isSwapped = true
    answer = (body) => {
      const said = isSwapped ? naming(body, '{"other":1}') : naming(body)
      isSwapped = false
      return said
    }
    const [first, ...others] = bodies.slice(0, 5).map((body) => send(body))
    expect(await kindOf(first!)).toBe('invalid')
    expect(await answered(others)).toEqual(bodies.slice(1, 5))
  })

  it('take no answer to another that ends with its connection, and nothing falls with it', async () => {
    behave = (socket) => socket.end('HTTP/1.1 200 OK\r\nhub-answers: another\r\n\r\n{}')
    expect(await kindOf(send())).toBe('invalid')
  })

  it('wait no longer than a moment behind one that hangs, and go on under new tokens', async () => {
    const tokens = new Map<string, Set<string>>()
    let minted = 0
    answer = (body, token) => {
      tokens.set(body, (tokens.get(body) ?? new Set()).add(token))
      // replies come in order: what stands behind the first cannot come before it
      if (tokens.has(bodies[0]!) && tokens.get(body)!.size === 1) return undefined
      return naming(body)
    }
    const sent = bodies
      .slice(0, 4)
      .map((body) =>
        transport.send({ ...requestOf(body, 1_000), mintToken: () => `token-${(minted += 1)}` }),
      )
    expect(await answered(sent.slice(1))).toEqual(bodies.slice(1, 4))
    expect(await kindOf(sent[0]!)).toBe('timeout')
    expect([...tokens.values()].map(({ size }) => size)).toEqual([1, 2, 2, 2])
  })

  it('are asked anew where the agency ends the connection before them', async () => {
    let isFirst = true
    answer = (body) => {
      const said = naming(body)
      if (!isFirst) return said
      isFirst = false
      return said.replace('\r\n\r\n', '\r\nconnection: close\r\n\r\n')
    }
    expect(await answered(bodies.slice(0, 5).map((body) => send(body)))).toEqual(bodies.slice(0, 5))
  })
})

function requestOf(body: string, ms = 2_000): AgencyRequest {
  const expiresAt = performance.now() + ms
  return { body, bodyHash: hashBody(body), mintToken, expiresAt, isRepeatable: true }
}
