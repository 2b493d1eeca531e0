import type { Histogram, Registry } from 'prom-client'

/** What a histogram of times is called, and where its buckets end. */
export interface TimeHistogramOptions {
  readonly name: string
  readonly help: string
  readonly labelName: string
  readonly bucketsMs: readonly number[]
}

interface Times {
  /** How many fell into each bucket, and beyond the last. */
  readonly counts: number[]
  sumMs: number
}

interface Sample {
  readonly metricName: string
  readonly labels: Readonly<Record<string, string | number>>
  readonly value: number
}

/**
 * A Prometheus histogram of seconds by one label. prom-client's own finds a bucket by its bound written out,
 * for each value; this one counts in a list and writes when it is read.
 */
export class TimeHistogram {
  readonly #options: TimeHistogramOptions
  readonly #times = new Map<string, Times>()

  constructor(options: TimeHistogramOptions) {
    this.#options = options
  }

  observe(label: string, ms: number): void {
    const { bucketsMs } = this.#options
    let times = this.#times.get(label)
    if (!times) {
      times = { counts: [...bucketsMs, 0].map(() => 0), sumMs: 0 }
      this.#times.set(label, times)
    }
    let bucket = 0
    while (bucket < bucketsMs.length && ms > bucketsMs[bucket]!) bucket += 1
    times.counts[bucket]! += 1
    times.sumMs += ms
  }

  /** Lets a registry tell of it. */
  registerIn(registry: Registry): void {
    const { name, help } = this.#options
    const told = { name, help, type: 'histogram', aggregator: 'sum' }
    const metric = {
      ...told,
      get: async () => ({ ...told, values: this.#samples() }),
      reset: () => this.#times.clear(),
    }
    registry.registerMetric(metric as unknown as Histogram)
  }

  #samples(): readonly Sample[] {
    const { name, labelName, bucketsMs } = this.#options
    return [...this.#times].flatMap(([label, { counts, sumMs }]) => {
      const labels = { [labelName]: label }
      let count = 0
      const buckets = counts.map((each, bucket) => {
        count += each
        const bound = bucketsMs[bucket]
        const le = bound === undefined ? '+Inf' : bound / 1_000
        return { metricName: `${name}_bucket`, labels: { le, ...labels }, value: count }
      })
      const sum = { metricName: `${name}_sum`, labels, value: sumMs / 1_000 }
      return [...buckets, sum, { metricName: `${name}_count`, labels, value: count }]
    })
  }
}
