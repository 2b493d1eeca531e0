import { SAMPLE_DAY } from '../../subgraphs/_kit/config.ts'
import { taiwanInstant } from '../../schemas/scalars/dates.ts'
import type { Subgraph } from '../../subgraphs/_kit/define-subgraph.ts'
import type { AgencyDatabase } from '../../subgraphs/_kit/database/open-database.ts'
import { readDataset, type Dataset } from '../../subgraphs/_kit/database/dataset.ts'
import { seedDatabase } from '../../subgraphs/_kit/database/seed-database.ts'
import { generatePopulation } from '../../subgraphs/_kit/population/generate-population.ts'

/** The seed of the sample's population; any other gives other people on the same ground. */
export const SAMPLE_SEED = 107

/** The instant the sample's registers stood at, whatever business day HUB_TODAY moves to. */
export const SAMPLE_INSTANT = `${SAMPLE_DAY}T00:00:00+08:00`

/**
 * Gives an empty database the sample (Jiaxian, synthetic people), and finishes one that was begun. A
 * database that holds anything else is left as it is. Answers what it holds.
 */
export async function ensureSample(
  agency: Subgraph,
  database: AgencyDatabase<unknown>,
): Promise<Dataset> {
  const present = await readDataset(database.db)
  if (present && (present.scale !== 'jiaxian' || present.finishedAt !== null)) return present
  const identity = present ?? {
    scale: 'jiaxian',
    seed: SAMPLE_SEED,
    asOf: SAMPLE_INSTANT,
    isSynthetic: true,
  }
  const { scale, seed, asOf, isSynthetic } = identity
  const day = taiwanInstant(asOf).slice(0, 10)
  await seedDatabase(
    {
      database,
      tables: agency.seedTables,
      dataset: { scale, seed, asOf, isSynthetic },
      today: day,
    },
    generatePopulation({ scale: 'jiaxian', seed, today: day }),
  )
  return (
    (await readDataset(database.db)) ?? {
      ...identity,
      finishedAt: null,
      rowCount: null,
      digest: null,
    }
  )
}
