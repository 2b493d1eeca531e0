import { createMemoryStore, type OpenStore } from './shared-store.ts'

/**
 * The store that a part of the hub remembers in: the one at HUB_STORE_URL where given, else this
 * process's memory. The client of the former is loaded by those alone who have one.
 */
export async function openStore(
  url: string | undefined,
  onChange?: (isThere: boolean) => void,
): Promise<OpenStore> {
  if (url === undefined) return createMemoryStore()
  const { openRedisStore } = await import('./redis/redis-store.ts')
  return openRedisStore({ url, ...(onChange && { onChange }) })
}
