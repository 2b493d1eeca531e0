import type { Transaction } from 'kysely'
import type { LogIndex } from '../../gateway/hub/index/log-index.ts'
import { hubError } from '../../schemas/errors.ts'
import type { KitConfig } from '../../subgraphs/_kit/config.ts'
import { migrate } from '../../subgraphs/_kit/database/migrate.ts'
import { openDatabase } from '../../subgraphs/_kit/database/open-database.ts'
import {
  addDisclosures,
  addSubjects,
  claimOrigin,
  clearLog,
  countPersons,
  findDisclosure,
  findLooks,
  findPeer,
  findPseudonyms,
  forgetPerson,
  hasDisclosed,
  listLogs,
  moveOn,
  findRetention,
  pruneLooks,
  putNames,
  putPersons,
  setAsOf,
  setPeer,
  standOf,
  waitForDisk,
  type Retention,
} from './queries.ts'

/** The index with what only a command may do to it. */
export interface OwnedLogIndex extends LogIndex {
  /** Forgets what it knows of a log, to take it in anew. */
  clear(origin: string): Promise<void>
  /** How long looks must be kept on a day. */
  retention(day: string): Promise<Retention | undefined>
  /** Forgets looks before a day, also when a log is taken in anew; answers how many. */
  prune(before: string): Promise<number>
  /** Makes a person nobody's; answers in how many logs the person was known. */
  forget(handle: string): Promise<number>
}

/** Its migrations. */
export const LOG_INDEX_MIGRATIONS = new URL('migrations/', import.meta.url)

const CONNECTIONS = 4

/**
 * Opens the index over the disclosure logs: the database `hub`, by HUB_DATABASE_URL_HUB or embedded.
 *
 * @throws HubError DATABASE_UNAVAILABLE, DATABASE_TOO_OLD, DATABASE_NOT_STARTED, MIGRATION_FAILED
 */
export async function openLogIndex(config: KitConfig): Promise<OwnedLogIndex> {
  const { dataDir, isDurable } = config
  const url = config.databaseUrlOf('hub')
  const database = await openDatabase<unknown>({
    agency: 'hub',
    url,
    dataDir,
    isDurable,
    poolSize: CONNECTIONS,
    // it stands in the logs: each commit would take the disk from the log itself
    isRemade: true,
  })
  try {
    await migrate(database, LOG_INDEX_MIGRATIONS)
  } catch (error) {
    await database.close()
    throw error
  }
  const { db } = database
  const whole = <T>(work: (part: Transaction<unknown>) => Promise<T>): Promise<T> =>
    db.transaction().execute(work)
  // what was asked to be gone must not come back after a crash
  const forGood = <T>(work: (part: Transaction<unknown>) => Promise<T>): Promise<T> =>
    whole(async (part) => {
      await waitForDisk(part)
      return work(part)
    })
  return {
    async claim(origin, keyId, firstLeaf) {
      const isOurs = await claimOrigin(db, { origin, keyId, firstLeaf })
      if (!isOurs) throw hubError('LOG_ORIGIN_TAKEN', { origin })
    },
    stand: (origin, keyId) => standOf(db, origin, keyId),
    add: (batch) =>
      whole(async (part) => {
        const logId = await moveOn(part, batch)
        if (logId === undefined) return recordsOf(batch.origin)
        await addDisclosures(part, logId, batch.disclosures)
        await addSubjects(part, logId, batch.subjects)
        return batch.to
      }),
    addPersons: (origin, from, to, persons) =>
      // from the first on, those that were erased go
      (from === 0 ? forGood : whole)((part) => putPersons(part, origin, { from, to, persons })),
    countPersons: (origin) => countPersons(db, origin),
    noteCurrent: (origin, asOf) => setAsOf(db, origin, asOf),
    notePeer: (origin, address) => setPeer(db, origin, address),
    peerOf: (origin, keyId) => findPeer(db, origin, keyId),
    async noteNames({ agencies, purposes }) {
      await putNames(db, 'agency_name', agencies)
      await putNames(db, 'purpose_name', purposes)
    },
    logs: () => listLogs(db),
    pseudonymsOf: (handles, keyId, except) => findPseudonyms(db, handles, keyId, except),
    findLooks: (question) => findLooks(db, question),
    findDisclosure: (requestId) => findDisclosure(db, requestId),
    hasDisclosed: (who, purposes) => hasDisclosed(db, who, purposes),
    clear: (origin) => forGood((part) => clearLog(part, origin)),
    retention: (day) => findRetention(db, day),
    prune: (before) => forGood((part) => pruneLooks(part, before)),
    forget: (handle) => forGood((part) => forgetPerson(part, handle)),
    close: () => database.close(),
  }

  async function recordsOf(origin: string): Promise<number> {
    return (await listLogs(db)).find((log) => log.origin === origin)?.records ?? 0
  }
}
