import { join } from 'node:path'
import type { DisclosureLog, DisclosureOutcome } from '../../gateway/audit/disclosure-log.ts'
import { openLog } from '../../gateway/audit/log-reader.ts'
import { writeReceipt } from '../../gateway/audit/receipt.ts'
import type { NoteSigner } from '../../gateway/audit/signed-note.ts'
import { SubjectKeys } from '../../gateway/audit/subject-keys.ts'
import { openDisclosureLog, subjectKeysFile } from '../../gateway/audit/tiled-disclosure-log.ts'
import { verifyReceipt } from '../../gateway/audit/verify-receipt.ts'
import { measureVerifier, type Extent } from './log-alone.ts'
import { outcomeOf } from './sample-outcome.ts'
import { bytesIn, round, using } from './usage.ts'

/** Where the log is, and what it is kept with. */
export interface Place {
  readonly dataDir: string
  readonly signer: NoteSigner
  readonly signingSeeds: () => readonly Uint8Array[]
  readonly subjectKey: Uint8Array
}

/** Disclosures of one person each, hashes and all: intent and outcome, hundreds in flight. */
export async function measureDisclosures(place: Place, extent: Extent): Promise<object> {
  const log = await open(place)
  const first = outcomeOf(0)
  await log.intend(first)
  await log.conclude(first)
  const { result, usage } = await using(() => disclose(log, extent))
  const closing = await using(() => log.close())
  const starting = await using(async () => (await open(place)).close())
  const folder = join(place.dataDir, 'log')
  return {
    records: result.records,
    recordsPerSecond: Math.round(result.records / usage.seconds),
    requestMs: result.requestMs,
    ...usage,
    bytes: bytesIn(folder),
    closeSeconds: closing.usage.seconds,
    startSeconds: starting.usage.seconds,
    ...(await measureVerifier(folder, place.signer)),
    receipt: await proveFirst(place, first),
  }
}

async function disclose(
  log: DisclosureLog,
  { records, seconds, inFlight }: Extent,
): Promise<{ readonly records: number; readonly requestMs: object }> {
  const until = performance.now() + seconds * 1_000
  const latencies: number[] = []
  let requests = 0
  const client = async (): Promise<void> => {
    while (requests < records / 2 && performance.now() < until) {
      const outcome = outcomeOf(++requests)
      const isTimed = requests % 100 === 0
      const sent = performance.now()
      await log.intend(outcome)
      await log.conclude(outcome)
      if (isTimed) latencies.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, client))
  return { records: requests * 2, requestMs: percentiles(latencies) }
}

function open({ dataDir, signer, signingSeeds, subjectKey }: Place): Promise<DisclosureLog> {
  return openDisclosureLog({
    dataDir,
    origin: signer.name,
    publicUrl: 'https://hub.example',
    signingSeeds,
    subjectKey,
    onFault: (fault) => {
      throw fault
    },
  })
}

/** The receipt of the first request, with all others after it: whole, and with one value changed. */
async function proveFirst(
  { dataDir, signer, subjectKey }: Place,
  { context, data }: DisclosureOutcome,
): Promise<object> {
  const log = (await openLog(join(dataDir, 'log'), signer))!
  const keys = SubjectKeys.open(subjectKeysFile(dataDir), subjectKey)
  const started = performance.now()
  const receipt = await writeReceipt(log, keys, context.requestId, 1)
  const ms = round(performance.now() - started)
  keys.close()
  const changed = JSON.parse(JSON.stringify(data).replace('1985-03-02', '1985-03-03')) as unknown
  return {
    ms,
    furtherRecords: log.size - 2,
    isProven: verifyReceipt(receipt!, signer, data).fault === null,
    isProvenWithOneValueChanged: verifyReceipt(receipt!, signer, changed).fault === null,
  }
}

function percentiles(values: readonly number[]): object {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number): number => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)
  return { p50: at(0.5), p99: at(0.99) }
}
