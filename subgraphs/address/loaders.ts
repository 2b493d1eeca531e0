import DataLoader from 'dataloader'
import type { Kysely } from 'kysely'
import type { SubgraphContext } from '../_kit/define-subgraph.ts'
import type { RequestScope } from '../_kit/request-scope.ts'
import { createPlateDesk, type PlateDesk } from './event/plate-desk.ts'
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
  /** Where an officer records what happens to plates. */
  readonly plateDesk: PlateDesk
}

/** The loaders of one request. */
export function createLoaders(db: Kysely<Database>, scope: RequestScope): Loaders {
  const doorPlate: Loaders['doorPlate'] = new DataLoader(async (ids) => {
    const plates = new Map((await findDoorPlates(db, ids)).map((plate) => [plate.id, plate]))
    return ids.map((id) => plates.get(id) ?? null)
  })
  return {
    doorPlate,
    plateDesk: createPlateDesk(db, scope, () => doorPlate.clearAll()),
    areas: (level, parentCode) => findAreas(db, level, parentCode),
  }
}
