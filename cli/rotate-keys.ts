import { setTimeout } from 'node:timers/promises'
import { hasAnnounced, type TurnableKey } from '../auth/keys/turn-key.ts'

/** Running parts look at their key files every second; by then each accepts what was announced. */
const KNOWN_AFTER_MS = 3_000

/**
 * Turns keys while the hub runs: announces a new one of each, waits until every part accepts it, uses
 * it, and takes out what ended longer ago than its overlap. Ended at any point it leaves a set that
 * works, and the next run goes on from there.
 */
export async function rotateKeys(
  keys: readonly TurnableKey[],
  knownAfterMs = KNOWN_AFTER_MS,
): Promise<void> {
  for (const key of keys) if (!hasAnnounced(key.list())) key.announce()
  await setTimeout(knownAfterMs)
  for (const key of keys) key.promote(new Date())
  retireKeys(keys)
}

/** Takes out the keys whose overlap is over; one without an end to it stays. */
export function retireKeys(keys: readonly TurnableKey[], now = Date.now()): void {
  for (const key of keys) {
    if (key.overlapMs !== null) key.retire(new Date(now - key.overlapMs))
  }
}
