import type { Adapter, AdapterPayload } from 'oidc-provider'

import { hubError } from '../../schemas/errors.ts'

/** Entries kept at most: client assertions and DPoP proofs already seen, each for some minutes. */
const MAX_ENTRIES = 100_000

/** What an issuer remembers; kept apart from it, so that it outlives the turn of its keys. */
export type IssuerMemory = Map<string, { payload: AdapterPayload; expiresAt: number }>

/**
 * The embedded issuer's clients, and what it remembers for the life of the process. A full store refuses instead of
 * forgetting a live entry, since a forgotten proof could be used twice.
 */
export function createMemoryAdapter(
  clients: ReadonlyMap<string, AdapterPayload>,
  entries: IssuerMemory = new Map(),
): (model: string) => Adapter {
  return (model) => ({
    async upsert(id, payload, expiresIn = 0) {
      if (entries.size >= MAX_ENTRIES) forgetExpired()
      if (entries.size >= MAX_ENTRIES) throw hubError('SHARED_STORE_FULL')
      entries.set(`${model}:${id}`, { payload, expiresAt: Date.now() + expiresIn * 1000 })
    },
    async find(id) {
      if (model === 'Client') return clients.get(id)
      const entry = entries.get(`${model}:${id}`)
      return entry && entry.expiresAt > Date.now() ? entry.payload : undefined
    },
    async consume(id) {
      const entry = entries.get(`${model}:${id}`)
      if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000)
    },
    async destroy(id) {
      entries.delete(`${model}:${id}`)
    },
    // asked once a sign-in, of a demo's few entries
    async findByUid(uid) {
      return [...entries].find(
        ([key, { payload, expiresAt }]) =>
          key.startsWith(`${model}:`) && payload.uid === uid && expiresAt > Date.now(),
      )?.[1].payload
    },
    // for devices without a keyboard, which this issuer does not serve
    async findByUserCode() {
      return undefined
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of entries) {
        if (key.startsWith(`${model}:`) && payload.grantId === grantId) entries.delete(key)
      }
    },
  })

  function forgetExpired(): void {
    const now = Date.now()
    for (const [key, { expiresAt }] of entries) if (expiresAt <= now) entries.delete(key)
  }
}
