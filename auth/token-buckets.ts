import { LRUCache } from 'lru-cache'

/** A budget that refills: at most `capacity` at once, `perSecond` in the long run. */
export interface Bucket {
  readonly capacity: number
  readonly perSecond: number
}

/** What is to be taken from one bucket. */
export interface Take {
  readonly key: string
  readonly cost: number
  readonly bucket: Bucket
}

interface Level {
  left: number
  /** ms since 1970 */
  at: number
}

const MOST_BUCKETS = 50_000

/** Buckets in this process's memory, the least used forgotten first: a forgotten one is full again. */
export class TokenBuckets {
  // a megabyte, made when it is needed: many a store is asked for no budget
  #levels: LRUCache<string, Level> | undefined

  /**
   * Takes each cost in order, until a bucket neither holds as much nor is full; answers 0 for each
   * that was taken, and last the whole seconds until the other could. A cost of 0 asks whether 1 is
   * left.
   */
  take(takes: readonly Take[], now = Date.now()): readonly number[] {
    const waits: number[] = []
    for (const each of takes) {
      const seconds = this.#takeOne(each, now)
      waits.push(seconds)
      if (seconds > 0) break
    }
    return waits
  }

  #takeOne({ key, cost, bucket: { capacity, perSecond } }: Take, now: number): number {
    const levels = (this.#levels ??= new LRUCache({ max: MOST_BUCKETS }))
    const level = levels.get(key)
    // a clock that is set back takes nothing away
    const seconds = level ? Math.max(0, now - level.at) / 1000 : 0
    const grown = level ? level.left + seconds * perSecond : capacity
    const left = Math.min(capacity, grown)
    const needed = Math.min(Math.max(cost, 1), capacity)
    if (left < needed) return Math.max(1, Math.ceil((needed - left) / perSecond))
    const rest = left - Math.min(cost, capacity)
    if (level) [level.left, level.at] = [rest, now]
    else levels.set(key, { left: rest, at: now })
    return 0
  }
}
