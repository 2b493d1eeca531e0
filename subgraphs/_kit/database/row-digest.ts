import { createHash } from 'node:crypto'
import type { SeedContext, SeedTable } from '../seed-table.ts'
import { copyLine } from './copy-text.ts'
import type { CopyTarget } from './copy-text.ts'

const CHUNK_LENGTH = 64 * 1024

/**
 * SHA-256 over rows, independent of the database: per table over its lines of COPY text in the order
 * they are generated (villages in order, rows in order), then over `table TAB columns TAB hex LF` of
 * each table in the agency's table order. So a village can be hashed while it streams by.
 */
export interface RowDigest {
  /** The village's rows of one table as COPY text in chunks; they are hashed as they are taken. */
  chunks<Village>(
    table: SeedTable<Village>,
    village: Village,
    context: SeedContext,
    count: (rows: number) => void,
  ): Iterable<string>
  /** Lower-case hex; ends the digest. */
  hex(): string
}

/** Starts the digest of these tables. */
export function createRowDigest(tables: readonly CopyTarget[]): RowDigest {
  const hashes = new Map(tables.map(({ table }) => [table, createHash('sha256')]))
  return {
    *chunks(table, village, context, count) {
      for (const [text, rows] of chunked(table, table.rows(village, context))) {
        hashes.get(table.table)?.update(text)
        count(rows)
        yield text
      }
    },
    hex: () => {
      const whole = createHash('sha256')
      for (const { table, columns } of tables) {
        whole.update(`${table}\t${columns.join(',')}\t${hashes.get(table)?.digest('hex')}\n`)
      }
      return whole.digest('hex')
    },
  }
}

function* chunked(
  target: CopyTarget,
  rows: Iterable<Parameters<typeof copyLine>[1]>,
): Iterable<[string, number]> {
  let text = ''
  let count = 0
  for (const row of rows) {
    text += copyLine(target, row)
    count += 1
    if (text.length < CHUNK_LENGTH) continue
    yield [text, count]
    text = ''
    count = 0
  }
  if (count > 0) yield [text, count]
}
