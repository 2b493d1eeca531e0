import { setTimeout as wait } from 'node:timers/promises'
import type { LogSource } from '../../audit/disclosure-log.ts'
import type { DataClassesOf } from './data-classes.ts'
import type { AskerNames, LogIndex } from './log-index.ts'
import { takeIn, takePersonsIn } from './take-in.ts'

/** What a follower works with. */
export interface FollowerParts {
  readonly source: LogSource
  /** Opens the index; tried again until it succeeds. */
  readonly openIndex: () => Promise<LogIndex>
  readonly dataClassesOf: DataClassesOf
  readonly names: AskerNames
  /** Where this gateway answers the others. */
  readonly peerUrl: string | undefined
  readonly onFault: (fault: unknown) => void
  readonly everyMs?: number
}

const EVERY_MS = 1_000
// Taken in at one go, a second's records would have the database to themselves while a citizen waits.
const PARTS = 16
const REST_MS = 15
/** How often an idle log says that it is idle: what other gateways tell as `asOf` is not older. */
const CURRENT_EVERY_MS = 5_000

/**
 * Follows the files of this gateway's log into the index, beside the requests and never in their way:
 * an index that is away is caught up with when it is back, from where it stood.
 */
export class LogFollower {
  readonly #parts: FollowerParts
  #index: LogIndex | undefined
  #turn: Promise<void> | undefined
  #timer: NodeJS.Timeout | undefined
  #records = 0
  #currentAt = 0
  #isFailing = false
  #isClosed = false
  /** Those who wait until all is in. */
  #awaited = 0

  constructor(parts: FollowerParts) {
    this.#parts = parts
  }

  /** The index, once it could be opened. */
  get index(): LogIndex | undefined {
    return this.#index
  }

  start(): void {
    void this.#follow()
  }

  /** Returns when all that is in the log now is in the index, or that cannot be had within `ms`. */
  async catchUp(ms: number): Promise<void> {
    const size = this.#parts.source.size
    const deadline = new AbortController()
    this.#awaited += 1
    const caughtUp = (async () => {
      await this.#turn
      if (this.#records < size || this.#index === undefined) await this.#takeTurn()
    })()
    const late = wait(ms, undefined, { signal: deadline.signal, ref: false })
    await Promise.race([caughtUp, late.catch(() => undefined)])
    this.#awaited -= 1
    deadline.abort()
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#timer)
    await this.#turn
    await this.#index?.close()
  }

  async #follow(): Promise<void> {
    await this.#takeTurn()
    if (this.#isClosed) return
    const { everyMs = EVERY_MS } = this.#parts
    this.#timer = setTimeout(() => void this.#follow(), everyMs).unref()
  }

  /** One at a time; a fault is told once, until it is over. */
  #takeTurn(): Promise<void> {
    if (this.#isClosed) return Promise.resolve()
    this.#turn ??= this.#work()
      .then(() => void (this.#isFailing = false))
      .catch((fault: unknown) => {
        if (!this.#isFailing) this.#parts.onFault(fault)
        this.#isFailing = true
      })
      .finally(() => (this.#turn = undefined))
    return this.#turn
  }

  async #work(): Promise<void> {
    const { source, openIndex, names, dataClassesOf, peerUrl = null } = this.#parts
    if (!this.#index) {
      const index = await openIndex()
      await index.noteNames(names)
      await takePersonsIn(source, index)
      await index.notePeer(source.origin, peerUrl)
      this.#index = index
    }
    const asOf = Date.now()
    const isIdle = this.#records > 0 && source.size === this.#records
    if (isIdle && asOf - this.#currentAt < CURRENT_EVERY_MS) return
    this.#records = await takeIn(source, this.#index, dataClassesOf, {
      parts: PARTS,
      rest: async () => {
        if (this.#awaited === 0 && !this.#isClosed) await wait(REST_MS)
      },
    })
    await this.#index.noteCurrent(source.origin, new Date(asOf).toISOString())
    this.#currentAt = asOf
  }
}
