import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hubError } from '../../schemas/errors.ts'

const LOCK_FILE = 'writer'
const TRIES = 5

/**
 * Claims a log for this process and answers how to let it go: two writers would each grow a tree of
 * their own over the same files. A claim of a process that has ended does not count. Throws
 * `DISCLOSURE_LOG_IN_USE`.
 */
export function claimLog(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, LOCK_FILE)
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (isTaken(path)) return () => rmSync(path, { force: true })
    const holder = readLock(path)
    if (holder === undefined) continue
    if (isRunning(holder)) throw hubError('DISCLOSURE_LOG_IN_USE')
    removeStale(path, holder)
  }
  throw hubError('DISCLOSURE_LOG_IN_USE')
}

function isTaken(path: string): boolean {
  try {
    writeFileSync(path, nameOf(process.pid), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw hubError('DISCLOSURE_LOG_UNAVAILABLE', {}, error)
  }
}

/** Takes a dead process's claim away, but never one that another starter has just put there. */
function removeStale(path: string, holder: string): void {
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  try {
    if (readLock(aside) !== holder) linkSync(aside, path)
  } catch {
    // A third starter was quicker; its claim stands.
  }
  rmSync(aside, { force: true })
}

function readLock(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function isRunning(holder: string): boolean {
  const pid = Number(holder.split(' ')[0])
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it runs, under another user
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return nameOf(pid) === holder
}

/** A process number is given out again; with the time it started it names one process alone. */
function nameOf(pid: number): string {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)!.split(' ')
    // an ended process whose parent has not collected it yet writes nothing any more
    return fields[0] === 'Z' ? `${pid} ended` : `${pid} ${fields[19]}`
  } catch {
    return `${pid}`
  }
}
