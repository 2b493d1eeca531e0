import { Counter, type Registry } from 'prom-client'
import { TimeHistogram } from './time-histogram.ts'

/** Counts and times of fetches by agency; nothing of whom or what was asked. */
export interface FetchMetrics {
  observe(agency: string, status: string, ms: number): void
}

interface Count {
  readonly labels: { readonly agency: string; readonly status: string }
  /** Since it was last told. */
  count: number
}

/** The fetch metrics of a gateway, in its registry. */
export function createFetchMetrics(metrics: Registry): FetchMetrics {
  // plain numbers between two readings: a library's counters look up their labels for each fetch
  const counts = new Map<string, Map<string, Count>>()
  const fetches = new Counter({
    name: 'hub_fetches_total',
    help: 'Fetches of agencies by outcome',
    labelNames: ['agency', 'status'],
    registers: [metrics],
    collect() {
      for (const each of [...counts.values()].flatMap((byStatus) => [...byStatus.values()])) {
        fetches.inc(each.labels, each.count)
        each.count = 0
      }
    },
  })
  const seconds = new TimeHistogram({
    name: 'hub_fetch_seconds',
    help: 'Time an agency took to answer one fetch',
    labelName: 'agency',
    bucketsMs: [1, 3, 10, 30, 100, 300, 1_000, 3_000],
  })
  seconds.registerIn(metrics)
  return {
    observe(agency, status, ms) {
      const byStatus = counts.get(agency) ?? new Map<string, Count>()
      if (byStatus.size === 0) counts.set(agency, byStatus)
      const known = byStatus.get(status)
      if (known) known.count += 1
      else byStatus.set(status, { labels: { agency, status }, count: 1 })
      seconds.observe(agency, ms)
    },
  }
}
