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

interface NotedFetch {
  readonly at: number
  readonly ms: number
  readonly isFailed: boolean
}

// Long enough for a figure in a quiet office, short enough to show an outage as it begins.
const WINDOW_MS = 5 * 60_000
const MOST_FETCHES = 1_000

/** The last fetches of each agency: of five minutes, and a thousand at most. */
export class FetchWindow implements FetchMetrics {
  readonly #fetches = new Map<string, NotedFetch[]>()
  readonly #next = new Map<string, number>()
  readonly #lastOkAt = new Map<string, number>()

  observe(agency: string, status: string, ms: number): void {
    const isFailed = status === 'DOWN' || status === 'TIMEOUT'
    if (!isFailed) this.noteAnswer(agency)
    const fetches = this.#fetches.get(agency) ?? []
    const next = this.#next.get(agency) ?? 0
    fetches[next] = { at: Date.now(), ms, isFailed }
    this.#fetches.set(agency, fetches)
    this.#next.set(agency, (next + 1) % MOST_FETCHES)
  }

  /** The agency answered, asked for facts or for its health. */
  noteAnswer(agency: string): void {
    this.#lastOkAt.set(agency, Date.now())
  }

  figuresOf(agency: string): WindowFigures {
    const since = Date.now() - WINDOW_MS
    const recent = (this.#fetches.get(agency) ?? []).filter(({ at }) => at >= since)
    const times = recent.map(({ ms }) => ms).toSorted((a, b) => a - b)
    const failed = recent.filter(({ isFailed }) => isFailed).length
    return {
      p50Ms: percentile(times, 0.5),
      p95Ms: percentile(times, 0.95),
      errorRate: recent.length === 0 ? null : failed / recent.length,
      lastOkAt: this.#lastOkAt.get(agency) ?? null,
    }
  }
}

/** The nearest rank, to a tenth of a millisecond. */
function percentile(sorted: readonly number[], share: number): number | null {
  const value = sorted[Math.ceil(sorted.length * share) - 1]
  return value === undefined ? null : Math.round(value * 10) / 10
}
