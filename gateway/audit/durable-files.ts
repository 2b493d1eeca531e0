import { write as writeAt } from 'node:fs'
import { mkdir, open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Linux writes through in one call, where others need a second one for the disk to have it. */
export const WRITES_THROUGH = process.platform === 'linux'

const PRIVATE_FILE = 0o600
const PRIVATE_FOLDER = 0o700
// Leaves threads of the pool to requests while tiles are synced.
const WRITERS = 2

/** A file's place below a folder, and what it holds. */
export interface FileContent {
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * Writes files so that they are there after a power cut: content, then the names of new ones, and of those
 * that are in the folders touched before.
 */
export async function writeDurably(
  folder: string,
  files: readonly FileContent[],
  touchedBefore: Iterable<string> = [],
): Promise<void> {
  const touched = new Set([...touchedBefore, ...(await writeFiles(folder, files))])
  for (const path of touched) await syncFolder(path)
}

/**
 * Writes files whose content is there after a power cut, and answers the folders to sync for their names. Each
 * gets its name when it is whole: a file cut short under its name would look changed for ever.
 */
export async function writeFiles(
  folder: string,
  files: readonly FileContent[],
): Promise<ReadonlySet<string>> {
  const queue = [...files]
  const touched = new Set<string>()
  const write = async (draft: string): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const path = join(folder, next.path)
      await writeSynced(draft, next.bytes)
      const made = await moveTo(draft, path)
      touched.add(dirname(path))
      // A new folder's own name stands in the folder above it.
      if (made) for (const at of foldersFrom(made, dirname(path))) touched.add(dirname(at))
    }
  }
  const drafts = Array.from({ length: WRITERS }, (_, writer) => join(folder, `draft-${writer}`))
  const outcomes = await Promise.allSettled(drafts.map(write))
  // one writer alone would go on beside whoever tries again, on the same drafts
  const failed = outcomes.find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
  return touched
}

/** Replaces a file in one step: readers see the old content or the new, also after a power cut. */
export async function replaceDurably(path: string, bytes: Uint8Array): Promise<void> {
  await writeSynced(`${path}.new`, bytes)
  await rename(`${path}.new`, path)
  await syncFolder(dirname(path))
}

/** Makes names of files in a folder durable. */
export async function syncFolder(path: string): Promise<void> {
  // Windows opens no folders and keeps names with its own journal.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Gives a file its place; the topmost folder that was made for it. */
async function moveTo(draft: string, path: string): Promise<string | undefined> {
  try {
    await rename(draft, path)
    return undefined
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ENOENT') throw error
  }
  // most folders are there; looking first would cost each file a call
  const made = await mkdir(dirname(path), { recursive: true, mode: PRIVATE_FOLDER })
  await rename(draft, path)
  return made
}

/** A folder and those below it on the way to another. */
function foldersFrom(top: string, bottom: string): readonly string[] {
  return bottom.length <= top.length ? [top] : [...foldersFrom(top, dirname(bottom)), bottom]
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w', PRIVATE_FILE)
  try {
    await file.writeFile(bytes)
    await file.datasync()
  } finally {
    await file.close()
  }
}

/** Writes all of the bytes at a place of an open file, in as many calls as it takes. */
export async function writeWhole(
  file: { readonly fd: number },
  bytes: Buffer,
  position: number,
): Promise<void> {
  let done = 0
  while (done < bytes.length) {
    done += await writeSome(file, bytes.subarray(done), position + done)
  }
}

/** A handle's own `write` costs half as much again as the call it makes. */
function writeSome(
  { fd }: { readonly fd: number },
  bytes: Buffer,
  position: number,
): Promise<number> {
  return new Promise((done, failed) => {
    writeAt(fd, bytes, 0, bytes.length, position, (error, count) =>
      error ? failed(error) : done(count),
    )
  })
}
