import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { runInThisContext } from 'node:vm'

// util-linux: limits a process that runs
const PRLIMIT = '/usr/bin/prlimit'

// The process that jest shows to tests hears no signals.
const realProcess = runInThisContext('process') as NodeJS.Process

/** Whether this machine can end the room of a process for a while. */
export const canLimitFiles = existsSync(PRLIMIT)

/**
 * From now on no file of this process grows beyond so many bytes, as on a full disk; answers how to
 * end that. What it wrote before stays.
 */
export function limitFiles(bytes: number): () => void {
  // The signal would end the process; with somebody who listens the write fails by itself.
  const ignore = (): void => undefined
  realProcess.on('SIGXFSZ', ignore)
  setLimit(String(bytes))
  return () => {
    setLimit('unlimited')
    realProcess.off('SIGXFSZ', ignore)
  }
}

/** Bytes of the largest file in a folder. */
export function sizeOfLargest(folder: string): number {
  return Math.max(...readdirSync(folder).map((name) => statSync(join(folder, name)).size))
}

function setLimit(soft: string): void {
  execFileSync(PRLIMIT, ['--pid', String(realProcess.pid), `--fsize=${soft}:`])
}
