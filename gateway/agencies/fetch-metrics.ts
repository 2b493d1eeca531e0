import { Counter, Histogram, type Registry } from 'prom-client'

/** Counts and times of fetches by agency; nothing of whom or what was asked. */
export interface FetchMetrics {
  observe(agency: string, status: string, ms: number): void
}

/** The fetch metrics of a gateway, in its registry. */
export function createFetchMetrics(metrics: Registry): FetchMetrics {
  const fetches = new Counter({
    name: 'hub_fetches_total',
    help: 'Fetches of agencies by outcome',
    labelNames: ['agency', 'status'],
    registers: [metrics],
  })
  const seconds = new Histogram({
    name: 'hub_fetch_seconds',
    help: 'Time an agency took to answer one fetch',
    labelNames: ['agency'],
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3],
    registers: [metrics],
  })
  // looking up the child of some labels costs more than counting
  const counters = new Map<string, Counter.Internal>()
  const clocks = new Map<string, Histogram.Internal<'agency'>>()
  return {
    observe(agency, status, ms) {
      const key = `${agency} ${status}`
      const counter = counters.get(key) ?? fetches.labels({ agency, status })
      counters.set(key, counter)
      counter.inc()
      const clock = clocks.get(agency) ?? seconds.labels({ agency })
      clocks.set(agency, clock)
      clock.observe(ms / 1000)
    },
  }
}
