import DataLoader from 'dataloader'
import type { Kysely } from 'kysely'
import type { SubgraphContext } from '../_kit/define-subgraph.ts'
import type { RequestScope } from '../_kit/request-scope.ts'
import { findVillageAt } from './boundary/boundary-queries.ts'
import { createPlateDesk, type PlateDesk } from './event/plate-desk.ts'
import {
  findAreas,
  findDoorPlates,
  type AdministrativeAreaParent,
  type AreaLevel,
  type Database,
  type DoorPlateParent,
} from './queries.ts'
import type { Twd97Point } from './location/twd97.ts'
import type { ParsedAddress } from './parse/parse-address.ts'
import { loadPostalCodes } from './postal/load-postal-codes.ts'
import {
  findByAddress,
  type AddressMatches,
  type DoorPlateMatch,
} from './search/find-by-address.ts'
import { findByLandmark, type LandmarkMatch, type LandmarkRow } from './search/find-by-landmark.ts'
import { findInArea, type AreaQuestion, type DoorPlatePage } from './search/find-in-area.ts'
import {
  findIntersections,
  type Crossing,
  type PlaceOfCrossing,
} from './search/find-intersections.ts'
import {
  countPlatesOfArea,
  findPlatesNear,
  type AreaPlates,
  type NearbyPlate,
} from './search/plate-queries.ts'

export type AddressMatchesParent = AddressMatches
export type DoorPlateConnectionParent = DoorPlatePage
export type DoorPlateMatchParent = DoorPlateMatch
export type IntersectionParent = PlaceOfCrossing
export type LandmarkParent = LandmarkRow
export type LandmarkMatchParent = LandmarkMatch
export type NearbyDoorPlateParent = NearbyPlate
export type ParsedAddressParent = ParsedAddress

export type Context = SubgraphContext<Loaders>

/** What one request asks of the register; plates are batched, one statement a wave. */
export interface Loaders {
  readonly doorPlate: DataLoader<string, DoorPlateParent | null>
  /** Postal codes of plates. */
  readonly zip: DataLoader<DoorPlateParent, string | null>
  villageAt(point: Twd97Point): Promise<AdministrativeAreaParent | null>
  areas(level: AreaLevel, parentCode: string | null): Promise<readonly AdministrativeAreaParent[]>
  byArea(question: AreaQuestion): Promise<DoorPlatePage>
  countInArea(area: AreaPlates): Promise<number>
  byAddress(text: string, first: number): Promise<AddressMatches>
  byLandmark(name: string, first: number): Promise<readonly LandmarkMatch[]>
  byIntersection(crossing: Crossing, first: number): Promise<readonly PlaceOfCrossing[]>
  near(point: Twd97Point, withinM: number, first: number): Promise<readonly NearbyPlate[]>
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
    zip: new DataLoader((plates) => loadPostalCodes(db, plates), { cache: false }),
    villageAt: (point) => findVillageAt(db, point),
    areas: (level, parentCode) => findAreas(db, level, parentCode),
    byArea: (question) => findInArea(db, question),
    countInArea: (area) => countPlatesOfArea(db, area),
    byAddress: (text, first) => findByAddress(db, text, first),
    byLandmark: (name, first) => findByLandmark(db, name, first),
    byIntersection: (crossing, first) => findIntersections(db, crossing, first),
    near: (point, withinM, first) => findPlatesNear(db, [point], { first, withinM }),
  }
}
