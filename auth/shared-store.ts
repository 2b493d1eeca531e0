import { hubError } from '../schemas/errors.ts'
import { ExpiringValues } from './expiring-values.ts'
import { type Bucket, TokenBuckets } from './token-buckets.ts'

export type { Bucket } from './token-buckets.ts'

/**
 * What the processes of one gateway or agency must remember together: proofs and tokens already
 * seen, budgets already spent, sessions. In memory for a single process; a networked store (Valkey,
 * Redis) for several. Keys of `addIfAbsent`, of `take` and of `set` never meet: each kind is kept apart.
 */
export interface SharedStore {
  /**
   * Remembers `key` for `ttlMs`; false when it was already there.
   *
   * @throws HubError SHARED_STORE_FULL
   */
  addIfAbsent(key: string, ttlMs: number): boolean | Promise<boolean>
  /** Takes `cost` from a bucket: 0 where it was there, else the seconds until it will be. */
  take(key: string, cost: number, bucket: Bucket): number | Promise<number>
  /** The text that `set` keeps under a key, until it expires. */
  get(key: string): string | undefined | Promise<string | undefined>
  /**
   * Keeps a text for `ttlMs`, in place of what the key had.
   *
   * @throws HubError SHARED_STORE_FULL
   */
  set(key: string, value: string, ttlMs: number): void | Promise<void>
  /** Forgets the text of a key; true for the one caller who was first, so that a code is used once. */
  delete(key: string): boolean | Promise<boolean>
}

/** A store in this process's memory, of at most `maxKeys` keys. */
export function createMemoryStore({ maxKeys = 500_000 } = {}): SharedStore & {
  readonly size: number
} {
  const buckets = new TokenBuckets()
  const values = new ExpiringValues(maxKeys)
  const keys = new Set<string>()
  const keysByExpirySecond = new Map<number, string[]>()
  let sweptAt = currentSecond()

  return {
    get size() {
      return keys.size + values.size
    },
    addIfAbsent(key, ttlMs) {
      forgetExpired()
      if (keys.has(key)) return false
      // forgetting a live key would let its token be used twice, so a full store refuses
      if (keys.size >= maxKeys) throw hubError('SHARED_STORE_FULL')
      keys.add(key)
      const second = currentSecond() + Math.ceil(ttlMs / 1000)
      const sameSecond = keysByExpirySecond.get(second)
      if (sameSecond === undefined) keysByExpirySecond.set(second, [key])
      else sameSecond.push(key)
      return true
    },
    take: (key, cost, bucket) => buckets.take(key, cost, bucket),
    get: (key) => values.get(key),
    set: (key, value, ttlMs) => values.set(key, value, ttlMs),
    delete: (key) => values.delete(key),
  }

  function forgetExpired(): void {
    const now = currentSecond()
    if (now <= sweptAt) return
    for (const [second, expired] of keysByExpirySecond) {
      if (second >= now) continue
      for (const key of expired) keys.delete(key)
      keysByExpirySecond.delete(second)
    }
    sweptAt = now
  }
}

function currentSecond(): number {
  return Math.floor(Date.now() / 1000)
}
