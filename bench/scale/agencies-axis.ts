import { parseArgs } from 'node:util'
import { startLane, type Lane } from '../gateway/lane.ts'
import { joinedDocument } from './joined-agencies.ts'
import { measurePlaces, round, type Place } from './rounds.ts'

const COUNTS = [3, 6, 9, 12, 15]
/** The power of their number that the cost may grow with, and be no worse than linear. */
const LINEAR = 1.1

/**
 * One entity that 3 to 15 agencies know a part of, each asked for its part: what an agency more costs the
 * gateway. `--rounds N` (3), `--amount N` (600) requests a place and round.
 */
export async function measureAxis(options: readonly string[]): Promise<object> {
  const { values } = parseArgs({
    args: [...options],
    options: {
      rounds: { type: 'string', default: '3' },
      amount: { type: 'string', default: '600' },
    },
    strict: false,
  })
  const lanes: Lane[] = []
  try {
    const places: Place[] = []
    for (const count of COUNTS) {
      const agencies = await startLane('agencies', 'lane-joined-agencies.ts', [String(count)])
      lanes.push(agencies)
      const lane = await startLane('hub', 'lane-hub-joined.ts', [agencies.ready.url, String(count)])
      lanes.push(lane)
      const body = JSON.stringify({ query: joinedDocument(count) })
      places.push({ at: count, lane, body, amount: Number(values.amount), connections: 8 })
    }
    const points = await measurePlaces(places, Number(values.rounds))
    const costOf = (count: number): number =>
      points.find(({ at }) => at === count)?.cpuMsPerRequest ?? Number.NaN
    const msPerAgency = {
      from3to9: round((costOf(9) - costOf(3)) / 6),
      from9to15: round((costOf(15) - costOf(9)) / 6),
    }
    const power = round(Math.log(costOf(15) / costOf(3)) / Math.log(15 / 3))
    return { points, msPerAgency, power, isLinear: power <= LINEAR }
  } finally {
    for (const lane of lanes) lane.stop()
  }
}
