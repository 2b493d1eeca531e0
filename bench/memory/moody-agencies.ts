import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** How an agency fails: it cuts every connection, never answers, or answers what is no GraphQL. */
export type Mood = 'dies' | 'hangs' | 'garbage'

/** Stands between a gateway and agencies that answer. */
export interface MoodyAgencies {
  readonly url: string
  /** One agency fails from now on; all are well when nothing is said. */
  setMood(agency?: string, mood?: Mood): void
  stop(): void
}

const GARBAGE = '{"data":{"person":[{"tax":1,"__proto__":{}}],"_entities":"none"}}'
const REPLY = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${GARBAGE.length}\r\n\r\n${GARBAGE}`

/** Passes every byte on, but for the agency that fails: a gateway keeps a connection to one agency alone. */
export async function startMoodyAgencies(well: URL): Promise<MoodyAgencies> {
  let failing: { readonly path: string; readonly mood: Mood } | undefined
  const sockets = new Set<Socket>()
  const server: Server = createServer((client) => {
    const agency = connect(Number(well.port), well.hostname)
    let path = ''
    sockets.add(client)
    for (const [one, other] of [
      [client, agency],
      [agency, client],
    ] as const) {
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(client)
        other.destroy()
      })
    }
    agency.on('data', (piece) => void client.write(piece))
    client.on('data', (piece) => {
      path = /^POST (\S+) /.exec(piece.toString('latin1', 0, 80))?.[1] ?? path
      if (failing?.path !== path) agency.write(piece)
      else if (failing.mood === 'dies') client.destroy()
      else if (failing.mood === 'garbage') client.write(REPLY)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setMood(agency, mood) {
      failing = agency !== undefined && mood ? { path: `/${agency}`, mood } : undefined
    },
    stop() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
