import { resolve } from 'node:path'

import { followSealedPersonKeys } from './keys/sealed-person-key.ts'

/**
 * The sealed-person keys of HUB_SEALED_KEY or HUB_DATA_DIR as they are now, for subgraphs alone.
 *
 * @throws HubError CONFIG_INVALID, KEY_FILE_INVALID
 */
export function readSealedKeyConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
): () => readonly Buffer[] {
  return followSealedPersonKeys(resolve(env['HUB_DATA_DIR'] || '.hub'), env['HUB_SEALED_KEY'])
}
