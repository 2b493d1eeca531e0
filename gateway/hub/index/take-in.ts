import { setImmediate } from 'node:timers/promises'
import { hubError } from '../../../schemas/errors.ts'
import type { Bundle, OpenLog } from '../../audit/log-reader.ts'
import type { LogSource } from '../../audit/disclosure-log.ts'
import type { DataClassesOf } from './data-classes.ts'
import type { LogIndex, PersonHandle } from './log-index.ts'
import { readBatch } from './read-batch.ts'

const PERSONS_AT_ONCE = 5_000
// what a transaction costs beside its rows is small from there on
const FEWEST_IN_PART = 32

/** A log, as far as it is read into an index. */
export type ReadSource = Pick<LogSource, 'origin' | 'read' | 'handleOf' | 'handlesFrom'>

/** A name of the key that leads from persons to handles: logs of one key are searched together. */
export function keyIdOf(source: Pick<LogSource, 'handleOf'>): string {
  return source.handleOf('')
}

/** How what there is to take in is spread, and who is told how far it is. */
export interface TakeInManner {
  /** Parts that it is cut into, as far as each has some records to it; bundles as they are when absent. */
  readonly parts?: number
  /** What is waited for after each. */
  rest?(): Promise<unknown>
  onProgress?(records: number, size: number): void
}

/**
 * Takes into the index what the log has beyond it, a bundle or a part of one in one transaction each; answers
 * how many records are in then. Killed or run twice at once, it goes on where the index stands.
 *
 * @throws HubError DISCLOSURE_LOG_DAMAGED when the index knows more than the log has; LOG_ORIGIN_TAKEN
 */
export async function takeIn(
  source: ReadSource,
  index: LogIndex,
  dataClassesOf: DataClassesOf,
  { parts, rest = setImmediate, onProgress }: TakeInManner = {},
): Promise<number> {
  const { origin } = source
  const log = await claim(source, index)
  const stands = await index.stand(origin, keyIdOf(source))
  let { records } = stands
  const size = log?.size ?? 0
  if (records > size) {
    const reason = `its index knows ${records} records and it has ${size}`
    throw hubError('DISCLOSURE_LOG_DAMAGED', { reason })
  }
  if (!log || records === size) return records
  await takeRowsIn(source, index, stands.persons)
  const most = parts ? Math.max(FEWEST_IN_PART, Math.ceil((size - records) / parts)) : Infinity
  // a part of many bundles has one rest
  const share = parts ? most : 0
  let unrested = 0
  while (records < size) {
    for await (const part of partsFrom(log, records, most)) {
      unrested += part.entries.length
      const batch = readBatch(origin, part, dataClassesOf)
      records = await index.add(batch)
      onProgress?.(records, size)
      // whoever else takes this log in has been faster
      if (records !== batch.to) break
      if (records >= size || unrested < share) continue
      unrested = 0
      await rest()
    }
  }
  return records
}

async function* partsFrom(log: OpenLog, from: number, most: number): AsyncGenerator<Bundle> {
  for await (const { start, entries } of log.bundlesFrom(from)) {
    for (let at = 0; at < entries.length; at += most) {
      yield { start: start + at, entries: entries.slice(at, at + most) }
    }
  }
}

/** Puts the index's persons of this log right where somebody was erased while it was away. Throws LOG_ORIGIN_TAKEN. */
export async function takePersonsIn(source: ReadSource, index: LogIndex): Promise<void> {
  await claim(source, index)
  let count = 0
  for (const _ of source.handlesFrom(0)) if (++count % PERSONS_AT_ONCE === 0) await setImmediate()
  if (count !== (await index.countPersons(source.origin))) await takeRowsIn(source, index, 0)
}

/** The log, once its name in the index is its own: nothing of another log may be touched under it. */
async function claim(source: ReadSource, index: LogIndex): ReturnType<ReadSource['read']> {
  const log = await source.read()
  const first = log && log.size > 0 ? (await log.nodeAt(0, 0)).toString('base64') : null
  await index.claim(source.origin, keyIdOf(source), first)
  return log
}

async function takeRowsIn(source: ReadSource, index: LogIndex, from: number): Promise<void> {
  let [first, next] = [from, from]
  let taken: PersonHandle[] = []
  const take = async (): Promise<void> => {
    await index.addPersons(source.origin, first, next, taken)
    taken = []
    first = next
  }
  for (const { row, handle, pseudonym } of source.handlesFrom(from)) {
    taken.push({ handle, pseudonym })
    next = row + 1
    if (taken.length === PERSONS_AT_ONCE) await take()
  }
  if (taken.length > 0 || from === 0) await take()
}
