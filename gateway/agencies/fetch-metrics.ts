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
  return {
    observe(agency, status, ms) {
      fetches.inc({ agency, status })
      seconds.observe({ agency }, ms / 1000)
    },
  }
}
