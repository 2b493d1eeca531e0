import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createNoteSigner } from '../gateway/audit/signed-note.ts'
import { measureDisclosures } from './audit/disclosures.ts'
import { measureLogAlone } from './audit/log-alone.ts'

const RECORDS = 1_000_000
/** Requests in flight: what shares a commit. */
const IN_FLIGHT = 500
/** Each of the two parts ends then, with the records it has. */
const MOST_SECONDS = 180
const SEED = Buffer.alloc(32, 1)
const SUBJECT_KEY = Buffer.alloc(32, 2)

/**
 * How fast the disclosure log takes records, alone and as whole disclosures of one person each, and
 * what its files, its verifier and a receipt of its first request are then: 1 M records (or as many as
 * `npm run bench -- audit <records> <seconds>` says), or what three minutes allow.
 */
export async function runBenchmark(options: readonly string[]): Promise<object> {
  const [records = RECORDS, seconds = MOST_SECONDS] = options.map(Number)
  const extent = { records, seconds, inFlight: IN_FLIGHT }
  const signer = createNoteSigner('hub.local/bench', SEED)
  const dataDir = mkdtempSync(join(tmpdir(), 'hub-bench-audit-'))
  try {
    const alone = join(dataDir, 'alone')
    const log = await measureLogAlone(alone, signer, extent)
    process.stderr.write(`the log alone: ${JSON.stringify(log)}\n`)
    rmSync(alone, { recursive: true })
    const place = { dataDir, signer, signingSeeds: () => [SEED], subjectKey: SUBJECT_KEY }
    const disclosures = await measureDisclosures(place, extent)
    return { benchmark: 'audit', node: process.version, ...extent, log, disclosures }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
