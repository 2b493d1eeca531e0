import { hubError } from '../../../schemas/errors.ts'
import type { Connection } from './connection.ts'

// whoever serves a database shares it; whoever empties it has it alone
const SERVED_LOCK = 7_215_018_052

/**
 * Holds a database for serving, until the session ends. Throws `DATASET_UNFINISHED` while a load is under
 * way that emptied it.
 */
export async function holdForServing(session: Connection, agency: string): Promise<void> {
  if (await isTaken(session, 'pg_try_advisory_lock_shared')) return
  throw hubError('DATASET_UNFINISHED', { agency, present: 'another population' })
}

/** Holds a database for a load that empties it, until the session ends. Throws `DATASET_SERVED`. */
export async function holdAlone(session: Connection, agency: string): Promise<void> {
  if (await isTaken(session, 'pg_try_advisory_lock')) return
  throw hubError('DATASET_SERVED', { agency })
}

async function isTaken(session: Connection, lock: string): Promise<boolean> {
  const [row] = await session.run(`select ${lock}(${SERVED_LOCK}) as taken`)
  return row?.['taken'] === true
}
