import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadVisits, type VisitRound } from '../visit/load-visits.ts'
import { withSites, type Site } from '../visit/sites.ts'
import { summarise } from '../visit/summarise.ts'
import { formHouseholds, type FormedHousehold } from './form-households.ts'

const SIZES = [1, 2, 5, 10, 20, 50]
/** Households of each size, whose heads come in turn. */
const EACH = 4

/**
 * Households of 1 to 50 members, formed in a sample of the bench's own; their heads come to the desk.
 * `--rounds N` (5), `--amount N` (400) visits a size and round, `--connections N` (8).
 */
export async function measureAxis(options: readonly string[]): Promise<object> {
  const { rounds, amount, connections } = readOptions(options)
  const dataDir = await mkdtemp(join(tmpdir(), 'hub-bench-members-'))
  try {
    return await withSites([dataDir], true, async ([site]) => {
      const formed = await formHouseholds(dataDir, SIZES, EACH)
      const load = (members: number): Promise<VisitRound> =>
        visitHeads(site!, formed.get(members)!, amount, connections)
      for (const members of SIZES) await load(members)
      const all = new Map<number, VisitRound[]>(SIZES.map((members) => [members, []]))
      for (let index = 0; index < rounds; index++) {
        for (const members of index % 2 === 0 ? SIZES : SIZES.toReversed()) {
          all.get(members)!.push(await load(members))
        }
      }
      return describe(all)
    })
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

function describe(all: ReadonlyMap<number, readonly VisitRound[]>): object {
  const points = [...all].map(([members, rounds]) => ({
    members,
    costMs: summarise(rounds).costMs,
    errors: rounds.reduce((sum, { errors }) => sum + errors, 0),
  }))
  const costOf = (members: number): number =>
    points.find((point) => point.members === members)?.costMs ?? Number.NaN
  const perMember = (from: number, to: number): number =>
    round((costOf(to) - costOf(from)) / (to - from))
  // linear: a member more costs the same in a large household as in a small one
  return { points, msPerMember: { from1to10: perMember(1, 10), from10to50: perMember(10, 50) } }
}

function visitHeads(
  { lane, auth, dataDir }: Site,
  households: readonly FormedHousehold[],
  amount: number,
  connections: number,
): Promise<VisitRound> {
  const visitors = Array.from({ length: amount }, (_, at) => households[at % households.length]!)
  return loadVisits(lane, auth, { visitors, connections, dataDir })
}

function readOptions(options: readonly string[]): {
  readonly rounds: number
  readonly amount: number
  readonly connections: number
} {
  const { values } = parseArgs({
    args: [...options],
    options: {
      rounds: { type: 'string', default: '5' },
      amount: { type: 'string', default: '400' },
      connections: { type: 'string', default: '8' },
    },
    strict: false,
  })
  return {
    rounds: Number(values.rounds),
    amount: Number(values.amount),
    connections: Number(values.connections),
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
