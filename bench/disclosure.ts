import { performance } from 'node:perf_hooks'
import { createDisclosureTrial } from '../test/support/disclosure/disclosure-trial.ts'
import { drawFrom } from '../test/support/fuzz/draw-from.ts'

const CASES = 1_000_000
const FIRST_SEED = 1
const DOCUMENTS_PER_SEED = 200
const PROGRESS_EVERY_MS = 10_000

/**
 * Random documents of the whole supergraph under random scopes. `--cases N` (1,000,000), `--seconds N`
 * (no bound), `--seed N` (1): every seed draws 200 documents, so that `nextSeed` goes on where this ended.
 * Ends at the first fault, whose seed draws it again.
 */
export async function runBenchmark(options: readonly string[]): Promise<object> {
  const cases = readNumber(options, '--cases') ?? CASES
  const seconds = readNumber(options, '--seconds') ?? Infinity
  const trial = await createDisclosureTrial()
  const started = performance.now()
  const passed = (): number => performance.now() - started
  let seed = readNumber(options, '--seed') ?? FIRST_SEED
  let told = 0
  let found: object | undefined
  while (!found && trial.counts.cases < cases && passed() < seconds * 1_000) {
    const draw = drawFrom(seed)
    for (let count = 0; count < DOCUMENTS_PER_SEED && !found; count++) found = await trial.run(draw)
    if (!found) seed += 1
    if (passed() - told > PROGRESS_EVERY_MS) {
      told = passed()
      process.stderr.write(`${trial.counts.cases} cases, seed ${seed}\n`)
    }
  }
  const took = Math.round(passed() / 100) / 10
  const faults = found ? [{ seed, ...found }] : []
  return { benchmark: 'disclosure', seconds: took, ...trial.counts, nextSeed: seed, faults }
}

function readNumber(options: readonly string[], name: string): number | undefined {
  const at = options.indexOf(name)
  const value = at < 0 ? Number.NaN : Number(options[at + 1])
  return Number.isFinite(value) ? value : undefined
}
