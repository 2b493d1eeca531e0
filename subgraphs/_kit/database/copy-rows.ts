import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Connection } from './connection.ts'
import type { CopyTarget } from './copy-text.ts'

/**
 * Sends lines of `copyLine` to a table, no faster than the server takes them. Inside a transaction
 * that is open on the session it is part of that transaction. Throws what the driver throws.
 */
export async function copyRows(
  session: Connection,
  target: CopyTarget,
  chunks: Iterable<string | Uint8Array>,
): Promise<void> {
  const query = session.driver.unsafe(copyStatement(target))
  const stream = await query.writable()
  // When the server refuses the rows after the last of them was sent, the driver tells it to the
  // query, which was answered long ago, and the stream would wait for ever.
  const refused = rejectionOf(query)
  await Promise.race([pipeline(Readable.from(chunks), stream), refused])
}

function copyStatement({ table, columns }: CopyTarget): string {
  return `copy ${quoted(table)} (${columns.map(quoted).join(', ')}) from stdin`
}

/** A name as SQL takes it whatever it holds. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function rejectionOf(query: object): Promise<never> {
  const inner = query as { reject(error: unknown): void }
  const rejection = new Promise<never>((_, reject) => {
    inner.reject = reject
  })
  rejection.catch(() => undefined)
  return rejection
}
