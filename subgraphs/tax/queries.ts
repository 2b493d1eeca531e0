import { sql, type Kysely, type RawBuilder, type SelectQueryBuilder } from 'kysely'
import { questionByKey } from '../_kit/database/question-by-key.ts'
import type { TaxKind } from './calendar/pay-window.ts'
import type { HouseUse } from './rates/house-tax.ts'
import type { IncomeKind } from './rates/income-tax.ts'
import type { SurchargeRule, SurchargeSteps } from './surcharge/surcharge.ts'

export type TaxRelief = 'DISABILITY' | 'ELECTRIC' | 'SMALL_ENGINE' | 'LOW_VALUE_HOME'

interface TaxAuthorityRow {
  code: string
  name: string
}
interface TaxpayerRow {
  nationalId: string
  authorityCode: string
}
export interface HouseRow {
  taxRollNo: string
  nationalId: string
  plateId: string
  addressText: string
  areaM2: number
  builtYear: number
  use: HouseUse
  assessedValue: number
}
export interface ParcelRow {
  taxRollNo: string
  nationalId: string
  section: string
  parcelNo: string
  areaM2: number
  announcedValuePerM2: number
  declaredValuePerM2: number
  isUrban: boolean
  isIndigenousReserve: boolean
  use: 'BUILDING' | 'FARM' | 'FOREST'
  houseRollNo: string | null
}
export interface SelfUseResidenceRow {
  nationalId: string
  houseRollNo: string
  plateId: string
  addressText: string
  appliedOn: string
  since: string
  endedOn: string | null
  registrant: 'OWNER' | 'SPOUSE' | 'LINEAL_KIN' | null
  checkedOn: string
}
interface TaxableVehicleRow {
  vehicleId: string
  nationalId: string
  taxableFrom: string
  taxableTo: string | null
  relief: TaxRelief | null
}
interface IncomeItemRow {
  nationalId: string
  year: number
  seq: number
  kind: IncomeKind
  amount: number
  payer: string
  authorityCode: string
}
interface TaxBillRow {
  billNo: string
  nationalId: string
  kind: TaxKind
  taxYear: number
  instalment: number
  taxRollNo: string | null
  vehicleId: string | null
  amount: number
  relief: TaxRelief | null
  payableFrom: string
  dueDate: string
  periodFrom: string
  periodTo: string
  paidOn: string | null
  authorityCode: string
}

/** The tables that requests read; the other law tables serve assessment. */
export interface Database {
  taxAuthority: TaxAuthorityRow
  taxpayer: TaxpayerRow
  house: HouseRow
  parcel: ParcelRow
  selfUseResidence: SelfUseResidenceRow
  taxableVehicle: TaxableVehicleRow
  incomeItem: IncomeItemRow
  taxBill: TaxBillRow
  surchargeRule: { -readonly [Column in keyof SurchargeRule]: SurchargeRule[Column] }
}

export interface FoundAuthority {
  readonly authorityCode: string
  readonly authorityName: string
}
export type FoundTaxpayer = FoundAuthority & { readonly nationalId: string }
export type FoundBill = TaxBillRow & SurchargeSteps & FoundAuthority
export type FoundIncome = IncomeItemRow & FoundAuthority
/** A vehicle with one bill of the year, or without any: then the columns of the bill are null. */
export type FoundLicenceTax = Pick<TaxableVehicleRow, 'vehicleId' | 'nationalId'> & {
  readonly vehicleRelief: TaxRelief | null
} & { readonly [Column in keyof LicenceTaxBill]: LicenceTaxBill[Column] | null }
type LicenceTaxBill = Pick<TaxBillRow, 'amount' | 'relief' | 'dueDate' | 'paidOn'> & SurchargeSteps

const RULE = [
  'surchargeRule.daysPerStep',
  'surchargeRule.percentPerStep',
  'surchargeRule.maxPercent',
  'surchargeRule.enforceAfterDays',
  'surchargeRule.offsetDays',
] as const

/** Who of these numbers has a tax file, and which office keeps it. */
export const findTaxpayers = questionByKey(
  'nationalId',
  (db: Kysely<Database>, nationalIds: readonly string[]) =>
    db
      .selectFrom('taxpayer')
      .innerJoin('taxAuthority', 'code', 'authorityCode')
      .select(['nationalId', 'authorityCode', 'taxAuthority.name as authorityName'])
      .where(isOneOf('nationalId', nationalIds)),
)

