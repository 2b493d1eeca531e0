import { join } from 'node:path'

import { readSecretBytes } from './secret-bytes.ts'

/** Bytes of an AES-SIV key with AES-256 in both halves (RFC 5297 §3). */
export const SEALED_PERSON_KEY_BYTES = 64

/**
 * The key that turns national IDs into sealed person keys, made at first use. Subgraphs share it;
 * the gateway must never load this module.
 *
 * @throws HubError KEY_FILE_INVALID
 */
export function readSealedPersonKey(dataDir: string): Buffer {
  return readSecretBytes(join(dataDir, 'keys'), 'sealed-person', SEALED_PERSON_KEY_BYTES)
}
