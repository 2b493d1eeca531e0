import { readRegisteredOperations } from '../../gateway/compile/registered-operations.ts'
import { startLane, type Lane } from '../gateway/lane.ts'
import { loadLane } from '../gateway/load.ts'
import { middleOf } from './compare.ts'

// code is compiled in the background until long after it is quick
const WARM = { amount: 8_000, connections: 32 }
const LOADS = {
  c32: { amount: 1_500, connections: 32 },
  c1: { amount: 300, connections: 1 },
}

/** Microseconds of CPU of a gateway's process for each request. */
export interface LaneCosts {
  readonly everything: number
  readonly without: number
  /** The middle of what the rounds' pairs differ by. */
  readonly above: number
  /** A quarter of the pairs differ by less, and a quarter by more. */
  readonly aboveQuartiles: readonly [number, number]
}

/**
 * OneStopPerson through whole gateways, each a process, in pairs of rounds: the hub's, with a desk
 * session's cookie and all that disclosure takes, and the same with nothing of it.
 */
export async function measureWholeLane(
  agencies: string,
  rounds: number,
): Promise<Readonly<Record<string, LaneCosts>>> {
  const query = readRegisteredOperations().get('OneStopPerson')!.text
  const body = JSON.stringify({ query, variables: { nationalId: 'S223456786' } })
  const lanes: Lane[] = []
  try {
    lanes.push(await startLane('everything', 'lane-hub.ts', [agencies]))
    lanes.push(await startLane('without', '../cost/lane-open.ts', [agencies]))
    for (const lane of lanes) await loadLane(lane, body, WARM)
    const costs: Record<string, LaneCosts> = {}
    for (const [name, load] of Object.entries(LOADS)) {
      const pairs: number[][] = []
      for (let round = 0; round < rounds; round++) {
        const pair = [0, 0]
        // there and back: a machine that grows busy is not busier for one of them
        for (const i of round % 2 === 0 ? [0, 1] : [1, 0]) {
          pair[i] = 1_000 * (await loadLane(lanes[i]!, body, load)).cpuMsPerRequest
        }
        pairs.push(pair)
      }
      costs[name] = summarise(pairs)
    }
    return costs
  } finally {
    for (const lane of lanes) lane.stop()
  }
}

function summarise(pairs: readonly (readonly number[])[]): LaneCosts {
  const differences = pairs.map(([hub = 0, open = 0]) => hub - open)
  const sorted = differences.toSorted((one, other) => one - other)
  const at = (part: number): number => Math.round(sorted[Math.floor(sorted.length * part)] ?? 0)
  return {
    everything: Math.round(middleOf(pairs.map(([hub = 0]) => hub))),
    without: Math.round(middleOf(pairs.map(([, open = 0]) => open))),
    above: Math.round(middleOf(differences)),
    aboveQuartiles: [at(0.25), at(0.75)],
  }
}
