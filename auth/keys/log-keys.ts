import { join } from 'node:path'

import { followFile } from './follow-file.ts'
import { readKeyRing, ringFile } from './key-ring.ts'

/** What the disclosure log is kept with, each of 32 bytes. */
export interface LogKeys {
  /** Seeds of the Ed25519 keys of the log's checkpoints as they are now, that of the used one first. */
  readonly signingSeeds: () => readonly Buffer[]
  /** What the keys of the persons in the log are kept under. */
  readonly subjectKey: Buffer
}

/** Bytes of each. */
export const LOG_KEY_BYTES = 32

/** Name of the signing key among the others. */
export const LOG_KEY = 'disclosure-log'

/**
 * The keys of this replica's disclosure log, made at first use in `<dataDir>/keys`.
 *
 * @throws HubError KEY_FILE_INVALID
 */
export function readLogKeys(dataDir: string): LogKeys {
  const folder = join(dataDir, 'keys')
  const signingSeeds = followFile(ringFile(folder, LOG_KEY), () =>
    readKeyRing(folder, LOG_KEY, LOG_KEY_BYTES).map(({ bytes }) => bytes),
  )
  // made at once where there is none
  signingSeeds()
  const [{ bytes: subjectKey }] = readKeyRing(folder, 'log-subjects', LOG_KEY_BYTES)
  return { signingSeeds, subjectKey }
}
