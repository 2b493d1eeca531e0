import type { AgencyDatabase } from '../../subgraphs/_kit/database/open-database.ts'
import type { SourcePlate } from '../../subgraphs/_kit/population/types.ts'
import { findPlatesOfVillage } from '../../subgraphs/address/queries.ts'

/** The imported plates in force, village by village: a city's 1.2 M are never in memory at once. */
export interface RealPlates {
  /** Empty where none was imported. */
  of(villageCode: string): Promise<readonly SourcePlate[]>
  close(): Promise<void>
}

/** Opens the register of plates for placing households; without it no village has any. */
export async function openRealPlates(
  address: AgencyDatabase<unknown> | undefined,
): Promise<RealPlates> {
  const session = await address?.connect()
  return {
    of: async (villageCode) => (session ? findPlatesOfVillage(session, villageCode) : []),
    close: async () => session?.close(),
  }
}
