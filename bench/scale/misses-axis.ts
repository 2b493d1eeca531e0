import { parseArgs } from 'node:util'
import { readRegisteredOperations } from '../../gateway/compile/registered-operations.ts'
import { startLane, type Lane } from '../gateway/lane.ts'
import { makeHeaders } from '../gateway/load.ts'
import { median, quantile, round } from './rounds.ts'

/** A miss may take so long beside a hit. */
const MOST_MS = 15
/** How much dearer the last misses of a flood may be than the first, and be linear. */
const LINEAR = 1.3

interface Asked {
  /** Milliseconds of each request, one after another. */
  readonly times: readonly number[]
  readonly cpuMs: number
}

/**
 * A flood of documents that the gateway has never seen, each as large as a visit: what a miss costs more
 * than a hit, whether the flood makes it dearer, and whether a registered operation is still at hand after
 * it. `--amount N` (600).
 */
export async function measureAxis(options: readonly string[]): Promise<object> {
  const { values } = parseArgs({
    args: [...options],
    options: { amount: { type: 'string', default: '600' } },
    strict: false,
  })
  const amount = Number(values.amount)
  const agencies = await startLane('agencies', 'lane-agencies.ts', [])
  const hub = await startLane('hub', 'lane-hub.ts', [agencies.ready.url])
  try {
    const query = readRegisteredOperations().get('OneStopPerson')!.text
    await ask(hub, () => query, 200)
    await ask(hub, (index) => `# warm ${index}\n${query}`, 100)
    const hits = await ask(hub, () => query, amount)
    const misses = await ask(hub, (index) => `# flood ${index}\n${query}`, amount)
    const before = await missesOf(hub)
    await ask(hub, () => query, 10)
    const third = Math.floor(amount / 3)
    const growth = median(misses.times.slice(-third)) / median(misses.times.slice(0, third))
    const p50 = median(misses.times) - median(hits.times)
    return {
      hit: summary(hits),
      miss: summary(misses),
      msPerMiss: { p50: round(p50), cpu: round((misses.cpuMs - hits.cpuMs) / amount) },
      growthInFlood: round(growth),
      isRegisteredKept: (await missesOf(hub)) === before,
      isWithin15Ms: p50 <= MOST_MS,
      isLinear: growth <= LINEAR,
    }
  } finally {
    hub.stop()
    agencies.stop()
  }
}

function summary({ times, cpuMs }: Asked): object {
  return {
    p50: round(median(times)),
    p99: round(quantile(times, 0.99)),
    cpuMsPerRequest: round(cpuMs / times.length),
  }
}

async function ask(hub: Lane, queryOf: (index: number) => string, amount: number): Promise<Asked> {
  const [headers = {}] = await makeHeaders(hub, 1)
  const times: number[] = []
  const before = await hub.usage()
  for (let index = 0; index < amount; index++) {
    const body = JSON.stringify({
      query: queryOf(index),
      variables: { nationalId: 'S223456786' },
    })
    const started = performance.now()
    const answer = await fetch(hub.ready.url, { method: 'POST', headers, body })
    const text = await answer.text()
    times.push(performance.now() - started)
    if (!text.startsWith('{"data":{')) throw new Error(`a request failed: ${text.slice(0, 200)}`)
  }
  const after = await hub.usage()
  return { times, cpuMs: after.cpuMs - before.cpuMs }
}

/** Documents that were not at hand so far, as the gateway's own metrics say. */
async function missesOf(hub: Lane): Promise<number> {
  const text = await (await fetch(new URL('/metrics', hub.ready.url))).text()
  return Number(/hub_compiled_operations_total\{result="miss"\} (\d+)/.exec(text)?.[1] ?? 0)
}
