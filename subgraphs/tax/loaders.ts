import DataLoader from 'dataloader'
import type { Kysely } from 'kysely'
import { rocYear } from '../../schemas/scalars/dates.ts'
import type { CarriedPerson } from '../_kit/case-grant.ts'
import type { SubgraphContext } from '../_kit/define-subgraph.ts'
import type { RequestScope } from '../_kit/request-scope.ts'
import {
  findBillsOfTaxpayers,
  findHousesOfTaxpayers,
  findIncomesOfTaxpayers,
  findLicenceTaxes,
  findParcelsOfTaxpayers,
  findSelfUseResidences,
  findTaxpayers,
  type Database,
  type FoundIncome,
  type FoundTaxpayer,
  type HouseRow,
  type ParcelRow,
  type SelfUseResidenceRow,
} from './queries.ts'
import type { IncomeOfYear } from './profile/income-of-year.ts'
import type { Property } from './profile/property.ts'
import type { CurrentResidence } from './residence/current-residence.ts'
import type { TaxAddress } from './residence/masked-address.ts'
import { standingBill, type StandingBill } from './surcharge/standing-bill.ts'
import { licenceTaxOfYear, type LicenceTaxOfYear } from './surcharge/licence-tax-of-year.ts'

export type Context = SubgraphContext<Loaders>

/** A person as the gateway names them: present key, former keys, whether protected, household's grant. */
export type PersonParent = CarriedPerson
export interface VehicleParent {
  readonly id: string
}
/** An opened tax file; what hangs on it is loaded only where asked. */
export interface TaxProfileParent {
  readonly nationalIds: readonly string[]
  readonly isProtected: boolean
  readonly asOf: string
  readonly authority: { readonly code: string; readonly name: string }
}
export type TaxBillParent = StandingBill
export type LicenceTaxParent = LicenceTaxOfYear
export type SelfUseResidenceParent = CurrentResidence
export type TaxPropertyParent = Property
export type TaxIncomeParent = IncomeOfYear
export type TaxIncomeItemParent = FoundIncome
export type TaxedHouseParent = Property['houses'][number]
export type TaxedParcelParent = Property['parcels'][number]
export type AddressParent = TaxAddress

/** One question each; a wave of any number of taxpayers or vehicles is one statement. */
export interface Loaders {
  readonly taxpayer: DataLoader<string, FoundTaxpayer | null>
  readonly bills: DataLoader<string, readonly StandingBill[]>
  readonly residences: DataLoader<string, readonly SelfUseResidenceRow[]>
  readonly houses: DataLoader<string, readonly HouseRow[]>
  readonly parcels: DataLoader<string, readonly ParcelRow[]>
  readonly incomes: DataLoader<string, readonly FoundIncome[]>
  /** By vehicle id. */ readonly licenceTax: DataLoader<string, LicenceTaxOfYear | null>
}

/** The loaders of one fetch; `scope.today` decides status, surcharge and the current tax year. */
export function createLoaders(db: Kysely<Database>, scope: RequestScope): Loaders {
  const { today } = scope
  return {
    taxpayer: new DataLoader(async (ids) => {
      const found = groupBy(await findTaxpayers(db, ids), 'nationalId')
      return ids.map((id) => found.get(id)?.[0] ?? null)
    }),
    bills: lists('nationalId', async (ids) =>
      (await findBillsOfTaxpayers(db, ids, today)).map((bill) => standingBill(bill, today)),
    ),
    residences: lists('nationalId', (ids) => findSelfUseResidences(db, ids)),
    houses: lists('nationalId', (ids) => findHousesOfTaxpayers(db, ids)),
    parcels: lists('nationalId', (ids) => findParcelsOfTaxpayers(db, ids)),
    incomes: lists('nationalId', (ids) => findIncomesOfTaxpayers(db, ids)),
    licenceTax: new DataLoader(async (ids) => {
      const taxYear = rocYear(today)
      const rows = await findLicenceTaxes(db, ids, taxYear, today)
      // whoever reads a vehicle's tax learns of its owner, so the owner is a subject of the log
      for (const { nationalId } of rows) scope.personIdOf(nationalId)
      const found = groupBy(rows, 'vehicleId')
      return ids.map((id) => licenceTaxOfYear(found.get(id) ?? [], taxYear, today))
    }),
  }
}

/** Everything a loader finds under a person's present and former numbers together. */
export async function loadOfAll<Row>(
  loader: DataLoader<string, readonly Row[]>,
  nationalIds: readonly string[],
): Promise<readonly Row[]> {
  return (await Promise.all(nationalIds.map((id) => loader.load(id)))).flat()
}

function lists<Column extends string, Row extends Record<Column, string>>(
  key: Column,
  find: (ids: readonly string[]) => Promise<readonly Row[]>,
): DataLoader<string, readonly Row[]> {
  return new DataLoader(async (ids) => {
    const found = groupBy(await find(ids), key)
    return ids.map((id) => found.get(id) ?? [])
  })
}

function groupBy<Column extends string, Row extends Record<Column, string>>(
  rows: readonly Row[],
  key: Column,
): Map<string, Row[]> {
  return Map.groupBy(rows, (row) => row[key])
}
