import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const TICKS_PER_SECOND = 100

/**
 * Milliseconds of CPU that the embedded server of a data folder has used, with all of its sessions, those
 * that have ended too, by Linux's /proc; NaN elsewhere.
 */
export function postgresCpuMs(dataDir: string): number {
  try {
    const pidFile = join(dataDir, 'postgres/server/data/postmaster.pid')
    const postmaster = readFileSync(pidFile, 'utf8').split('\n')[0]
    const ticks = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => ticksOf(pid, postmaster ?? ''))
    return (ticks.reduce((sum, each) => sum + each, 0) * 1_000) / TICKS_PER_SECOND
  } catch {
    return Number.NaN
  }
}

function ticksOf(pid: string, postmaster: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // after the name, which may hold anything: state, parent, …; user and system time are the 12th and
    // 13th, and after them those of children that have ended
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const own = Number(fields[11]) + Number(fields[12])
    if (pid === postmaster) return own + Number(fields[13]) + Number(fields[14])
    return fields[1] === postmaster ? own : 0
  } catch {
    return 0
  }
}
