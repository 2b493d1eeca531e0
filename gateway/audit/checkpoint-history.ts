import { open, readFile, truncate } from 'node:fs/promises'
import { join } from 'node:path'

/** Checkpoints of the past, about one for each full tile, so that a change can be placed between two. */
export const HISTORY_FILE = 'checkpoints'

const SIGNATURE_LINE = '\n— '

/** Appends a checkpoint's note to the history. */
export async function addToHistory(folder: string, note: string): Promise<void> {
  const file = await open(join(folder, HISTORY_FILE), 'a', 0o600)
  try {
    await file.writeFile(note)
    await file.datasync()
  } finally {
    await file.close()
  }
}

/** Cuts off a note that the last run could not finish. */
export async function mendHistory(folder: string): Promise<void> {
  const path = join(folder, HISTORY_FILE)
  const bytes = await readFile(path).catch(() => Buffer.alloc(0))
  const signature = bytes.lastIndexOf(SIGNATURE_LINE)
  const end = bytes.indexOf('\n', signature + 1)
  const last = end < 0 ? bytes.lastIndexOf(SIGNATURE_LINE, signature - 1) : signature
  const whole = last < 0 ? 0 : bytes.indexOf('\n', last + 1) + 1
  if (whole < bytes.length) await truncate(path, whole)
}
