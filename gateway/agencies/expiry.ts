/** Something that must end by a moment of `performance.now()`. */
export interface Expiring {
  readonly expiresAt: number
  /** Where it stands among those that wait, while it does; kept by `Expiry`. */
  place?: number | undefined
  expire(): void
}

const TICK_MS = 20

/**
 * Ends what is overdue, at most 20 ms late, with one timer for any number: a timer and an abort signal
 * for every fetch cost more than its hop token.
 */
export class Expiry {
  // not a Set: docs/adr/0025-short-lives.md
  readonly #waiting: Expiring[] = []
  #timer: NodeJS.Timeout | undefined

  add(one: Expiring): void {
    one.place ??= this.#waiting.push(one) - 1
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS)
  }

  delete(one: Expiring): void {
    const { place } = one
    if (place === undefined) return
    one.place = undefined
    const last = this.#waiting.pop()!
    if (last === one) return
    this.#waiting[place] = last
    last.place = place
  }

  #tick(): void {
    const now = performance.now()
    // from the end: who takes the place of one that goes was looked at
    for (let at = this.#waiting.length - 1; at >= 0; at--) {
      const one = this.#waiting[at]
      if (!one || one.expiresAt > now) continue
      this.delete(one)
      one.expire()
    }
    if (this.#waiting.length > 0) return
    clearInterval(this.#timer)
    this.#timer = undefined
  }
}