/** Bills issued to these numbers until a day, the latest due first, each with its surcharge rule. */
export const findBillsOfTaxpayers = questionByKey(
  'nationalId',
  (db: Kysely<Database>, nationalIds: readonly string[], today: string) =>
    db
      .selectFrom('taxBill')
      .innerJoin('taxAuthority', 'code', 'authorityCode')
      .innerJoin('surchargeRule', (join) => join.on(isRuleOfDueDate()))
      .selectAll('taxBill')
      .select('taxAuthority.name as authorityName')
      .select(RULE)
      .where(isOneOf('nationalId', nationalIds))
      .where('payableFrom', '<=', today)
      .orderBy('dueDate', 'desc')
      .orderBy('billNo'),
)

/** Licence-plate tax of these vehicles in a year, one row a bill, for vehicles taxable in that year. */
export function findLicenceTaxes(
  db: Kysely<Database>,
  vehicleIds: readonly string[],
  taxYear: number,
  today: string,
): Promise<readonly FoundLicenceTax[]> {
  const year = taxYear + 1911
  return licenceTaxes(db, vehicleIds, taxYear, today, `${year}-01-01`, `${year}-12-31`)
}

const licenceTaxes = questionByKey(
  'vehicleId',
  (
    db: Kysely<Database>,
    vehicleIds: readonly string[],
    taxYear: number,
    today: string,
    firstDay: string,
    lastDay: string,
  ) =>
    db
      .selectFrom('taxableVehicle')
      .leftJoin('taxBill', (join) =>
        join
          .onRef('taxBill.vehicleId', '=', 'taxableVehicle.vehicleId')
          .on('taxBill.taxYear', '=', taxYear)
          .on('taxBill.payableFrom', '<=', today),
      )
      .leftJoin('surchargeRule', (join) => join.on(isRuleOfDueDate()))
      .select(['taxableVehicle.vehicleId', 'taxableVehicle.nationalId'])
      .select('taxableVehicle.relief as vehicleRelief')
      .select(['taxBill.amount', 'taxBill.relief', 'taxBill.dueDate', 'taxBill.paidOn'])
      .select(RULE)
      .where(isOneOf('taxable_vehicle.vehicle_id', vehicleIds))
      .where('taxableFrom', '<=', lastDay)
      .where(sql<boolean>`coalesce(taxable_to, 'infinity') >= ${firstDay}::date`)
      .orderBy('taxBill.instalment'),
)

/** Every self-use application of these numbers, the latest first. */
export const findSelfUseResidences = questionByKey(
  'nationalId',
  (db: Kysely<Database>, nationalIds: readonly string[]) =>
    ofTaxpayers(db.selectFrom('selfUseResidence').selectAll(), nationalIds)
      .orderBy('since', 'desc')
      .orderBy('houseRollNo'),
)

/** Houses on the roll of these numbers. */
export const findHousesOfTaxpayers = questionByKey(
  'nationalId',
  (db: Kysely<Database>, nationalIds: readonly string[]) =>
    ofTaxpayers(db.selectFrom('house').selectAll(), nationalIds).orderBy('taxRollNo'),
)

/** Land on the roll of these numbers. */
export const findParcelsOfTaxpayers = questionByKey(
  'nationalId',
  (db: Kysely<Database>, nationalIds: readonly string[]) =>
    ofTaxpayers(db.selectFrom('parcel').selectAll(), nationalIds).orderBy('taxRollNo'),
)

/** Income of these numbers in all years on file, the latest year first. */
export const findIncomesOfTaxpayers = questionByKey(
  'nationalId',
  (db: Kysely<Database>, nationalIds: readonly string[]) =>
    db
      .selectFrom('incomeItem')
      .innerJoin('taxAuthority', 'code', 'authorityCode')
      .selectAll('incomeItem')
      .select('taxAuthority.name as authorityName')
      .where(isOneOf('nationalId', nationalIds))
      .orderBy('year', 'desc')
      .orderBy('seq'),
)

function ofTaxpayers<Table extends keyof Database, Row>(
  query: SelectQueryBuilder<Database, Table, Row>,
  nationalIds: readonly string[],
): SelectQueryBuilder<Database, Table, Row> {
  return query.where(isOneOf('nationalId', nationalIds))
}

// one array parameter, so that any number of keys is one prepared statement
function isOneOf(column: string, keys: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} = any(${keys}::text[])`
}

// 稅捐稽徵法 §20: the rule in force on the due date
function isRuleOfDueDate(): RawBuilder<boolean> {
  return sql<boolean>`tax_bill.due_date between surcharge_rule.valid_from
    and coalesce(surcharge_rule.valid_to, 'infinity')`
}
