import { readRegisteredOperations } from '../../gateway/compile/registered-operations.ts'
import { startLane, type Lane } from '../gateway/lane.ts'
import { loadLane } from '../gateway/load.ts'

const WARM = { amount: 3_000, connections: 32 }
const LOADS = {
  c32: { amount: 2_000, connections: 32 },
  c1: { amount: 400, connections: 1 },
}

/** Microseconds of CPU of a gateway's process for each request. */
export interface LaneCosts {
  readonly everything: number
  readonly without: number
  /** The median of what the rounds' pairs differ by. */
  readonly above: number
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
        const pair: number[] = []
        for (const lane of lanes) pair.push((await loadLane(lane, body, load)).cpuMsPerRequest)
        pairs.push(pair)
      }
      const of = (value: (pair: number[]) => number): number => median(pairs.map(value))
      costs[name] = {
        everything: of(([hub = 0]) => hub),
        without: of(([, open = 0]) => open),
        above: of(([hub = 0, open = 0]) => hub - open),
      }
    }
    return costs
  } finally {
    for (const lane of lanes) lane.stop()
  }
}

/** In microseconds. */
function median(ms: readonly number[]): number {
  const sorted = ms.toSorted((one, other) => one - other)
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? 0) * 1_000)
}
