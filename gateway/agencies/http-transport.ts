import { Pool } from 'undici'
import type { AgencyTransport } from './transport.ts'

const MAX_ANSWER_BYTES = 16 * 1024 * 1024
const HEALTH_MS = 1_000

/** Reaches an agency over pooled HTTP/1.1; `deadlineMs` bounds the connection and each pause. */
export function createHttpTransport(url: URL, deadlineMs: number): AgencyTransport {
  const pool = new Pool(url.origin, {
    connections: 64,
    connect: { timeout: deadlineMs },
    headersTimeout: deadlineMs,
    bodyTimeout: deadlineMs,
    maxResponseSize: MAX_ANSWER_BYTES,
  })
  return {
    async send(body, token, signal) {
      const response = await pool.request({
        method: 'POST',
        path: url.pathname,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body,
        signal,
      })
      const contentType = String(response.headers['content-type'])
      return { status: response.statusCode, contentType, body: await response.body.text() }
    },
    async isHealthy() {
      try {
        const signal = AbortSignal.timeout(HEALTH_MS)
        const { statusCode, body } = await pool.request({ method: 'GET', path: '/health', signal })
        await body.dump()
        return statusCode === 200
      } catch {
        return false
      }
    },
    close: () => pool.destroy(),
  }
}
