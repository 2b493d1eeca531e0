import { canonicalBytes } from './canonical-json.ts'
import { openSheet, writeByte, writeBytes, writeCanonical, writeLabel } from './canonical-writer.ts'
import { MOST_ENTRY_BYTES } from './entry-bundle.ts'
import { orderMembers } from './member-order.ts'

/** A record's canonical JSON around its time and place, which it gets in the commit. */
export interface PreparedRecord {
  /** Its members, each with a comma after it, but for those behind its place: a comma before. */
  readonly bytes: Buffer
  /** How many of the bytes come before its time, and before its place. */
  readonly beforeAt: number
  readonly beforeSeq: number
}

const COMMA = 0x2c

const sheet = openSheet()
const stamped = Buffer.alloc(MOST_ENTRY_BYTES)

/** Writes what is known of a record: nothing of it waits for the commit. */
export function prepareRecord(record: Readonly<Record<string, unknown>>): PreparedRecord {
  let [end, beforeAt, beforeSeq] = [0, 0, 0]
  for (const { name, label } of orderMembers(Object.keys(record))) {
    const value = record[name]
    if (value === undefined) continue
    const isBehind = name > 'seq'
    if (isBehind) end = writeByte(sheet, COMMA, end)
    end = writeLabel(sheet, label, end)
    end = STANDING.has(name)
      ? writeBytes(sheet, standingBytes(value), end)
      : writeCanonical(sheet, value, end)
    if (!isBehind) beforeSeq = end = writeByte(sheet, COMMA, end)
    if (name < 'at') beforeAt = end
  }
  return { bytes: Buffer.from(sheet.bytes.subarray(0, end)), beforeAt, beforeSeq }
}

/** The record as the log has it: canonical JSON, in UTF-8. The bytes hold until the next record's. */
export function stampRecord(
  { bytes, beforeAt, beforeSeq }: PreparedRecord,
  at: string,
  seq: number,
): Buffer {
  const time = `"at":"${at}",`
  const place = `"seq":${seq}`
  const length = bytes.length + time.length + place.length + 2
  const entry = length > stamped.length ? Buffer.alloc(length) : stamped
  let end = entry.write('{', 'latin1')
  end += bytes.copy(entry, end, 0, beforeAt)
  end += entry.write(time, end, 'latin1')
  end += bytes.copy(entry, end, beforeAt, beforeSeq)
  end += entry.write(place, end, 'latin1')
  end += bytes.copy(entry, end, beforeSeq)
  end += entry.write('}', end, 'latin1')
  return entry.subarray(0, end)
}

// They belong to the compiled operation and come again with each of its requests.
const STANDING = new Set(['coordinates', 'refused'])
const known = new WeakMap<object, Buffer>()

function standingBytes(list: unknown): Buffer {
  const bytes = known.get(list as object) ?? canonicalBytes(list)
  known.set(list as object, bytes)
  return bytes
}
