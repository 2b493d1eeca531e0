import { spawn } from 'node:child_process'
import { open, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { SERVER_ENV } from './embedded-cluster.ts'
import type { EmbeddedLayout } from './embedded-layout.ts'

/** What the running server wrote of itself in its `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number
  readonly socket: string
}

const LONGEST_LOG = 8 * 1024 * 1024
const STOP_MS = 15_000

// lean: a handful of agencies on one desk machine, 40 MB in all
const SETTINGS: Record<string, string | number> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  shared_buffers: '64MB',
  max_connections: 100,
  jit: 'off',
  huge_pages: 'off',
  max_parallel_workers_per_gather: 0,
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_wal_size: '512MB',
  min_wal_size: '80MB',
  checkpoint_timeout: '15min',
  log_checkpoints: 'off',
  // statements and their parameters hold personal data; a log has none
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: 0,
  timezone: 'UTC',
  io_method: 'sync',
}
const UNSAFE_BUT_QUICK = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/**
 * Starts the server on its own, detached: Ctrl-C in the terminal must reach the hub, which stops the
 * server last. Resolves when the process exists; `exited` tells when it has ended again.
 */
export async function startServer(
  layout: EmbeddedLayout,
  binaries: string,
  isDurable: boolean,
): Promise<{ hasExited(): boolean }> {
  await turnLog(layout.log)
  const log = await open(layout.log, 'a', 0o600)
  const settings = { ...SETTINGS, ...(isDurable ? {} : UNSAFE_BUT_QUICK) }
  const child = spawn(
    join(binaries, 'bin', 'postgres'),
    [
      '-D',
      layout.cluster,
      '-k',
      layout.socket,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    {
      ...layout.user,
      cwd: '/',
      env: SERVER_ENV,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    },
  )
  let hasExited = false
  child.once('error', () => (hasExited = true))
  child.once('exit', () => (hasExited = true))
  child.unref()
  await log.close()
  return { hasExited: () => hasExited }
}

/** Reads who serves this cluster, if a process does. */
export async function findPostmaster(layout: EmbeddedLayout): Promise<Postmaster | undefined> {
  const text = await readFile(join(layout.cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  // lines: pid, data folder, start time, port, socket folder, …
  const lines = text.split('\n')
  const pid = Number(lines[0])
  const socket = lines[4]
  return pid > 1 && socket ? { pid, socket } : undefined
}

/** Stops the server in its fast mode (open sessions are ended, all is written) and waits for it. */
export async function stopServer(layout: EmbeddedLayout): Promise<void> {
  const postmaster = await findPostmaster(layout)
  if (postmaster === undefined || !isAlive(postmaster.pid)) return
  process.kill(postmaster.pid, 'SIGINT')
  const deadline = Date.now() + STOP_MS
  while (Date.now() < deadline && (await findPostmaster(layout))?.pid === postmaster.pid) {
    await pause(10)
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function turnLog(path: string): Promise<void> {
  const size = await stat(path).then(
    (info) => info.size,
    () => 0,
  )
  if (size > LONGEST_LOG) await rename(path, `${path}.1`)
}
