import { performance } from 'node:perf_hooks'
import { askRandomly, type FuzzSchema } from '../test/support/fuzz/fuzz-schema.ts'
import { drawFrom } from '../test/support/fuzz/draw-from.ts'
import { createHubWorld, createLibrary, createTransit } from '../test/support/fuzz/fuzz-schemas.ts'

const DOCUMENTS = 50_000
const FIRST_SEED = 1
const TOLD_EACH = 1_000

/**
 * Random documents over each fuzz schema, answered by the gateway's executor and by one schema over the
 * same data. `refused` are those of which the gateway itself says that they are not answered whole: the
 * planner fails on them; `different` are wrong. `--documents N` valid ones in all (50,000), `--seed N` (1): the same seed draws the same.
 */
export async function runBenchmark(options: readonly string[]): Promise<object> {
  const documents = readNumber(options, '--documents') ?? DOCUMENTS
  const seed = readNumber(options, '--seed') ?? FIRST_SEED
  const schemas = { library: createLibrary(), transit: createTransit(), hub: createHubWorld() }
  const share = Math.ceil(documents / Object.keys(schemas).length)
  const started = performance.now()
  const results: Record<string, object> = {}
  for (const [name, schema] of Object.entries(schemas)) {
    results[name] = await compare(name, schema, share, seed)
  }
  const seconds = Math.round((performance.now() - started) / 100) / 10
  return { benchmark: 'fuzz', node: process.version, seed, seconds, results }
}

async function compare(
  name: string,
  schema: FuzzSchema,
  documents: number,
  seed: number,
): Promise<object> {
  const draw = drawFrom(seed)
  const different: string[] = []
  let compared = 0
  let refused = 0
  while (compared < documents) {
    const answer = await askRandomly(schema, draw)
    if (!answer) continue
    compared += 1
    if (compared % TOLD_EACH === 0) process.stderr.write(`${name}: ${compared} of ${documents}\n`)
    if (answer.actual === answer.expected) continue
    if (answer.isRefused) refused += 1
    else different.push(answer.query)
  }
  return { compared, refused, different: different.length, examples: different.slice(0, 3) }
}

function readNumber(options: readonly string[], name: string): number | undefined {
  const at = options.indexOf(name)
  const value = at < 0 ? Number.NaN : Number(options[at + 1])
  return Number.isFinite(value) ? value : undefined
}
