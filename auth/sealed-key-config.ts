import { resolve } from 'node:path'

import { readSealedPersonKey } from './keys/sealed-person-key.ts'

/**
 * The sealed-person key from HUB_SEALED_KEY or HUB_DATA_DIR, for subgraphs alone.
 *
 * @throws HubError CONFIG_INVALID, KEY_FILE_INVALID
 */
export function readSealedKeyConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Buffer {
  return readSealedPersonKey(resolve(env['HUB_DATA_DIR'] || '.hub'), env['HUB_SEALED_KEY'])
}
