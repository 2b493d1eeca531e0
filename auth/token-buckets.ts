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

/**
 * Buckets in this process's memory: the last 50,000 that were asked at least. The others are forgotten, and
 * a forgotten one is full again.
 */
export class TokenBuckets {
  #levels = new Map<string, Level>()
  /** Those of the time before: what is asked again comes back, the rest goes with the next change. */
  #older = new Map<string, Level>()

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
    const level = this.#levels.get(key) ?? this.#recall(key)
    // a clock that is set back takes nothing away
    const seconds = level ? Math.max(0, now - level.at) / 1000 : 0
    const grown = level ? level.left + seconds * perSecond : capacity
    const left = Math.min(capacity, grown)
    const needed = Math.min(Math.max(cost, 1), capacity)
    if (left < needed) return Math.max(1, Math.ceil((needed - left) / perSecond))
    const rest = left - Math.min(cost, capacity)
    if (level) [level.left, level.at] = [rest, now]
    else this.#keep(key, { left: rest, at: now })
    return 0
  }

  #recall(key: string): Level | undefined {
    const level = this.#older.get(key)
    if (level) this.#keep(key, level)
    return level
  }

  #keep(key: string, level: Level): void {
    if (this.#levels.size >= MOST_BUCKETS) {
      this.#older = this.#levels
      this.#levels = new Map()
    }
    this.#levels.set(key, level)
  }
}
