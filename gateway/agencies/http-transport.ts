import { HeldUp, StaleConnection, type Sending } from './connection.ts'
import { ConnectionPool } from './connection-pool.ts'
import type { ReadReply } from './reply-reader.ts'
import type { AgencyRequest, AgencyTransport } from './transport.ts'

const HEALTH_MS = 1_000

/**
 * Reaches an agency over kept HTTP/1.1 connections of our own (ADR 14). A foreign subgraph is well when
 * it answers anything at all.
 */
export function createHttpTransport(url: URL, { isForeign = false } = {}): AgencyTransport {
  const pool = new ConnectionPool(url)
  const start = `POST ${url.pathname} HTTP/1.1\r\nhost: ${url.host}\r\naccept: application/json\r\ncontent-type: application/json\r\n`
  return {
    send(request) {
      const sending = write(start, request)
      return pool
        .exchange(sending, request.isRepeatable ? 'together' : 'alone')
        .catch((fault: unknown) => sendAgain(pool, start, request, sending, fault))
    },
    async isHealthy() {
      try {
        const text = `GET /health HTTP/1.1\r\nhost: ${url.host}\r\n\r\n`
        const expiresAt = performance.now() + HEALTH_MS
        const sending = { text, isAscii: true, bodyHash: '', expiresAt }
        const { status } = await pool.exchange(sending, 'alone')
        return status === 200 || isForeign
      } catch {
        return false
      }
    },
    close: async () => pool.close(),
  }
}

function write(start: string, { body, bodyHash, expiresAt, mintToken }: AgencyRequest): Sending {
  const length = Buffer.byteLength(body)
  const head = `${start}authorization: Bearer ${mintToken()}\r\ncontent-length: ${length}\r\n\r\n`
  return { text: head + body, isAscii: length === body.length, bodyHash, expiresAt }
}

/**
 * Sends once more, by itself, what was held up behind another, or what went over a connection that the
 * agency had closed. A query goes under a token of its own, since the first may have been read; a mutation
 * under the same, so that an agency that had read it refuses it as used.
 */
function sendAgain(
  pool: ConnectionPool,
  start: string,
  request: AgencyRequest,
  sending: Sending,
  fault: unknown,
): Promise<ReadReply> {
  const isUnsaid = fault instanceof HeldUp || fault instanceof StaleConnection
  if (isUnsaid && request.isRepeatable) {
    return pool.exchange(write(start, request), 'fresh')
  }
  if (fault instanceof StaleConnection) return pool.exchange(sending, 'fresh')
  throw fault
}
