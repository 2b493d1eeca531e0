import { join } from 'node:path'

import { readKeyRing } from './key-ring.ts'

/** What the disclosure log is kept with, each of 32 bytes. */
export interface LogKeys {
  /** Seed of the Ed25519 key that signs the log's checkpoints. */
  readonly signingSeed: Buffer
  /** What the keys of the persons in the log are kept under. */
  readonly subjectKey: Buffer
}

const KEY_BYTES = 32

/**
 * The keys of this replica's disclosure log, made at first use in `<dataDir>/keys`.
 *
 * @throws HubError KEY_FILE_INVALID
 */
export function readLogKeys(dataDir: string): LogKeys {
  const folder = join(dataDir, 'keys')
  return {
    signingSeed: readKeyRing(folder, 'disclosure-log', KEY_BYTES)[0].bytes,
    subjectKey: readKeyRing(folder, 'log-subjects', KEY_BYTES)[0].bytes,
  }
}
