import { fork, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { laneEnvironment } from '../config.ts'

/** A process under measurement. */
export interface Lane {
  readonly name: string
  /** What it told when it was ready. */
  readonly ready: LaneReady
  /** Milliseconds of CPU it has used, and the bytes it holds; `collected`: without its garbage. */
  usage(when?: 'now' | 'collected'): Promise<LaneUsage>
  stop(): void
}

export interface LaneReady {
  readonly url: string
  /** Proofs and tokens of requests, where it wants them: see `headersFor`. */
  readonly token?: string
  readonly dpopKey?: Record<string, string>
  /** A desk session's cookie, which is asked with where it is there. */
  readonly cookie?: string
  /** The registered key of the client that asks, where the bench asks for tokens itself. */
  readonly privateJwk?: object
}

export interface LaneUsage {
  readonly cpuMs: number
  readonly rssBytes: number
  readonly heapBytes: number
}

const START_MS = 60_000
const HUB_FLAGS = flagsOfStart()
// what cli/malloc-config.ts sets, which begins no process again that has a parent to talk to
const HUB_ENVIRONMENT = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072' }

/** Starts `lane-<name>.ts` with its arguments and waits until it is ready. */
export async function startLane(
  name: string,
  file: string,
  args: readonly string[],
): Promise<Lane> {
  // the hub as `npm start` starts it; its peers as they come
  const isHub = /lane-(hub|open|visit)/.test(file)
  const child = fork(new URL(file, import.meta.url), [...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...laneEnvironment, ...(isHub && HUB_ENVIRONMENT) },
    execArgv: isHub ? [...HUB_FLAGS] : [],
  })
  const ready = await nextMessage<LaneReady>(child)
  return {
    name,
    ready,
    async usage(when = 'now') {
      child.send(when)
      return nextMessage<LaneUsage>(child)
    },
    // Hive Gateway catches the softer one and goes on
    stop: () => void child.kill(file.startsWith('peers/') ? 'SIGKILL' : 'SIGTERM'),
  }
}

/** In a lane's process: tells that it is ready and answers for its usage. */
export function reportReady(ready: LaneReady): void {
  process.on('message', (when) => {
    if (when === 'collected') collect()
    const { user, system } = process.cpuUsage()
    const { rss: rssBytes, heapUsed: heapBytes } = process.memoryUsage()
    process.send?.({ cpuMs: (user + system) / 1_000, rssBytes, heapBytes })
  })
  process.on('disconnect', () => process.exit())
  process.send?.(ready)
}

/** A lane runs without the option that shows it: measured as it is served. */
function collect(): void {
  setFlagsFromString('--expose-gc')
  const run = runInNewContext('gc') as () => void
  run()
}

/** The flags that `npm start` gives V8. */
function flagsOfStart(): readonly string[] {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  const { scripts } = JSON.parse(text) as { readonly scripts: Readonly<Record<string, string>> }
  return scripts['start']!.split(' ').filter((word) => /^--(?!import)/.test(word))
}

function nextMessage<Message>(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('a lane does not answer')), START_MS)
    const onExit = (code: number | null): void => reject(new Error(`a lane ended with ${code}`))
    child.once('message', (message) => {
      clearTimeout(timer)
      child.off('exit', onExit)
      resolve(message as Message)
    })
    child.once('exit', onExit)
  })
}
