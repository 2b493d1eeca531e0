import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hubError } from '../schemas/errors.ts'
import type { SharedStore } from './shared-store.ts'

/** Which agreements were ended before their last day. */
export interface Revocations {
  /** @throws HubError SHARED_STORE_UNAVAILABLE where nobody can say any more what others revoked */
  isRevoked(agreementId: string): boolean
  close(): void
}

type Lists = Pick<SharedStore, 'enlist' | 'listed'>

const FILE = 'revoked-agreements'
const LIST = 'revoked-agreements'
const READ_EVERY_MS = 1_000
/** How long a revocation may take to hold everywhere (security S11). */
const HOLDS_WITHIN_MS = 5_000

/**
 * The revocations kept in `<dataDir>/revoked-agreements`, an id a line, and those that other gateways
 * put into the store they share; both are read again every second. What the store says is written
 * into the file and the other way round, so that neither forgets what only the other one lost. A file
 * that cannot be read throws `CONFIG_INVALID`: nothing is disclosed while nobody can say what was
 * revoked.
 */
export async function openRevocations(
  dataDir: string,
  store?: Lists,
  now = Date.now,
): Promise<Revocations> {
  let ids = readRevoked(dataDir)
  let readAt = now()
  const shared = store && (await followStore(dataDir, store, now))
  return {
    isRevoked(agreementId) {
      if (Math.abs(now() - readAt) >= READ_EVERY_MS) {
        ids = readRevoked(dataDir)
        readAt = now()
      }
      return ids.has(agreementId) || (shared?.isRevoked(agreementId) ?? false)
    },
    close: () => shared?.close(),
  }
}

async function followStore(dataDir: string, store: Lists, now: () => number): Promise<Revocations> {
  let ids: ReadonlySet<string> = new Set()
  let knownAt = -Infinity
  const read = async (): Promise<void> => {
    try {
      // as old as the question, not as the answer
      const askedAt = now()
      ids = await exchange(dataDir, store)
      knownAt = askedAt
    } catch {
      // not known any more after HOLDS_WITHIN_MS
    }
  }
  await read()
  const timer = setInterval(() => void read(), READ_EVERY_MS).unref()
  return {
    isRevoked(agreementId) {
      if (now() - knownAt > HOLDS_WITHIN_MS) throw hubError('SHARED_STORE_UNAVAILABLE')
      return ids.has(agreementId)
    },
    close: () => clearInterval(timer),
  }
}

async function exchange(dataDir: string, store: Lists): Promise<ReadonlySet<string>> {
  const shared = new Set(await store.listed(LIST))
  const own = readRevoked(dataDir)
  for (const id of shared) if (!own.has(id)) revokeAgreement(dataDir, id)
  for (const id of own) if (!shared.has(id)) await store.enlist(LIST, id)
  return shared
}

/** Ends an agreement at once, for all gateways of this data folder. Throws `CONFIG_INVALID`. */
export function revokeAgreement(dataDir: string, agreementId: string): void {
  try {
    // on disk before it is said to be done
    appendFileSync(join(dataDir, FILE), `${agreementId}\n`, { flush: true })
  } catch (error) {
    throw unusable('written', error)
  }
}

/** Ends an agreement for all gateways that share this store. Throws `SHARED_STORE_UNAVAILABLE`. */
export async function shareRevocation(store: Lists, agreementId: string): Promise<void> {
  await store.enlist(LIST, agreementId)
}

/** Ids of the revoked agreements. Throws `CONFIG_INVALID`. */
export function readRevoked(dataDir: string): ReadonlySet<string> {
  try {
    return new Set(readFileSync(join(dataDir, FILE), 'utf8').split('\n').filter(Boolean))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Set()
    throw unusable('read', error)
  }
}

function unusable(verb: string, cause: unknown): Error {
  const reason = `its file ${FILE} cannot be ${verb}`
  return hubError('CONFIG_INVALID', { variable: 'HUB_DATA_DIR', reason }, cause)
}
