import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

// Below those that the system gives to outgoing connections, which would take one meanwhile.
const LEAST_PORT = 20_000
const PORTS = 12_000

/** A port that was free a moment ago: the issuer must know its own address before it listens. */
export function freePort(): Promise<number> {
  const port = LEAST_PORT + randomInt(PORTS)
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(freePort()))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(port)))
  })
}
