import { createHash } from 'node:crypto'
import { readRecord, type FoundRecord } from './logged-record.ts'
import type { OpenLog } from './log-reader.ts'
import { hashLeaf } from './merkle.ts'

/** Share of a month's requests that an auditor looks into; at least one. */
export const SAMPLE_SHARE = 0.01

// Taiwan has had no summer time since 1979.
const TAIPEI_HOURS = 8

/**
 * The requests of a month (Taipei time) that the auditor looks into, oldest first: 1 %, at least one.
 * The draw is by the hash of the month's last record: known to nobody before the month ends, and the
 * same for whoever draws again. `month` is `2018-05`.
 */
export async function drawMonthlySample(
  log: OpenLog,
  month: string,
): Promise<{ readonly requests: number; readonly sample: readonly FoundRecord[] }> {
  const [start, end] = boundsOf(month)
  const found: FoundRecord[] = []
  let last: Buffer | undefined
  for await (const { start: first, entries } of log.bundlesBackwards(await firstFrom(log, end))) {
    const records = entries.map((entry, i) => ({
      index: first + i,
      entry,
      record: readRecord(entry),
    }))
    const ofMonth = records.filter(({ record }) => record.at >= start)
    last ??= ofMonth.at(-1)?.entry
    found.unshift(...ofMonth.filter(({ record }) => isAnswer(record)))
    if (ofMonth.length < records.length) break
  }
  const count = found.length === 0 ? 0 : Math.max(1, Math.ceil(found.length * SAMPLE_SHARE))
  const seed = last ? hashLeaf(last) : Buffer.alloc(0)
  const drawn = found
    .map((one) => ({ one, lot: lotOf(seed, one.record.requestId) }))
    .toSorted((a, b) => Buffer.compare(a.lot, b.lot))
    .slice(0, count)
    .map(({ one }) => one)
  return { requests: found.length, sample: drawn.toSorted((a, b) => a.index - b.index) }
}

/** One record for each request that was answered. */
function isAnswer({ leaf, part = 1 }: FoundRecord['record']): boolean {
  return leaf === 'OUTCOME' && part === 1
}

function lotOf(seed: Buffer, requestId: string): Buffer {
  return createHash('sha256').update(seed).update(requestId).digest()
}

/** Start of the month and of the next, as records write times. */
function boundsOf(month: string): readonly [string, string] {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const at = (index: number): string =>
    new Date(Date.UTC(year, index, 1, -TAIPEI_HOURS)).toISOString()
  return [at(number - 1), at(number)]
}

/** Index of the first record from a time on; the size of the log when there is none. */
async function firstFrom(log: OpenLog, time: string): Promise<number> {
  let [low, high] = [0, log.size]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (readRecord(await log.entryAt(middle)).at < time) low = middle + 1
    else high = middle
  }
  return low
}
