import DataLoader from 'dataloader'
import type { Kysely } from 'kysely'
import type { SubgraphContext } from '../_kit/define-subgraph.ts'
import {
  findAreas,
  findDoorPlates,
  type AdministrativeAreaParent,
  type AreaLevel,
  type Database,
  type DoorPlateParent,
} from './queries.ts'

export type Context = SubgraphContext<Loaders>

/** What one request asks of the register; plates are batched, one statement a wave. */
export interface Loaders {
  readonly doorPlate: DataLoader<string, DoorPlateParent | null>
  areas(level: AreaLevel, parentCode: string | null): Promise<readonly AdministrativeAreaParent[]>
}

/** The loaders of one request. */
export function createLoaders(db: Kysely<Database>): Loaders {
  return {
    doorPlate: new DataLoader(async (ids) => {
      const plates = new Map((await findDoorPlates(db, ids)).map((plate) => [plate.id, plate]))
      return ids.map((id) => plates.get(id) ?? null)
    }),
    areas: (level, parentCode) => findAreas(db, level, parentCode),
  }
}
