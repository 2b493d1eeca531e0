import { Counter, Gauge, Histogram, type Registry } from 'prom-client'

/** What is told of compiling operations. */
export interface CompileMetrics {
  countLookup(isHit: boolean): void
  observeCompile(ms: number): void
}

/** What is kept of one kind of operation. */
interface Segment {
  readonly size: number
  readonly calculatedSize: number
}

const SECONDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5]

/** Look-ups, time spent compiling, and how much each segment of the cache holds. */
export function createCompileMetrics(
  metrics: Registry,
  segments: Readonly<Record<string, Segment>>,
): CompileMetrics {
  const registers = [metrics]
  const lookups = new Counter({
    name: 'hub_compiled_operations_total',
    help: 'Look-ups of compiled operations by result',
    labelNames: ['result'],
    registers,
  })
  const times = new Histogram({
    name: 'hub_compile_seconds',
    help: 'Time to filter, plan and check an operation that was not known',
    buckets: SECONDS,
    registers,
  })
  const gauges = [
    ['hub_compiled_operations_kept', 'Compiled operations kept', 'size'],
    ['hub_compiled_operations_bytes', 'Memory they take, estimated', 'calculatedSize'],
  ] as const
  for (const [name, help, field] of gauges) {
    const collect = function (this: Gauge): void {
      for (const [segment, kept] of Object.entries(segments)) this.set({ segment }, kept[field])
    }
    metrics.registerMetric(
      new Gauge({ name, help, labelNames: ['segment'], registers: [], collect }),
    )
  }
  const hit = lookups.labels('hit')
  const miss = lookups.labels('miss')
  return {
    countLookup: (isHit) => (isHit ? hit : miss).inc(),
    observeCompile: (ms) => times.observe(ms / 1_000),
  }
}
