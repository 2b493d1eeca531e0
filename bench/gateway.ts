import { readRegisteredOperations } from '../gateway/compile/registered-operations.ts'
import { startLane, type Lane } from './gateway/lane.ts'
import { loadLane, type Round } from './gateway/load.ts'

const DEFAULT_ROUNDS = 5
const CONNECTIONS = 32
const AMOUNT = 1_500
const SINGLE_AMOUNT = 300

/**
 * The hub's gateway, everything on, beside stock @apollo/gateway with nothing on, over canned agencies;
 * and between them one executor or the other behind a bare server. Rounds are interleaved; medians with
 * their spread. `--rounds N` (5).
 */
export async function runBenchmark(options: readonly string[]): Promise<object> {
  const rounds = Number(options[options.indexOf('--rounds') + 1]) || DEFAULT_ROUNDS
  const agencies = await startLane('agencies', 'lane-agencies.ts', [])
  const lanes: Lane[] = []
  try {
    const { url } = agencies.ready
    lanes.push(await startLane('hub', 'lane-hub.ts', [url]))
    lanes.push(await startLane('compiledExecutor', 'lane-executor.ts', [url, 'compiled']))
    lanes.push(await startLane('apolloExecutor', 'lane-executor.ts', [url, 'apollo']))
    lanes.push(await startLane('stockApollo', 'lane-stock.ts', [url]))
    return await compare(lanes, rounds)
  } finally {
    for (const lane of [...lanes, agencies]) lane.stop()
  }
}

async function compare(lanes: readonly Lane[], rounds: number): Promise<object> {
  const query = readRegisteredOperations().get('OneStopPerson')!.text
  const body = JSON.stringify({ query, variables: { nationalId: 'S223456786' } })
  const many = new Map<string, Round[]>(lanes.map(({ name }) => [name, []]))
  const single = new Map<string, Round[]>(lanes.map(({ name }) => [name, []]))
  for (const lane of lanes) await loadLane(lane, body, { amount: 400, connections: CONNECTIONS })
  for (let index = 0; index < rounds; index++) {
    for (const lane of index % 2 === 0 ? lanes : lanes.toReversed()) {
      const load = { amount: AMOUNT, connections: CONNECTIONS }
      many.get(lane.name)!.push(await loadLane(lane, body, load))
      const alone = { amount: SINGLE_AMOUNT, connections: 1 }
      single.get(lane.name)!.push(await loadLane(lane, body, alone))
    }
  }
  const speed = (name: string): number =>
    median(many.get(name)!.map(({ requestsPerSecond }) => requestsPerSecond))
  const ratio = (one: string, other: string): number =>
    Math.round((speed(one) / speed(other)) * 100) / 100
  return {
    benchmark: 'gateway',
    node: process.version,
    rounds,
    c32: Object.fromEntries([...many].map(([name, each]) => [name, summary(each)])),
    c1: Object.fromEntries([...single].map(([name, each]) => [name, summary(each)])),
    ratios: {
      stockApollo: ratio('hub', 'stockApollo'),
      executorOverStockApollo: ratio('compiledExecutor', 'stockApollo'),
      executorOverApolloExecutor: ratio('compiledExecutor', 'apolloExecutor'),
    },
  }
}

function summary(rounds: readonly Round[]): object {
  const of = (key: keyof Round): number => round(median(rounds.map((each) => each[key])))
  const speeds = rounds.map(({ requestsPerSecond }) => Math.round(requestsPerSecond))
  return {
    requestsPerSecond: of('requestsPerSecond'),
    spread: [Math.min(...speeds), Math.max(...speeds)],
    p50: of('p50'),
    p99: of('p99'),
    cpuMsPerRequest: of('cpuMsPerRequest'),
    rssMb: of('rssMb'),
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
