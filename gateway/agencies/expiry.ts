/** Something that must end by a moment of `performance.now()`. */
export interface Expiring {
  readonly expiresAt: number
  expire(): void
}

const TICK_MS = 20

/**
 * Ends what is overdue, at most 20 ms late, with one timer for any number: a timer and an abort signal
 * for every fetch cost more than its hop token.
 */
export class Expiry {
  readonly #waiting = new Set<Expiring>()
  #timer: NodeJS.Timeout | undefined

  add(one: Expiring): void {
    this.#waiting.add(one)
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS)
  }

  delete(one: Expiring): void {
    this.#waiting.delete(one)
  }

  #tick(): void {
    const now = performance.now()
    for (const one of this.#waiting) {
      if (one.expiresAt > now) continue
      this.#waiting.delete(one)
      one.expire()
    }
    if (this.#waiting.size > 0) return
    clearInterval(this.#timer)
    this.#timer = undefined
  }
}
