import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { programFolders } from './test-config.ts'
import { freePort } from './free-port.ts'

/** A Valkey or Redis of one suite's own, on loopback, with nothing on disk. */
export interface TestStore {
  readonly url: string
  /** Ends it without a word, as a machine that loses its power. */
  kill(): Promise<void>
  /** Starts it again, empty, at the same address. */
  start(): Promise<void>
  /** It keeps its connections and says nothing more, until it is thawed. */
  freeze(): void
  thaw(): void
  stop(): Promise<void>
}

const PROGRAM = ['valkey-server', 'redis-server']
  .flatMap((name) => programFolders.map((folder) => join(folder, name)))
  .find((path) => existsSync(path))

/** Whether this machine has one to start; suites that need it are skipped by name where it has not. */
export const hasStoreProgram: boolean = PROGRAM !== undefined

/** Starts a store for a suite. */
export async function startTestStore(): Promise<TestStore> {
  const port = await freePort()
  let child = await run(port)
  return {
    url: `redis://127.0.0.1:${port}`,
    kill: () => end(child, 'SIGKILL'),
    async start() {
      child = await run(port)
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    stop: () => end(child, 'SIGKILL'),
  }
}

async function run(port: number): Promise<ChildProcess> {
  const settings = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
  ]
  const child = spawn(PROGRAM!, settings, { stdio: ['ignore', 'pipe', 'ignore'] })
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`${PROGRAM} did not start`)))
    child.stdout.on('data', (text) => {
      if (String(text).includes('Ready to accept')) resolve()
    })
  })
  return child
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}
