import { join } from 'node:path'

import { readSecretBytes } from './secret-bytes.ts'
import { readSecretVariable } from './secret-config.ts'

/** Bytes of an AES-SIV key with AES-256 in both halves (RFC 5297 §3). */
export const SEALED_PERSON_KEY_BYTES = 64

/**
 * The key that turns national IDs into sealed person keys: HUB_SEALED_KEY where `given` (64 bytes,
 * base64url), else a file made at first use. Subgraphs share it; the gateway must never load this
 * module.
 *
 * @throws HubError CONFIG_INVALID, KEY_FILE_INVALID
 */
export function readSealedPersonKey(dataDir: string, given?: string): Buffer {
  if (given) return readSecretVariable('HUB_SEALED_KEY', given, SEALED_PERSON_KEY_BYTES)
  return readSecretBytes(join(dataDir, 'keys'), 'sealed-person', SEALED_PERSON_KEY_BYTES)
}
