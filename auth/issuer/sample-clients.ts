import type { Agreement } from '../agreement.ts'
import type { KeyStore } from '../keys/key-store.ts'
import { publicJwks } from '../keys/signing-key.ts'
import type { IssuerClient } from './issuer.ts'

/** The hub's own client, through which staff sign in at the embedded issuer. */
export const DESK_CLIENT_ID = 'hub-desk'

/**
 * Every client that an agreement names, and the desk's, with the public half of a key made for it at first use.
 *
 * @throws HubError KEY_FILE_INVALID, and CONFIG_INVALID in production
 */
export function listSampleClients(
  agreements: readonly Agreement[],
  keys: KeyStore,
): readonly IssuerClient[] {
  const ids = new Set([DESK_CLIENT_ID, ...agreements.flatMap(({ clients }) => clients)])
  return [...ids].map((id) => ({ id, jwks: publicJwks(keys.clientKeys(id)) }))
}
