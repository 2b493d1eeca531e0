import autocannon from 'autocannon'
import { readRegisteredOperations } from '../../gateway/compile/registered-operations.ts'
import type { Lane } from '../gateway/lane.ts'
import type { Visitor } from './citizens.ts'
import { postgresCpuMs } from './postgres-usage.ts'
import type { VisitAuth } from './visit-auth.ts'

/** What one round of visits gave. */
export interface VisitRound {
  readonly visitsPerSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  readonly hubCpuMs: number
  /** Of the database server, where the system tells; NaN otherwise. */
  readonly postgresCpuMs: number
  readonly rssMb: number
  readonly errors: number
  /** The first refused or faulty answer, as far as it may be shown. */
  readonly firstError: string | undefined
}

const QUERY = readRegisteredOperations().get('OneStopPerson')!.text

/** One visit for each of the visitors, over so many connections. */
export async function loadVisits(
  lane: Lane,
  auth: VisitAuth,
  {
    visitors,
    connections,
    dataDir,
  }: {
    readonly visitors: readonly Visitor[]
    readonly connections: number
    readonly dataDir: string
  },
): Promise<VisitRound> {
  const requests = await makeRequests(auth, visitors, connections)
  let next = 0
  let firstError: string | undefined
  let errors = 0
  const before = { ...(await lane.usage()), postgres: postgresCpuMs(dataDir) }
  const started = performance.now()
  // the tool ends on a whole second; the last answer came before
  let answeredAt = started
  const result = await autocannon({
    url: lane.ready.url,
    connections,
    amount: visitors.length,
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => ({ ...request, ...requests[next++ % requests.length]! }),
        onResponse: (status, body) => {
          answeredAt = performance.now()
          if (status === 200 && body.startsWith('{"data":{"person":{') && !HAS_ERRORS.test(body))
            return
          errors += 1
          firstError ??= `${status} ${codeOf(body)}`
        },
      },
    ],
  })
  const seconds = (answeredAt - started) / 1_000
  const after = await lane.usage()
  const count = visitors.length
  return {
    visitsPerSecond: count / seconds,
    p50: result.latency.p50,
    p99: result.latency.p99,
    hubCpuMs: (after.cpuMs - before.cpuMs) / count,
    postgresCpuMs: (postgresCpuMs(dataDir) - before.postgres) / count,
    rssMb: after.rssBytes / 2 ** 20,
    errors: errors + result.errors,
    firstError,
  }
}

const HAS_ERRORS = /"errors":\[/

interface VisitRequest {
  readonly body: string
  readonly headers: Record<string, string>
}

/** A proof serves once, so all are made before the clock starts; a few more than visits, should one be resent. */
function makeRequests(
  auth: VisitAuth,
  visitors: readonly Visitor[],
  spare: number,
): Promise<readonly VisitRequest[]> {
  const all = [...visitors, ...visitors.slice(0, spare)]
  return Promise.all(
    all.map(async ({ nationalId, caseNo }) => ({
      body: JSON.stringify({ query: QUERY, variables: { nationalId } }),
      headers: {
        ...(await auth.headers()),
        'content-type': 'application/json',
        'hub-case': caseNo,
      },
    })),
  )
}

/** Codes alone: an answer is about someone. */
function codeOf(body: string): string {
  const codes = [...body.matchAll(/"code":"([A-Z_]{4,})"/g)].map(([, code]) => code)
  return codes.length > 0 ? [...new Set(codes)].join(' ') : 'without a person'
}
