import type { Kysely } from 'kysely'
import { findLaw, type Database, type Law } from '../queries.ts'

// Law comes in with a migration, which another instance may run beside this one.
const KEPT_MS = 60_000

interface KeptLaw {
  readonly law: Promise<Law>
  readonly readAt: number
}

const kept = new WeakMap<Kysely<Database>, KeptLaw>()

/** Every rule of all times, read anew each minute: its rows carry the days they hold on. */
export function keptLaw(db: Kysely<Database>): Promise<Law> {
  const now = performance.now()
  const known = kept.get(db)
  if (known && now - known.readAt < KEPT_MS) return known.law
  const law = findLaw(db)
  kept.set(db, { law, readAt: now })
  // one that failed is asked for again
  law.catch(() => kept.get(db)?.law === law && kept.delete(db))
  return law
}
