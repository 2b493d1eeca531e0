import { openSheet, writeBytes, writeCanonical } from './canonical-writer.ts'
import { MOST_ENTRY_BYTES } from './entry-bundle.ts'
import type { RecordForm } from './record-form.ts'

/** A record's canonical JSON without its time and place, which it gets in the commit. */
export interface PreparedRecord {
  readonly bytes: Buffer
  /** How many of the bytes come before its time, and before its place. */
  readonly beforeAt: number
  readonly beforeSeq: number
}

const QUOTE = '"'

const sheet = openSheet()
const stamped = Buffer.alloc(MOST_ENTRY_BYTES)

/**
 * Fills a form: nothing of the record waits for the commit. Values that are bytes are canonical JSON
 * already.
 */
export function fillForm(
  form: RecordForm,
  values: Readonly<Record<string, unknown>>,
): PreparedRecord {
  let [end, beforeAt, beforeSeq] = [0, 0, 0]
  for (const { bytes, open } of form) {
    end = writeBytes(sheet, bytes, end)
    if (open === 'at') beforeAt = end
    else if (open === 'seq') beforeSeq = end
    else if (open !== undefined) end = writeValue(values[open], end)
  }
  return { bytes: Buffer.from(sheet.bytes.subarray(0, end)), beforeAt, beforeSeq }
}

function writeValue(value: unknown, end: number): number {
  return value instanceof Uint8Array
    ? writeBytes(sheet, value, end)
    : writeCanonical(sheet, value, end)
}

/** The record as the log has it: canonical JSON, in UTF-8. The bytes hold until the next record's. */
export function stampRecord(
  { bytes, beforeAt, beforeSeq }: PreparedRecord,
  at: string,
  seq: number,
): Buffer {
  const time = `${QUOTE}${at}${QUOTE}`
  const place = String(seq)
  const length = bytes.length + time.length + place.length
  const entry = length > stamped.length ? Buffer.alloc(length) : stamped
  entry.set(bytes.subarray(0, beforeAt))
  let end = beforeAt + entry.write(time, beforeAt, 'latin1')
  entry.set(bytes.subarray(beforeAt, beforeSeq), end)
  end += beforeSeq - beforeAt
  end += entry.write(place, end, 'latin1')
  entry.set(bytes.subarray(beforeSeq), end)
  return entry.subarray(0, length)
}
