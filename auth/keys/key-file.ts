import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'

import { hubError } from '../../schemas/errors.ts'

/**
 * The text of a key file, made by `generate` when there is none. Processes that start together agree
 * on one key: each writes a file of its own, and the first to link it under `path` wins. Folders
 * have mode 0700, files 0600.
 *
 * @throws HubError KEY_FILE_INVALID when others may read the file or it cannot be read or written
 */
export function readOrCreateKeyFile(path: string, generate: () => string): string {
  try {
    return readKeyFile(path) ?? createKeyFile(path, generate())
  } catch (error) {
    if (!isSystemError(error)) throw error
    throw hubError(
      'KEY_FILE_INVALID',
      { file: path, reason: `cannot be used (${error.code})` },
      error,
    )
  }
}

/**
 * Puts a text in the place of a key file's, whole or not at all: what is killed midway leaves the old.
 *
 * @throws HubError KEY_FILE_INVALID
 */
export function replaceKeyFile(path: string, text: string): void {
  try {
    const draft = writeDraft(path, text)
    renameSync(draft, path)
    syncFolderOf(path)
  } catch (error) {
    if (!isSystemError(error)) throw error
    const reason = `cannot be written (${error.code})`
    throw hubError('KEY_FILE_INVALID', { file: path, reason }, error)
  }
}

function writeDraft(path: string, text: string): string {
  const draft = `${path}.${randomBytes(8).toString('hex')}.tmp`
  writeFileSync(draft, text, { mode: 0o600, flag: 'wx', flush: true })
  return draft
}

function syncFolderOf(path: string): void {
  // Windows has no handle on a folder
  if (process.platform === 'win32') return
  const folder = openSync(dirname(path), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

function readKeyFile(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) return undefined
  // Windows keeps access lists instead of mode bits
  if (process.platform !== 'win32' && (stats.mode & 0o077) !== 0) {
    throw hubError('KEY_FILE_INVALID', {
      file: path,
      reason: 'others may read it; set its mode to 600',
    })
  }
  return readFileSync(path, 'utf8')
}

function createKeyFile(path: string, text: string): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const draft = writeDraft(path, text)
  try {
    linkSync(draft, path)
    return text
  } catch (error) {
    if (isSystemError(error) && error.code === 'EEXIST') return readFileSync(path, 'utf8')
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return error instanceof Error && 'code' in error && 'syscall' in error
}
