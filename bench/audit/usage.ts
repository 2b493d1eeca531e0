import { readdirSync, statSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Journal } from '../../gateway/audit/journal.ts'

/** What a part of the benchmark took of the machine. */
export interface Usage {
  readonly seconds: number
  readonly fsyncs: number
  readonly cpuSeconds: number
  readonly mostRssMiB: number
}

const SAMPLE_MS = 100

let syncs = 0
let isCounting = false

/** Does some work and answers what it took beside its own answer. */
export async function using<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly usage: Usage }> {
  await countSyncs()
  let most = process.memoryUsage.rss()
  const sampling = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), SAMPLE_MS)
  const [started, cpu, syncsBefore] = [performance.now(), process.cpuUsage(), syncs]
  try {
    const result = await work()
    const seconds = round((performance.now() - started) / 1_000)
    const { user, system } = process.cpuUsage(cpu)
    const cpuSeconds = round((user + system) / 1_000_000)
    const mostRssMiB = Math.round(most / 1_024 / 1_024)
    return { result, usage: { seconds, fsyncs: syncs - syncsBefore, cpuSeconds, mostRssMiB } }
  } finally {
    clearInterval(sampling)
  }
}

/** Bytes of all files in a folder. */
export function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** The log does not count its syncs; here each call of this process is. */
async function countSyncs(): Promise<void> {
  if (isCounting) return
  isCounting = true
  const handle = await open(tmpdir(), 'r')
  await handle.close()
  const methods = Object.getPrototypeOf(handle) as Pick<FileHandle, 'sync' | 'datasync'>
  for (const name of ['sync', 'datasync'] as const) {
    const original = methods[name]
    methods[name] = function count(this: FileHandle): Promise<void> {
      syncs++
      return original.call(this)
    }
  }
  const { append } = Journal.prototype
  // a commit is written through to the disk
  Journal.prototype.append = function count(this: Journal, ...commit) {
    syncs++
    return append.apply(this, commit)
  }
}
