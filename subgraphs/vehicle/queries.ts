import { sql, type Kysely, type SelectQueryBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { questionByKey } from '../_kit/database/question-by-key.ts'
import type {
  LicenceClass,
  VehicleFuel,
  VehicleKind,
  VehicleStatus,
  VehicleUse,
} from './generated.ts'
import type { InspectionRule } from './inspection/next-inspection-due.ts'
import type { LicenceMeasure } from './licence/licence-status.ts'
import type { LicenceTerm } from './licence/licence-validity.ts'

/** The tables this office's queries read; the law tables carry `source` and `certainty` besides. */
export interface Database {
  vehicle: VehicleTable
  plate: PlateTable
  fuelFee: FuelFeeRow
  driverLicence: LicenceRow
  inspectionRule: InspectionRule
  licenceTerm: LicenceTerm
}

interface VehicleTable {
  readonly id: string
  readonly vin: string
  readonly engineNo: string
  readonly ownerNationalId: string
  readonly kind: VehicleKind
  readonly use: VehicleUse
  readonly brand: string
  readonly fuel: VehicleFuel
  readonly displacementCc: number
  readonly manufacturedYm: string
  readonly firstPlateDate: string
  readonly registeredAddress: string
  readonly doorPlateId: string | null
  readonly status: VehicleStatus
  readonly statusDate: string
  readonly lastInspectedOn: string | null
}

interface PlateTable {
  readonly vehicleId: string
  readonly validFrom: string
  readonly validTo: string | null
  readonly plateNo: string
  readonly displayNo: string
}

/** A vehicle with the plate it bears, or bore last. */
export type VehicleRow = Pick<VehicleTable, (typeof VEHICLE_COLUMNS)[number]> & {
  readonly plateNo: string | null
}

export interface FuelFeeRow {
  readonly vehicleId: string
  readonly year: number
  readonly quarter: number | null
  readonly amount: number
  readonly dueDate: string
  readonly paidOn: string | null
  readonly enforcedOn: string | null
}

export interface LicenceRow {
  readonly holderNationalId: string
  readonly birthDate: string
  readonly classes: readonly LicenceClass[]
  readonly isProfessional: boolean
  readonly firstIssuedOn: string
  readonly issuedOn: string
  readonly measure: LicenceMeasure | null
}

export interface FormerPlateRow {
  readonly vehicleId: string
  readonly plateNo: string
  readonly validFrom: string
  readonly validTo: string | null
}

/** The rules that answers are computed by. */
export interface Law {
  readonly inspectionRules: readonly InspectionRule[]
  readonly licenceTerms: readonly LicenceTerm[]
}

// A new column of `vehicle` that GraphQL answers is named here.
const VEHICLE_COLUMNS = [
  'id',
  'ownerNationalId',
  'kind',
  'use',
  'brand',
  'fuel',
  'displacementCc',
  'manufacturedYm',
  'firstPlateDate',
  'registeredAddress',
  'doorPlateId',
  'status',
  'lastInspectedOn',
] as const

/** Vehicles registered to these people, oldest plate first. */
export const findVehiclesOfOwners = questionByKey(
  'ownerNationalId',
  (db: Kysely<Database>, nationalIds: readonly string[]) =>
    withPlate(db)
      .where('vehicle.ownerNationalId', '=', anyOf(nationalIds))
      .orderBy('vehicle.firstPlateDate')
      .orderBy('vehicle.id'),
)

/** The vehicles of these ids. */
export const findVehicles = questionByKey('id', (db: Kysely<Database>, ids: readonly string[]) =>
  withPlate(db).where('vehicle.id', '=', anyOf(ids)),
)

/** Plates these vehicles bore before the one they bear or bore last, newest first. */
export const findFormerPlates = questionByKey(
  'vehicleId',
  (db: Kysely<Database>, vehicleIds: readonly string[]) =>
    db
      .selectFrom('plate')
      .select(['vehicleId', 'displayNo as plateNo', 'validFrom', 'validTo'])
      .where('vehicleId', '=', anyOf(vehicleIds))
      .where((plate) =>
        plate.exists(
          plate
            .selectFrom('plate as later')
            .select('later.vehicleId')
            .whereRef('later.vehicleId', '=', 'plate.vehicleId')
            .whereRef('later.validFrom', '>', 'plate.validFrom'),
        ),
      )
      .orderBy('validFrom', 'desc'),
)

/** Fuel fees issued for these vehicles, newest first. */
export const findFuelFees = questionByKey(
  'vehicleId',
  (db: Kysely<Database>, vehicleIds: readonly string[]) =>
    db
      .selectFrom('fuelFee')
      .selectAll()
      .where('vehicleId', '=', anyOf(vehicleIds))
      .orderBy('dueDate', 'desc'),
)

/** The licences of these people. */
export const findLicences = questionByKey(
  'holderNationalId',
  (db: Kysely<Database>, nationalIds: readonly string[]) =>
    db.selectFrom('driverLicence').selectAll().where('holderNationalId', '=', anyOf(nationalIds)),
)

/** Every rule of inspection and of licence terms, of all times, in one statement. */
export function findLaw(db: Kysely<Database>): Promise<Law> {
  return db
    .selectNoFrom((law) => [
      jsonArrayFrom(law.selectFrom('inspectionRule').selectAll()).as('inspectionRules'),
      jsonArrayFrom(law.selectFrom('licenceTerm').selectAll()).as('licenceTerms'),
    ])
    .executeTakeFirstOrThrow()
}

function withPlate(db: Kysely<Database>): SelectQueryBuilder<Database, 'vehicle', VehicleRow> {
  return db
    .selectFrom('vehicle')
    .select(VEHICLE_COLUMNS.map((column) => `vehicle.${column}` as const))
    .select((vehicle) =>
      vehicle
        .selectFrom('plate')
        .select('plate.displayNo')
        .whereRef('plate.vehicleId', '=', 'vehicle.id')
        .orderBy('plate.validFrom', 'desc')
        .limit(1)
        .as('plateNo'),
    )
}

// One statement text for any number of keys, so that the server plans it once.
function anyOf(keys: readonly string[]) {
  return sql<string>`any(${keys}::text[])`
}
