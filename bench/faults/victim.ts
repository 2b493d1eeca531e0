import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { laneEnvironment } from '../config.ts'
import type { LaneReady } from '../gateway/lane.ts'

/** A gateway's process that can be killed at any moment. */
export class Victim {
  readonly #child: ChildProcess

  /** Loads a process; it does not touch the files before `start`. */
  constructor(agencies: string, dataDir: string, port: number) {
    const file = new URL('lane-killed.ts', import.meta.url)
    this.#child = fork(file, [agencies, dataDir, String(port)], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...laneEnvironment },
    })
  }

  /** Lets it recover the log and answer. Throws where it ends instead. */
  async start(): Promise<LaneReady> {
    const ended = once(this.#child, 'exit').then(([code]) => {
      throw new Error(`the gateway ended with ${String(code)} instead of starting`)
    })
    this.#child.send('start')
    const [ready] = await Promise.race([once(this.#child, 'message'), ended])
    ended.catch(() => undefined)
    return ready as LaneReady
  }

  /** `kill -9`; returns when nothing of it runs any more. */
  async kill(): Promise<void> {
    const ended = once(this.#child, 'exit')
    this.#child.kill('SIGKILL')
    await ended
  }
}
