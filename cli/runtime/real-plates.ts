import type { AgencyDatabase } from '../../subgraphs/_kit/database/open-database.ts'
import type { PlateSource, SourcePlate } from '../../subgraphs/_kit/population/types.ts'
import { platesOfVillages } from '../../subgraphs/address/queries.ts'

/**
 * The imported plates in force, by village, as places for households; undefined where none was
 * imported. Of the whole city (1.2 M plates) this holds about 150 MB.
 */
export async function readRealPlates(
  address: AgencyDatabase<unknown>,
): Promise<PlateSource | undefined> {
  const byVillage = new Map<string, readonly SourcePlate[]>()
  const session = await address.connect()
  try {
    for await (const { villageCode, plates } of platesOfVillages(session)) {
      byVillage.set(villageCode, plates)
    }
  } finally {
    await session.close()
  }
  return byVillage.size === 0
    ? undefined
    : { platesOf: (villageCode) => byVillage.get(villageCode) ?? [] }
}
