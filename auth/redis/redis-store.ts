import { hash } from 'node:crypto'
import { createClient } from '@redis/client'

import { hubError } from '../../schemas/errors.ts'
import type { OpenStore } from '../shared-store.ts'
import { takeScript } from './take-script.ts'

/** How a networked store is reached. */
export interface RedisStoreOptions {
  /** redis:// or rediss://, as HUB_STORE_URL has it */
  readonly url: string
  /** told when the store went away and when it came back */
  readonly onChange?: (isThere: boolean) => void
}

/** Longest that one request waits for the store; refused then, since nobody knows what it would say. */
const DEADLINE_MS = 500
const CONNECT_TIMEOUT_MS = 1_000
const MOST_MS_BETWEEN_TRIES = 1_000
/** A connection that says nothing for so long, not even to a ping, is given up and made anew. */
const PING_EVERY_MS = 1_000
const SILENCE_MS = 3_000

/**
 * A store in Valkey (7.2 up) or Redis (7 up) that several processes share. Calls of one turn of the
 * event loop go out in one write. While the store is away every call throws SHARED_STORE_UNAVAILABLE
 * within half a second, and it is tried again until it is back. Names are hashed: whatever a caller
 * puts into a key, no name in the store tells it.
 */
export async function openRedisStore(options: RedisStoreOptions): Promise<OpenStore> {
  const client = connect(options)
  const opening = client.connect().catch(() => undefined)
  // a store that is away does not keep the process from starting: it refuses until the store is there
  await Promise.race([opening, wait(CONNECT_TIMEOUT_MS)])
  return {
    isShared: true,
    addIfAbsent: async (key, ttlMs) =>
      (await ask(
        client.set(named('once', key), '', {
          condition: 'NX',
          expiration: { type: 'PX', value: ttlMs },
        }),
      )) !== null,
    take: (takes) =>
      ask(
        client.take(
          takes.map(({ key }) => named('take', key)),
          takes,
        ),
      ),
    get: async (key) => (await ask(client.get(named('text', key)))) ?? undefined,
    async set(key, value, ttlMs) {
      const expiration = { type: 'PX', value: ttlMs } as const
      await ask(client.set(named('text', key), value, { expiration }))
    },
    delete: async (key) => (await ask(client.del(named('text', key)))) === 1,
    async enlist(list, entry) {
      await ask(client.sAdd(named('list', list), entry))
    },
    listed: (list) => ask(client.sMembers(named('list', list))),
    close: async () => client.destroy(),
  }
}

function connect({ url, onChange = () => undefined }: RedisStoreOptions) {
  let isThere = true
  const tell = (next: boolean): void => {
    if (next !== isThere) onChange(next)
    isThere = next
  }
  const client = createClient({
    url,
    scripts: { take: takeScript },
    // what cannot be asked now is refused now, not kept for later
    disableOfflineQueue: true,
    maintNotifications: 'disabled',
    // its own timeouts end with the write, ours with the answer
    commandOptions: { timeout: 0 },
    pingInterval: PING_EVERY_MS,
    socket: {
      connectTimeout: CONNECT_TIMEOUT_MS,
      socketTimeout: SILENCE_MS,
      reconnectStrategy: (tries) => Math.min(50 * 2 ** Math.min(tries, 5), MOST_MS_BETWEEN_TRIES),
    },
  })
  client.on('error', () => tell(false))
  client.on('ready', () => tell(true))
  return client
}

/** The answer of the store, or the coded error that refuses the request. */
async function ask<Answer>(answer: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the shared store is late')), DEADLINE_MS)
  })
  try {
    return await Promise.race([answer, late])
  } catch (error) {
    const isFull = error instanceof Error && error.message.startsWith('OOM')
    throw hubError(isFull ? 'SHARED_STORE_FULL' : 'SHARED_STORE_UNAVAILABLE', {}, error)
  } finally {
    clearTimeout(timer)
  }
}

function named(kind: string, key: string): string {
  return `hub:${kind}:${hash('sha256', key, 'base64url')}`
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}
