import { createHash } from 'node:crypto'
import type { SeedContext, SeedTable } from '../seed-table.ts'
import { copyLine } from './copy-text.ts'
import type { CopyTarget } from './copy-text.ts'

const CHUNK_LENGTH = 64 * 1024

/**
 * SHA-256 over one village's rows, independent of the database: `table TAB columns LF`, then the lines
 * of COPY text, table by table. So a village is hashed while it streams by.
 */
export interface VillageDigest<Village> {
  /** The rows of one table as COPY text (UTF-8) in chunks; they are hashed as they are taken. */
  chunks(table: SeedTable<Village>): Iterable<Uint8Array>
  /** Rows taken so far. */
  readonly rows: number
  /** Lower-case hex; ends the digest. */
  hex(): string
}

/** Starts the digest of a village; its tables follow in the agency's order. */
export function createVillageDigest<Village>(
  village: Village,
  context: SeedContext,
): VillageDigest<Village> {
  const hash = createHash('sha256')
  let rows = 0
  return {
    *chunks(table) {
      hash.update(`${table.table}\t${table.columns.join(',')}\n`)
      for (const [text, count] of chunked(table, table.rows(village, context))) {
        hash.update(text)
        rows += count
        yield text
      }
    },
    get rows() {
      return rows
    },
    hex: () => hash.digest('hex'),
  }
}

/** SHA-256 over `village code TAB hex LF` of every village, in the order they are added. */
export function createDatasetDigest(): {
  add(villageCode: string, hex: string): void
  hex(): string
} {
  const hash = createHash('sha256')
  return {
    add: (villageCode, hex) => void hash.update(`${villageCode}\t${hex}\n`),
    hex: () => hash.digest('hex'),
  }
}

function* chunked(
  target: CopyTarget,
  rows: Iterable<Parameters<typeof copyLine>[1]>,
): Iterable<[Uint8Array, number]> {
  let text = ''
  let count = 0
  for (const row of rows) {
    text += copyLine(target, row)
    count += 1
    if (text.length < CHUNK_LENGTH) continue
    yield [Buffer.from(text), count]
    text = ''
    count = 0
  }
  if (count > 0) yield [Buffer.from(text), count]
}
