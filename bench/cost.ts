import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerOperation } from '../gateway/execute/answer-operation.ts'
import { compare, load, type Work } from './cost/compare.ts'
import { assembleHub, type HubParts } from './cost/hub-parts.ts'
import { ask, makeContext } from './cost/one-person.ts'
import { measureParts, type PartCosts } from './cost/parts.ts'
import { measureProof } from './cost/proof.ts'
import { measureWholeLane } from './cost/whole-lane.ts'
import { startLane } from './gateway/lane.ts'

const ROUNDS = 16
const CONNECTIONS = 32

/** Microseconds that answering takes above executing alone. */
interface Answering {
  readonly c32: number
  readonly c1: number
}

/**
 * What disclosure costs of the gateway's CPU on OneStopPerson: a hub asked with a desk session's cookie
 * and all that disclosure takes, beside the same gateway with nothing of it (`lane`: `above` is the
 * cost, `aboveQuartiles` how far its rounds lie apart); then part by part (`parts`, which add up to
 * `lane.c32.above` and `lane.c1.above`). All over the same canned agencies, at 32 requests at once and
 * one after the other. `--rounds N` (16); microseconds of CPU of all threads for each request, the
 * mean of the middle half of the rounds.
 */
export async function runBenchmark(options: readonly string[]): Promise<object> {
  const rounds = Number(options[options.indexOf('--rounds') + 1]) || ROUNDS
  const dataDir = mkdtempSync(join(tmpdir(), 'hub-bench-cost-'))
  const agencies = await startLane('agencies', 'lane-agencies.ts', [])
  try {
    const lane = await measureWholeLane(agencies.ready.url, rounds)
    const hub = await assembleHub(agencies.ready.url, dataDir)
    const answering = await measureAnswering(hub, rounds)
    const { alone, logged, subjects } = await measureParts(hub, rounds)
    await hub.log.close()
    const parts = Object.fromEntries(
      (['c32', 'c1'] as const).map((name) => [
        name,
        addUp(lane[name]!.above, answering[name], logged[name], alone),
      ]),
    )
    const { hopToken, ...madeOf } = alone
    const beside = { hopToken, dpopProof: await measureProof() }
    const head = { benchmark: 'cost', node: process.version, rounds, unit: 'µs CPU' }
    return { ...head, lane, parts, madeOf, subjects, beside }
  } finally {
    agencies.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** The cost of a whole gateway by its parts; two are what the others leave. */
function addUp(
  above: number,
  answering: number,
  logged: number,
  { describe = 0, ...madeOf }: PartCosts['alone'],
): Readonly<Record<string, number>> {
  const { hopToken: _inBoth, ...records } = madeOf
  const written = Object.values(records).reduce((sum, cost) => sum + cost, 0)
  const parts = {
    describe,
    recordsAndHashes: written,
    keysAndCommit: logged - written,
    roundTheLog: answering - describe - logged,
    letIn: above - answering,
  }
  return Object.fromEntries(Object.entries(parts).map(([name, cost]) => [name, Math.round(cost)]))
}

async function measureAnswering(hub: HubParts, rounds: number): Promise<Answering> {
  const ways = new Map<string, Work>([
    ['alone', () => executeAlone(hub)],
    ['answered', async () => JSON.stringify(await answerOperation(hub, ask(hub), makeContext()))],
  ])
  const above = async (connections: number): Promise<number> => {
    const costs = await compare(ways, rounds, (work) => load(work, connections))
    return costs['answered']! - costs['alone']!
  }
  return { c32: await above(CONNECTIONS), c1: await above(1) }
}

async function executeAlone(hub: HubParts): Promise<string> {
  const [request, context] = [ask(hub), makeContext()]
  const { filtered } = hub.operations.get(request, context.access!.rights)
  return JSON.stringify(await hub.executor.execute(filtered!, request.variables, context))
}
