import type { FetchMetrics } from '../../agencies/fetch-metrics.ts'

/** How the fetches of one agency went lately; null where there were none. */
export interface WindowFigures {
  readonly p50Ms: number | null
  readonly p95Ms: number | null
  /** 0 to 1 */
  readonly errorRate: number | null
  /** Milliseconds since 1970. */
  readonly lastOkAt: number | null
}

/** The last fetches of one agency, in a ring: nothing is made for one of them. */
interface Ring {
  /** Milliseconds since 1970, and for how long it was waited for; negative where it failed. */
  readonly at: Float64Array
  readonly ms: Float64Array
  next: number
  lastOkAt: number | null
}

// Long enough for a figure in a quiet office, short enough to show an outage as it begins.
const WINDOW_MS = 5 * 60_000
const MOST_FETCHES = 1_000

/** The last fetches of each agency: of five minutes, and a thousand at most. */
export class FetchWindow implements FetchMetrics {
  readonly #rings = new Map<string, Ring>()

  observe(agency: string, status: string, ms: number): void {
    const isFailed = status === 'DOWN' || status === 'TIMEOUT'
    const ring = this.#ringOf(agency)
    const now = Date.now()
    if (!isFailed) ring.lastOkAt = now
    ring.at[ring.next] = now
    // the least there is keeps a failure at once from looking like an answer
    ring.ms[ring.next] = isFailed ? -Math.max(ms, Number.MIN_VALUE) : ms
    ring.next = (ring.next + 1) % MOST_FETCHES
  }

  /** The agency answered, asked for facts or for its health. */
  noteAnswer(agency: string): void {
    this.#ringOf(agency).lastOkAt = Date.now()
  }

  figuresOf(agency: string): WindowFigures {
    const since = Date.now() - WINDOW_MS
    const { at, ms, lastOkAt } = this.#ringOf(agency)
    const recent = ms.filter((_ms, i) => at[i]! >= since)
    const failed = recent.filter((each) => each < 0).length
    const times = recent.map(Math.abs).toSorted()
    return {
      p50Ms: percentile(times, 0.5),
      p95Ms: percentile(times, 0.95),
      errorRate: recent.length === 0 ? null : failed / recent.length,
      lastOkAt,
    }
  }

  #ringOf(agency: string): Ring {
    const known = this.#rings.get(agency)
    if (known) return known
    const [at, ms] = [new Float64Array(MOST_FETCHES), new Float64Array(MOST_FETCHES)]
    const ring = { at, ms, next: 0, lastOkAt: null }
    this.#rings.set(agency, ring)
    return ring
  }
}

/** The nearest rank, to a tenth of a millisecond. */
function percentile(sorted: Float64Array, share: number): number | null {
  const value = sorted[Math.ceil(sorted.length * share) - 1]
  return value === undefined ? null : Math.round(value * 10) / 10
}
