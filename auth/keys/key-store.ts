import { join } from 'node:path'

import { hubError } from '../../schemas/errors.ts'
import { invariant } from '../../schemas/invariant.ts'
import { followFile } from './follow-file.ts'
import { readKeyRing, ringFile } from './key-ring.ts'
import { type JwkSet, type PrivateJwk, readSigningKeys } from './signing-key.ts'

/** Bytes of an HS256 hop secret. */
export const HOP_KEY_BYTES = 32

/** The embedded issuer's keys among the others. */
export const ISSUER_FILE = 'issuer.json'

/** Where keys come from: `<dataDir>/keys`, unless the environment gave them. */
export interface KeyStoreOptions {
  readonly dataDir: string
  /** hop secrets by agency name, each of HOP_KEY_BYTES, the used one first: no file of theirs is read */
  readonly hopKeys?: Readonly<Record<string, readonly Buffer[]>>
  /** production refuses the keys of samples: the embedded issuer's and the demo clients' */
  readonly isProduction?: boolean
}

/**
 * The keys of this hub, made at first use. The sealed-person key is not here: the gateway opens this
 * store and must never be able to read that key (see sealed-person-key.ts).
 */
export interface KeyStore {
  /** the HS256 secret known to the gateway and to this one agency, as it is now */
  hopKey(agency: string): Buffer
  /** that secret, and others that the agency accepts while it turns */
  hopKeys(agency: string): readonly Buffer[]
  /** the embedded issuer's ES256 keys, as they are now */
  issuerKeys(): JwkSet<PrivateJwk>
  /** the ES256 keys a demo client authenticates with */
  clientKeys(clientId: string): JwkSet<PrivateJwk>
}

/**
 * Opens the store; no file is touched before a key is asked for. Its calls throw HubError
 * KEY_FILE_INVALID, and CONFIG_INVALID for a sample key in production.
 */
export function openKeyStore(options: KeyStoreOptions): KeyStore {
  const { dataDir, hopKeys = {}, isProduction = false } = options
  const folder = join(dataDir, 'keys')
  const readSampleKeys = (...path: string[]): JwkSet<PrivateJwk> => {
    if (!isProduction) return readSigningKeys(join(folder, ...path))
    const reason = 'production refuses the keys of the embedded issuer and of demo clients'
    throw hubError('CONFIG_INVALID', { variable: 'NODE_ENV', reason })
  }
  const followed = new Map<string, () => readonly Buffer[]>()
  const readHopKeys = (agency: string): readonly Buffer[] => {
    const given = Object.hasOwn(hopKeys, agency) ? hopKeys[agency] : undefined
    if (given) return given
    let read = followed.get(agency)
    if (read === undefined) {
      const name = hopRing(agency)
      read = followFile(ringFile(folder, name), () =>
        readKeyRing(folder, name, HOP_KEY_BYTES).map(({ bytes }) => bytes),
      )
      followed.set(agency, read)
    }
    return read()
  }
  return {
    hopKey: (agency) => readHopKeys(agency)[0]!,
    hopKeys: readHopKeys,
    issuerKeys: followFile(join(folder, ISSUER_FILE), () => readSampleKeys(ISSUER_FILE)),
    clientKeys: (clientId) => readSampleKeys('clients', `${safeName(clientId)}.json`),
  }
}

/** Name of the ring of an agency's hop secret. */
export function hopRing(agency: string): string {
  return `hop-${safeName(agency)}`
}

function safeName(name: string): string {
  invariant(/^[a-z][a-z0-9-]{0,63}$/.test(name), 'a key is named after an agency or a client')
  return name
}
