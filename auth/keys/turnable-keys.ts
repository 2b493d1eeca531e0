import { join } from 'node:path'

import { hopRing, HOP_KEY_BYTES, ISSUER_FILE } from './key-store.ts'
import { keyIdOf, newRingKey, readKeyRing, writeKeyRing, type KeyRing } from './key-ring.ts'
import { LOG_KEY, LOG_KEY_BYTES } from './log-keys.ts'
import { SEALED_PERSON_KEY, SEALED_PERSON_KEY_BYTES } from './sealed-person-key.ts'
import { newSigningRingKey, readSigningRing, writeSigningRing } from './signing-key.ts'
import { type TurnableKey, withAnnounced, withoutEnded, withPromoted } from './turn-key.ts'

/** A hop token lives 30 s, with 5 s for clocks. */
const HOP_OVERLAP_MS = 60_000
/** An access token lives 300 s; a verifier elsewhere may keep the issuer's keys for 600 s. */
const ISSUER_OVERLAP_MS = 900_000

/**
 * Every key of a data folder that turns while the hub runs. A sealed-person key stays accepted until
 * an operator retires it: person keys that clients kept open by it, and the log's older records are
 * searched by it. The disclosure log's stays until the log has gone over to the next one.
 */
export function listTurnableKeys(
  dataDir: string,
  agencies: readonly string[],
): readonly TurnableKey[] {
  const folder = join(dataDir, 'keys')
  return [
    ...agencies.map((agency) => secretKey(folder, hopRing(agency), HOP_KEY_BYTES, HOP_OVERLAP_MS)),
    issuerKey(join(folder, ISSUER_FILE)),
    secretKey(folder, SEALED_PERSON_KEY, SEALED_PERSON_KEY_BYTES, null),
    secretKey(folder, LOG_KEY, LOG_KEY_BYTES, null),
  ]
}

function secretKey(
  folder: string,
  name: string,
  length: number,
  overlapMs: number | null,
): TurnableKey {
  const read = (): KeyRing => readKeyRing(folder, name, length)
  return {
    name,
    overlapMs,
    list: () => read().map((key) => ({ ...key, id: keyIdOf(key.bytes) })),
    announce: () => writeKeyRing(folder, name, withAnnounced(read(), newRingKey(length))),
    promote: (now) => writeKeyRing(folder, name, withPromoted(read(), now)),
    retire: (before) => writeKeyRing(folder, name, withoutEnded(read(), before)),
  }
}

function issuerKey(file: string): TurnableKey {
  return {
    name: 'issuer',
    overlapMs: ISSUER_OVERLAP_MS,
    list: () => readSigningRing(file).map((key) => ({ ...key, id: key.jwk.kid.slice(0, 8) })),
    announce: () =>
      writeSigningRing(file, withAnnounced(readSigningRing(file), newSigningRingKey())),
    promote: (now) => writeSigningRing(file, withPromoted(readSigningRing(file), now)),
    retire: (before) => writeSigningRing(file, withoutEnded(readSigningRing(file), before)),
  }
}
