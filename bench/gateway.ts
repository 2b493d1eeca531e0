import { readRegisteredOperations } from '../gateway/compile/registered-operations.ts'
import { composeNationalId } from '../schemas/scalars/national-id.ts'
import { startLane, type Lane } from './gateway/lane.ts'
import { loadLane, type Round } from './gateway/load.ts'
import { startPeers } from './gateway/peers.ts'

const DEFAULT_ROUNDS = 9
// what is measured is a process that has run for a while, all lanes alike
const WARM_AMOUNT = 10_000
const CITIZENS = 200
const MANY = { amount: 2_000, connections: 32 }
const ALONE = { amount: 400, connections: 1 }

type Rounds = ReadonlyMap<string, Round[]>

/**
 * The hub's gateway, everything on, asked with a desk session's cookie and with a DPoP proof a request;
 * beside stock @apollo/gateway, Hive Gateway and @mercuriusjs/gateway with nothing on, and beside the bare
 * calls. Once over agencies that answer canned bytes at once, so that gateways alone are measured, and once
 * over mercurius in memory. Rounds are interleaved; medians with their spread. `--rounds N` (9), `--quick`
 * (without the peers that must be installed).
 */
export async function runBenchmark(options: readonly string[]): Promise<object> {
  const rounds = Number(options[options.indexOf('--rounds') + 1]) || DEFAULT_ROUNDS
  const isQuick = options.includes('--quick')
  const canned = await overAgencies('lane-agencies.ts', rounds, isQuick)
  const real = await overAgencies('lane-real-agencies.ts', rounds, true)
  const ratio = ratioOf(canned.many)
  return {
    benchmark: 'gateway',
    node: process.version,
    rounds,
    canned: { c32: summaries(canned.many), c1: summaries(canned.alone) },
    real: { c32: summaries(real.many), c1: summaries(real.alone) },
    ratios: {
      stockApollo: ratio('hub', 'stockApollo'),
      hive: ratio('hub', 'hive'),
      hiveTuned: ratio('hub', 'hiveTuned'),
      mercurius: ratio('hub', 'mercurius'),
      bareCalls: ratio('hub', 'bareCalls'),
      withProofOverStockApollo: ratio('hubWithProof', 'stockApollo'),
      realOverBareCalls: ratioOf(real.many)('hub', 'bareCalls'),
    },
  }
}

async function overAgencies(
  file: string,
  rounds: number,
  isQuick: boolean,
): Promise<{ readonly many: Rounds; readonly alone: Rounds }> {
  const agencies = await startLane('agencies', file, [])
  const lanes: Lane[] = []
  try {
    const { url } = agencies.ready
    const hub = await startLane('hub', 'lane-hub.ts', [url])
    const { cookie: _cookie, ...ready } = hub.ready
    // the same process, asked otherwise
    lanes.push(hub, { ...hub, name: 'hubWithProof', ready, stop: () => undefined })
    lanes.push(await startLane('bareCalls', 'lane-bare.ts', [url]))
    lanes.push(await startLane('stockApollo', 'lane-stock.ts', [url]))
    if (!isQuick) lanes.push(...(await startPeers(url)))
    return await measure(lanes, rounds)
  } finally {
    for (const lane of [...lanes, agencies]) lane.stop()
  }
}

async function measure(
  lanes: readonly Lane[],
  rounds: number,
): Promise<{ readonly many: Rounds; readonly alone: Rounds }> {
  const query = readRegisteredOperations().get('OneStopPerson')!.text
  // Hive answers equal requests in flight as one: nobody's visit is everybody's
  const bodies = Array.from({ length: CITIZENS }, (_each, serial) =>
    JSON.stringify({ query, variables: { nationalId: composeNationalId('S', 2, serial) } }),
  )
  const many = new Map<string, Round[]>(lanes.map(({ name }) => [name, []]))
  const alone = new Map<string, Round[]>(lanes.map(({ name }) => [name, []]))
  for (const lane of lanes) await loadLane(lane, bodies, { ...MANY, amount: WARM_AMOUNT })
  for (let index = 0; index < rounds; index++) {
    for (const lane of index % 2 === 0 ? lanes : lanes.toReversed()) {
      many.get(lane.name)!.push(await loadLane(lane, bodies, MANY))
      alone.get(lane.name)!.push(await loadLane(lane, bodies, ALONE))
    }
    process.stderr.write(`round ${index + 1} of ${rounds}\n`)
  }
  return { many, alone }
}

function ratioOf(rounds: Rounds): (one: string, other: string) => number | null {
  const speed = (name: string): number =>
    median((rounds.get(name) ?? []).map(({ requestsPerSecond }) => requestsPerSecond))
  return (one, other) => (speed(other) > 0 ? round(speed(one) / speed(other)) : null)
}

function summaries(rounds: Rounds): object {
  return Object.fromEntries([...rounds].map(([name, each]) => [name, summary(each)]))
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
  return Math.round(value * 1_000) / 1_000
}
