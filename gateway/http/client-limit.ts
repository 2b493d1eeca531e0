import { LRUCache } from 'lru-cache'

/** How often one client address may ask without a token. */
export interface ClientLimit {
  /** Counts one request of the address; seconds to wait where it is too many, 0 where it may pass. */
  take(address: string): number
}

interface Bucket {
  tokens: number
  filledAt: number
}

const MOST_ADDRESSES = 50_000
const BURST_SECONDS = 5

/**
 * A token bucket for each address: `perSecond` requests in the long run, five seconds' worth at once;
 * 0 lifts the limit. In this process's memory: with several gateways each counts its own.
 */
export function createClientLimit(perSecond: number, now = () => performance.now()): ClientLimit {
  // a megabyte, made when somebody comes without a token
  let buckets: LRUCache<string, Bucket> | undefined
  const most = perSecond * BURST_SECONDS
  return {
    take(address) {
      if (perSecond === 0) return 0
      buckets ??= new LRUCache({ max: MOST_ADDRESSES })
      const client = networkOf(address)
      const bucket = buckets.get(client) ?? { tokens: most, filledAt: now() }
      const passed = (now() - bucket.filledAt) / 1_000
      bucket.tokens = Math.min(most, bucket.tokens + passed * perSecond)
      bucket.filledAt = now()
      buckets.set(client, bucket)
      if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond))
      bucket.tokens -= 1
      return 0
    },
  }
}

/** One IPv4 address, or the /64 that a household's IPv6 addresses share. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const groups = head === '' ? [] : head.split(':')
  const missing =
    tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length
  return [...groups, ...Array<string>(missing).fill('0')].slice(0, 4).join(':')
}
