import { canonicalJson } from './canonical-json.ts'
import { orderMembers } from './member-order.ts'

/** A record's canonical JSON around its time and place, which it gets in the commit. */
export interface PreparedRecord {
  /** Bytes of its text without the two. */
  readonly bytes: number
  readonly head: string
  readonly middle: string
  readonly tail: string
}

/** Members that stand before `at`, between `at` and `seq`, and after `seq`. */
type Third = 'head' | 'middle' | 'tail'

/** Writes what is known of a record: nothing of it waits for the commit. */
export function prepareRecord(record: Readonly<Record<string, unknown>>): PreparedRecord {
  const thirds = { head: '', middle: '', tail: '' }
  for (const { name, label } of orderMembers(Object.keys(record))) {
    const value = record[name]
    if (value === undefined) continue
    thirds[thirdOf(name)] += `${label}${LISTS.has(name) ? listText(value) : canonicalJson(value)},`
  }
  const { head, middle, tail } = thirds
  return { ...thirds, bytes: Buffer.byteLength(head + middle + tail) }
}

/** The record as the log has it: canonical JSON, in UTF-8. */
export function stampRecord(
  { head, middle, tail }: PreparedRecord,
  at: string,
  seq: number,
): Buffer {
  const after = tail === '' ? '' : `,${tail.slice(0, -1)}`
  return Buffer.from(`{${head}"at":"${at}",${middle}"seq":${seq}${after}}`)
}

function thirdOf(name: string): Third {
  if (name < 'at') return 'head'
  return name < 'seq' ? 'middle' : 'tail'
}

// They belong to the compiled operation and come again with each of its requests.
const LISTS = new Set(['coordinates', 'refused'])
const known = new WeakMap<object, string>()

function listText(list: unknown): string {
  const text = known.get(list as object) ?? canonicalJson(list)
  known.set(list as object, text)
  return text
}
