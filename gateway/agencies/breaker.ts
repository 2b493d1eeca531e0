const TIMEOUTS_BEFORE_BREAK = 3
const BREAK_MS = 2_000

/** How a fetch ended: `failed` is anything but an answer and a time that ran out. */
export type FetchEnd = 'answered' | 'failed' | 'timeout'

/**
 * Leaves an agency alone for a moment after three fetches in a row that ran out of time; then one tries,
 * and the others wait for how that goes. An agency that refuses connections answers at once and is asked
 * again by the next query, so that it heals without waiting.
 */
export class Breaker {
  #timeouts = 0
  /** Milliseconds since 1970; nothing while fetches go through. */
  #openedAt: number | undefined
  #trial: PromiseWithResolvers<void> | undefined

  /** Whether a fetch may go, and must be noted then; a promise of it while another tries. */
  admit(): boolean | Promise<boolean> {
    if (this.#openedAt === undefined) return true
    if (this.#trial) return this.#trial.promise.then(() => this.admit())
    if (Date.now() - this.#openedAt < BREAK_MS) return false
    this.#trial = Promise.withResolvers()
    return true
  }

  /** Notes how a fetch that went has ended. */
  note(end: FetchEnd): void {
    if (end === 'answered') this.#timeouts = 0
    if (end !== 'timeout') {
      if (this.#trial) this.#end(undefined)
      return
    }
    this.#timeouts += 1
    if (this.#trial) this.#end(Date.now())
    else if (this.#timeouts >= TIMEOUTS_BEFORE_BREAK) this.#openedAt ??= Date.now()
  }

  #end(openedAt: number | undefined): void {
    this.#openedAt = openedAt
    this.#trial?.resolve()
    this.#trial = undefined
  }
}
