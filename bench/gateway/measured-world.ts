import type { WorldOptions } from '../../test/support/fuzz/random-world.ts'

/**
 * The world of measurements: no nulls, and so many objects that each citizen has his own. Hive answers
 * equal requests in flight as one: of five persons it would ask for five, whoever asks.
 */
export const MEASURED_WORLD: WorldOptions = {
  nullOneIn: Number.POSITIVE_INFINITY,
  leastItems: 1,
  objectsPerType: 100_000,
}
