import { LRUCache } from 'lru-cache'

/** A budget that refills: at most `capacity` at once, `perSecond` in the long run. */
export interface Bucket {
  readonly capacity: number
  readonly perSecond: number
}

interface Level {
  readonly left: number
  /** ms since 1970 */
  readonly at: number
}

/** Buckets in this process's memory, the least used forgotten first: a forgotten one is full again. */
export class TokenBuckets {
  readonly #levels = new LRUCache<string, Level>({ max: 50_000 })

  /**
   * Takes `cost` where the bucket of that key holds as much, or is full; answers 0. Otherwise takes
   * nothing and answers the whole seconds until it would. A cost of 0 asks whether 1 is left.
   */
  take(key: string, cost: number, { capacity, perSecond }: Bucket, now = Date.now()): number {
    const level = this.#levels.get(key)
    const grown = level ? level.left + ((now - level.at) / 1000) * perSecond : capacity
    const left = Math.min(capacity, grown)
    const needed = Math.min(Math.max(cost, 1), capacity)
    if (left < needed) return Math.max(1, Math.ceil((needed - left) / perSecond))
    this.#levels.set(key, { left: left - Math.min(cost, capacity), at: now })
    return 0
  }
}
