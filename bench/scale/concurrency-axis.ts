import { parseArgs } from 'node:util'
import { readRegisteredOperations } from '../../gateway/compile/registered-operations.ts'
import { startLane } from '../gateway/lane.ts'
import { measurePlaces, round } from './rounds.ts'

const CONNECTIONS = [1, 4, 16, 32, 64, 128, 256]
/** How much more CPU a request may take beside 255 others than beside 15, and be linear. */
const LINEAR = 1.3

/**
 * The same visit asked by 1 to 256 at once over agencies that answer at once: CPU a request, and how long
 * each waits. `--rounds N` (3), `--amount N` (1,000) requests a place and round.
 */
export async function measureAxis(options: readonly string[]): Promise<object> {
  const { values } = parseArgs({
    args: [...options],
    options: {
      rounds: { type: 'string', default: '3' },
      amount: { type: 'string', default: '1000' },
    },
    strict: false,
  })
  const agencies = await startLane('agencies', 'lane-agencies.ts', [])
  const lane = await startLane('hub', 'lane-hub.ts', [agencies.ready.url])
  try {
    const query = readRegisteredOperations().get('OneStopPerson')!.text
    const body = JSON.stringify({ query, variables: { nationalId: 'S223456786' } })
    const amount = Number(values.amount)
    const places = CONNECTIONS.map((connections) => {
      return { at: connections, lane, body, amount, connections }
    })
    const points = await measurePlaces(places, Number(values.rounds))
    const costOf = (connections: number): number =>
      points.find(({ at }) => at === connections)?.cpuMsPerRequest ?? Number.NaN
    const growth = round(costOf(256) / costOf(16))
    return { points, growthFrom16To256: growth, isLinear: growth <= LINEAR }
  } finally {
    lane.stop()
    agencies.stop()
  }
}
