import DataLoader from 'dataloader'
import type { Kysely } from 'kysely'
import type { CarriedPerson } from '../_kit/case-grant.ts'
import type { SubgraphContext } from '../_kit/define-subgraph.ts'
import {
  findFormerPlates,
  findFuelFees,
  findLicences,
  findVehicles,
  findVehiclesOfOwners,
  type Database,
  type FormerPlateRow,
  type FuelFeeRow,
  type Law,
  type LicenceRow,
  type VehicleRow,
} from './queries.ts'
import { keptLaw } from './law/kept-law.ts'

export type Context = SubgraphContext<Loaders>

/** A person as the gateway names one: sealed keys, whether protected, and household's grant. */
export type PersonParent = CarriedPerson

/** A person whose numbers have been opened, present and former. */
export interface MotorProfileParent {
  readonly nationalIds: readonly string[]
  readonly isProtected: boolean
}

/** A vehicle, and whether its owner is protected or may be. */
export interface VehicleParent extends VehicleRow {
  readonly isProtected: boolean
}

/** What one request asks of the register, each question batched over everyone it is asked for. */
export interface Loaders {
  readonly vehiclesOfOwner: DataLoader<string, readonly VehicleRow[]>
  readonly vehicle: DataLoader<string, VehicleRow | null>
  readonly formerPlates: DataLoader<string, readonly FormerPlateRow[]>
  readonly fuelFees: DataLoader<string, readonly FuelFeeRow[]>
  readonly licence: DataLoader<string, LicenceRow | null>
  /** The same for all of a request, so that all answers of it follow the same rules. */
  law(): Promise<Law>
}

/** The loaders of one request; one wave of any of them is one statement. */
export function createLoaders(db: Kysely<Database>): Loaders {
  let law: Promise<Law> | undefined
  return {
    vehiclesOfOwner: listLoader(
      (owners) => findVehiclesOfOwners(db, owners),
      (row) => row.ownerNationalId,
    ),
    vehicle: rowLoader(
      (ids) => findVehicles(db, ids),
      (row) => row.id,
    ),
    formerPlates: listLoader(
      (vehicles) => findFormerPlates(db, vehicles),
      (row) => row.vehicleId,
    ),
    fuelFees: listLoader(
      (vehicles) => findFuelFees(db, vehicles),
      (row) => row.vehicleId,
    ),
    licence: rowLoader(
      (holders) => findLicences(db, holders),
      (row) => row.holderNationalId,
    ),
    law: () => (law ??= keptLaw(db)),
  }
}

function listLoader<Row>(
  find: (keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): DataLoader<string, readonly Row[]> {
  return new DataLoader(async (keys) => {
    const rows = Map.groupBy(await find(keys), keyOf)
    return keys.map((key) => rows.get(key) ?? [])
  })
}

function rowLoader<Row>(
  find: (keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): DataLoader<string, Row | null> {
  return new DataLoader(async (keys) => {
    const rows = new Map((await find(keys)).map((row) => [keyOf(row), row]))
    return keys.map((key) => rows.get(key) ?? null)
  })
}
