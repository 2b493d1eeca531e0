import { open } from 'node:fs/promises'
import { HANDLE_BYTES } from './subject-index.ts'
import { PSEUDONYM_BYTES, pseudonymIn, ROW_BYTES, ROWS_PER_READ } from './subject-row.ts'

/**
 * The rows of pseudonyms, by pseudonym, among the first `count` rows of a file of subjects' keys. No
 * index leads from a pseudonym to its row: it reads from the newest row back until it has all of them,
 * and lets requests run between its reads.
 */
export async function findSubjectRows(
  path: string,
  count: number,
  pseudonyms: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const wanted = new Set(pseudonyms)
  const found = new Map<string, Buffer>()
  if (wanted.size === 0) return found
  const starts = new Set(pseudonyms.map(startOf))
  const chunk = Buffer.allocUnsafe(ROWS_PER_READ * ROW_BYTES)
  const file = await open(path, 'r')
  try {
    for (let end = count; end > 0 && found.size < wanted.size; end -= ROWS_PER_READ) {
      const first = Math.max(end - ROWS_PER_READ, 0)
      const length = (end - first) * ROW_BYTES
      const { bytesRead } = await file.read(chunk, 0, length, first * ROW_BYTES)
      for (const row of rowsIn(chunk.subarray(0, bytesRead), starts)) {
        const pseudonym = pseudonymIn(row)
        if (wanted.has(pseudonym)) found.set(pseudonym, Buffer.from(row))
      }
    }
  } finally {
    await file.close()
  }
  return found
}

/** Rows whose pseudonym begins so: four bytes tell nearly every other row apart at no cost. */
function* rowsIn(chunk: Buffer, starts: ReadonlySet<number>): Generator<Buffer> {
  for (let at = 0; at + ROW_BYTES <= chunk.length; at += ROW_BYTES) {
    if (starts.has(chunk.readUInt32LE(at + HANDLE_BYTES))) yield chunk.subarray(at, at + ROW_BYTES)
  }
}

function startOf(pseudonym: string): number {
  // one that is no pseudonym of ours begins like those of nobody
  const bytes = Buffer.alloc(PSEUDONYM_BYTES)
  bytes.write(pseudonym, 'base64url')
  return bytes.readUInt32LE(0)
}
