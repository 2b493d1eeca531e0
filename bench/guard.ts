import { performance } from 'node:perf_hooks'
import { post } from '../test/support/client.ts'
import { OVERSIZED } from '../test/support/oversized-documents.ts'
import { startTestHub } from '../test/support/running-hub.ts'

const ATTEMPTS = 20
const MOST_MS = 50

/**
 * Every document beyond the guard's limits, sent to a running hub: milliseconds from request to refusal,
 * the median of 20 attempts and the slowest.
 */
export async function runBenchmark(): Promise<object> {
  const hub = await startTestHub({ HUB_PUBLIC_RATE: '0', HUB_FAULTY_DOCUMENTS: '1000000' })
  const cases: object[] = []
  let isQuick = true
  try {
    for (const [name, query] of OVERSIZED) {
      const times: number[] = []
      const codes = new Set<string>()
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const started = performance.now()
        const { body } = await post(hub, JSON.stringify({ query }))
        times.push(performance.now() - started)
        codes.add(String(body.errors?.[0]?.extensions?.code))
      }
      times.sort((one, other) => one - other)
      const ms = rounded(times[ATTEMPTS / 2]!)
      isQuick &&= ms < MOST_MS
      cases.push({ case: name, ms, slowest: rounded(times.at(-1)!), codes: [...codes] })
      process.stderr.write(`${ms} ms  ${name}\n`)
    }
  } finally {
    await hub.stop()
  }
  return { benchmark: 'guard', allUnderMs: isQuick ? MOST_MS : null, cases }
}

function rounded(ms: number): number {
  return Math.round(ms * 100) / 100
}
