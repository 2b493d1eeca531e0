import { performance } from 'node:perf_hooks'
import { askRandomly, type FuzzSchema } from '../test/support/fuzz/fuzz-schema.ts'
import { drawFrom } from '../test/support/fuzz/draw-from.ts'
import { createHubWorld, createLibrary } from '../test/support/fuzz/fuzz-schemas.ts'

const DOCUMENTS = 50_000
const FIRST_SEED = 1

/**
 * Random documents over each fuzz schema, answered by the gateway's executor and by one schema over the
 * same data. `--documents N` valid ones in all (50,000), `--seed N` (1): the same seed draws the same.
 */
export async function runBenchmark(options: readonly string[]): Promise<object> {
  const documents = readNumber(options, '--documents') ?? DOCUMENTS
  const seed = readNumber(options, '--seed') ?? FIRST_SEED
  const schemas = { library: createLibrary(), hub: createHubWorld() }
  const share = Math.ceil(documents / Object.keys(schemas).length)
  const started = performance.now()
  const results: Record<string, object> = {}
  for (const [name, schema] of Object.entries(schemas)) {
    results[name] = await compare(schema, share, seed)
  }
  const seconds = Math.round((performance.now() - started) / 100) / 10
  return { benchmark: 'fuzz', node: process.version, seed, seconds, results }
}

async function compare(schema: FuzzSchema, documents: number, seed: number): Promise<object> {
  const draw = drawFrom(seed)
  const different: string[] = []
  let compared = 0
  let planFaults = 0
  while (compared < documents) {
    const answer = await askRandomly(schema, draw)
    if (!answer) continue
    compared += 1
    if (answer.isPlanFault) planFaults += 1
    else if (answer.actual !== answer.expected) different.push(answer.query)
  }
  return { compared, planFaults, different: different.length, examples: different.slice(0, 3) }
}

function readNumber(options: readonly string[], name: string): number | undefined {
  const at = options.indexOf(name)
  const value = at < 0 ? Number.NaN : Number(options[at + 1])
  return Number.isFinite(value) ? value : undefined
}
