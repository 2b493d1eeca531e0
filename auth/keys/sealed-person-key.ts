import { join } from 'node:path'

import { followFile } from './follow-file.ts'
import { readKeyRing, ringFile } from './key-ring.ts'
import { readSecretVariable } from './secret-config.ts'

/** Bytes of an AES-SIV key with AES-256 in both halves (RFC 5297 §3). */
export const SEALED_PERSON_KEY_BYTES = 64

/** Name of its ring among the keys. */
export const SEALED_PERSON_KEY = 'sealed-person'

/**
 * The key that turns national IDs into sealed person keys: HUB_SEALED_KEY where `given` (64 bytes,
 * base64url), else a file made at first use. Subgraphs share it; the gateway must never load this
 * module.
 *
 * @throws HubError CONFIG_INVALID, KEY_FILE_INVALID
 */
export function readSealedPersonKey(dataDir: string, given?: string): Buffer {
  return followSealedPersonKeys(dataDir, given)()[0]!
}

/**
 * The key that seals, first, and those that still open, as they are now: a running agency takes a
 * turned key without a restart. Those given by HUB_SEALED_KEY, with commas between them, stay.
 *
 * @throws HubError CONFIG_INVALID, KEY_FILE_INVALID
 */
export function followSealedPersonKeys(dataDir: string, given?: string): () => readonly Buffer[] {
  if (given) {
    const keys = readSecretVariable('HUB_SEALED_KEY', given, SEALED_PERSON_KEY_BYTES)
    return () => keys
  }
  const folder = join(dataDir, 'keys')
  return followFile(ringFile(folder, SEALED_PERSON_KEY), () =>
    readKeyRing(folder, SEALED_PERSON_KEY, SEALED_PERSON_KEY_BYTES).map(({ bytes }) => bytes),
  )
}
