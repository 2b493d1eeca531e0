import { invariant } from '../schemas/invariant.ts'
import { createSealer, type Sealer } from './sealed-key.ts'

/**
 * A sealer whose key may turn: it seals under the first key and opens what any of them sealed. The
 * keys are asked for anew at every use. Agencies of one process that are given the same keys share what
 * was sealed and opened before.
 */
export function createTurningSealer(keys: () => readonly Uint8Array[]): Sealer {
  const sealerOf = (key: Uint8Array | undefined): Sealer => {
    invariant(key, 'there is a key to seal under')
    let sealer = sealers.get(key)
    if (sealer === undefined) {
      sealer = createSealer(key)
      sealers.set(key, sealer)
    }
    return sealer
  }
  return {
    seal: (nationalId) => sealerOf(keys()[0]).seal(nationalId),
    sealAll: (nationalId) => keys().map((key) => sealerOf(key).seal(nationalId)),
    mark: (text) => sealerOf(keys()[0]).mark(text),
    markAll: (text) => keys().map((key) => sealerOf(key).mark(text)),
    open: (sealed) => openUnderAny(keys().map(sealerOf), sealed),
  }
}

const sealers = new WeakMap<Uint8Array, Sealer>()

function openUnderAny([sealer, ...others]: readonly Sealer[], sealed: string): string {
  invariant(sealer, 'there is a key to open under')
  try {
    return sealer.open(sealed)
  } catch (error) {
    if (others.length === 0) throw error
    return openUnderAny(others, sealed)
  }
}
