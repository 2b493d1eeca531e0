import { createServer, request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request that passed from the gateway to an agency. */
export interface SeenRequest {
  readonly agency: string
  readonly url: string
  /** All header lines. */
  readonly headers: string
  readonly body: string
}

/** A pass-through before an agency that keeps what it saw. */
export interface AgencyTap {
  readonly agency: string
  readonly url: URL
  readonly seen: readonly SeenRequest[]
  stop(): Promise<void>
}

/** Puts a tap before an agency, on loopback. */
export async function startTap(agency: string, target: URL): Promise<AgencyTap> {
  const seen: SeenRequest[] = []
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const body = await bodyOf(incoming)
      if (incoming.method === 'POST') {
        const headers = incoming.rawHeaders.join('\n')
        seen.push({ agency, url: incoming.url ?? '', headers, body: body.toString('utf8') })
      }
      const onward = request(
        new URL(incoming.url ?? '/', target),
        { method: incoming.method, headers: incoming.headers },
        (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
          answer.pipe(outgoing)
        },
      )
      // an agency that is stopped refuses the connection; the gateway must see that too
      onward.on('error', () => outgoing.destroy())
      onward.end(body)
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    agency,
    url: new URL(`http://127.0.0.1:${port}/graphql`),
    seen,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
