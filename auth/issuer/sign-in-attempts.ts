import { LRUCache } from 'lru-cache'

/** Wrong passwords that a name may have before it has to wait. */
export const MOST_ATTEMPTS = 5
/** How long a name waits, from its first wrong password on. */
export const WAIT_SECONDS = 15 * 60

interface Attempts {
  readonly count: number
  /** ms since 1970 of the first of them */
  readonly since: number
}

/** Counts tries to sign in, by the name that was typed, whether anybody has it or not. */
export class SignInAttempts {
  readonly #attempts = new LRUCache<string, Attempts>({ max: 10_000 })

  /**
   * Counts a try before its password is looked at, so that many at once are no way around: 0, or the
   * seconds to wait.
   */
  begin(login: string, now = Date.now()): number {
    const known = this.#attempts.get(login)
    const waits = known && now - known.since < WAIT_SECONDS * 1000 ? known : undefined
    if (waits && waits.count >= MOST_ATTEMPTS) {
      return Math.ceil((waits.since + WAIT_SECONDS * 1000 - now) / 1000)
    }
    this.#attempts.set(login, { count: (waits?.count ?? 0) + 1, since: waits?.since ?? now })
    return 0
  }

  /** Forgets the tries of a name whose password was right. */
  succeed(login: string): void {
    this.#attempts.delete(login)
  }
}
