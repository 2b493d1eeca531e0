import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { parseServerUrl } from '../../../../subgraphs/_kit/database/server-url.ts'

/** A network address before a database that can be shut and opened again, like a lost line. */
export interface Gate {
  readonly url: string
  shut(): Promise<void>
  open(): Promise<void>
  /** Says nothing more to whoever is connected, like a line that was cut. */
  hush(): void
}

/** Puts a gate before the database of this address. */
export async function openGate(databaseUrl: string): Promise<Gate> {
  const sockets = new Set<Socket>()
  let server = await listen(databaseUrl, sockets, 0)
  const { port } = server.address() as AddressInfo
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String(port)
  return {
    url: url.href,
    shut: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
    open: async () => {
      server = await listen(databaseUrl, sockets, port)
    },
    hush: () => {
      for (const socket of sockets) socket.unpipe().pause()
    },
  }
}

async function listen(databaseUrl: string, sockets: Set<Socket>, port: number): Promise<Server> {
  const { path, host, port: databasePort } = parseServerUrl(databaseUrl)
  const server = createServer((near) => {
    const far = path === undefined ? connect(databasePort, host) : connect(path)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => sockets.delete(socket))
    }
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
    near.pipe(far).pipe(near)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}
