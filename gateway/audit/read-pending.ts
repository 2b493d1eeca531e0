import { listSegments, readSegment } from './journal.ts'
import { readBatches, type JournalBatch } from './journal-batch.ts'

/** What a journal has beyond the tiles. */
export interface PendingRecords {
  readonly batches: readonly JournalBatch[]
  /** Bytes after the last whole batch of the newest segment: a commit that was cut short. */
  readonly torn:
    { readonly path: string; readonly offset: number; readonly bytes: Buffer } | undefined
  /** Index of the first record that must be there and is not. */
  readonly missing: number | undefined
  /** Whether a segment went while it was read: the tiles have its records now. */
  readonly isOutdated: boolean
}

/** Reads the batches of records from index `size` on, in order; their notes are not checked here. */
export async function readPending(folder: string, size: number): Promise<PendingRecords> {
  const segments = await listSegments(folder)
  const found: JournalBatch[] = []
  let expected = size
  let torn: PendingRecords['torn']
  for (const [i, segment] of segments.entries()) {
    const bytes = await readSegment(segment)
    if (!bytes) return { batches: [], torn: undefined, missing: undefined, isOutdated: true }
    // A later segment begins where the log stood: what an earlier one has beyond was given up.
    const limit = segments[i + 1]?.start ?? Number.POSITIVE_INFINITY
    const { batches, end } = readBatches(bytes)
    for (const batch of batches) {
      const next = batch.start + batch.entries.length
      if (next <= expected || next > limit) continue
      if (batch.start !== expected) return gap(found, expected)
      found.push(batch)
      expected = next
    }
    const isLast = i === segments.length - 1
    if (!isLast && limit > expected) return gap(found, expected)
    if (isLast && end < bytes.length) {
      torn = { path: segment.path, offset: end, bytes: bytes.subarray(end) }
    }
    if (isLast && segment.start > expected) return gap(found, expected)
  }
  return { batches: found, torn, missing: undefined, isOutdated: false }
}

function gap(batches: readonly JournalBatch[], missing: number): PendingRecords {
  return { batches, torn: undefined, missing, isOutdated: false }
}
