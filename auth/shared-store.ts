import { HubError, hubError } from '../schemas/errors.ts'
import { ExpiringValues } from './expiring-values.ts'
import { type Take, TokenBuckets } from './token-buckets.ts'

export type { Bucket, Take } from './token-buckets.ts'

/**
 * What the processes of one gateway or agency must remember together: proofs and tokens already
 * seen, budgets already spent, sessions, revocations. In memory for a single process; a networked store (Valkey,
 * Redis) for several. Keys of `addIfAbsent`, of `take` and of `set` never meet: each kind is kept apart.
 */
export interface SharedStore {
  /** Whether other processes see the same; they do not where it is this one's memory. */
  readonly isShared: boolean
  /**
   * Remembers `key` for `ttlMs`; false when it was already there.
   *
   * @throws HubError SHARED_STORE_FULL
   */
  addIfAbsent(key: string, ttlMs: number): boolean | Promise<boolean>
  /**
   * Takes each cost from its bucket, in order, until one has not as much: 0 for each that was taken,
   * and last the seconds until the other will have it.
   */
  take(takes: readonly Take[]): readonly number[] | Promise<readonly number[]>
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
  /** Adds an entry to a list that never expires and never shrinks. */
  enlist(list: string, entry: string): void | Promise<void>
  /** The entries of such a list. */
  listed(list: string): readonly string[] | Promise<readonly string[]>
}

/** A store with whatever it holds open; every call of a networked one may throw SHARED_STORE_UNAVAILABLE. */
export interface OpenStore extends SharedStore {
  close(): Promise<void>
}

/** A store in this process's memory, of at most `maxKeys` keys. */
export function createMemoryStore({ maxKeys = 500_000 } = {}): OpenStore & {
  readonly size: number
} {
  const buckets = new TokenBuckets()
  const values = new ExpiringValues(maxKeys)
  const lists = new Map<string, string[]>()
  const keys = new Set<string>()
  const keysByExpirySecond = new Map<number, string[]>()
  let sweptAt = currentSecond()

  return {
    isShared: false,
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
    take: (takes) => buckets.take(takes),
    get: (key) => values.get(key),
    set: (key, value, ttlMs) => values.set(key, value, ttlMs),
    delete: (key) => values.delete(key),
    enlist: (list, entry) => void lists.set(list, [...(lists.get(list) ?? []), entry]),
    listed: (list) => lists.get(list) ?? [],
    close: async () => undefined,
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

/** Whether an error says that the store was not there to be asked. */
export function isStoreAway(error: unknown): boolean {
  return error instanceof HubError && error.code === 'SHARED_STORE_UNAVAILABLE'
}

function currentSecond(): number {
  return Math.floor(Date.now() / 1000)
}
