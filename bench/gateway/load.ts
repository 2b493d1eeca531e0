import autocannon, { type Instance, type Result } from 'autocannon'
import { createDpopProof } from '../../auth/client-token.ts'
import type { PrivateJwk } from '../../auth/keys/signing-key.ts'
import type { Lane } from './lane.ts'

/** What one round of load gave. */
export interface Round {
  readonly requestsPerSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  readonly cpuMsPerRequest: number
  readonly rssMb: number
}

/** Sends `amount` requests over `connections`, each body in its turn; throws where any is not answered 200 with data. */
export async function loadLane(
  lane: Lane,
  bodies: string | readonly string[],
  { amount, connections }: { readonly amount: number; readonly connections: number },
): Promise<Round> {
  const headers = await makeHeaders(lane, amount + connections)
  const each = typeof bodies === 'string' ? [bodies] : bodies
  let sent = 0
  const before = await lane.usage()
  const started = performance.now()
  const run = autocannon({
    url: lane.ready.url,
    connections,
    amount,
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => {
          const body = each[sent++ % each.length]!
          return { ...request, body, headers: headers.pop() ?? {} }
        },
      },
    ],
    verifyBody: (text) => String(text).startsWith('{"data":{'),
    // its types know one or the other
  }) as Promise<Result> & Instance
  // autocannon itself ends with a second of its own clock
  let ended = started
  void run.on('response', () => (ended = performance.now()))
  const result = await run
  const seconds = (ended - started) / 1_000
  const after = await lane.usage()
  if (result.non2xx + result.errors + result.mismatches > 0) {
    throw new Error(`${lane.name}: ${result.non2xx} refused, ${result.mismatches} without data`)
  }
  return {
    requestsPerSecond: amount / seconds,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpuMsPerRequest: (after.cpuMs - before.cpuMs) / amount,
    rssMb: after.rssBytes / 2 ** 20,
  }
}

/** Headers of so many requests: a proof serves once, so they are made before the clock starts. */
export async function makeHeaders(
  { ready: { url, token, dpopKey, cookie } }: Lane,
  count: number,
): Promise<Record<string, string>[]> {
  const plain = { 'content-type': 'application/json' }
  if (cookie !== undefined) {
    const { origin } = new URL(url)
    const headers = { ...plain, cookie, origin, 'hub-case': '1070510-0147' }
    return Array.from({ length: count }, () => headers)
  }
  if (token === undefined) return Array.from({ length: count }, () => plain)
  const key = dpopKey as unknown as PrivateJwk
  return Promise.all(
    Array.from({ length: count }, async () => ({
      ...plain,
      authorization: `DPoP ${token}`,
      dpop: await createDpopProof({ key, method: 'POST', url, accessToken: token }),
      'hub-case': '1070510-0147',
    })),
  )
}
