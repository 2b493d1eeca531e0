import DataLoader from 'dataloader'
import type { Kysely } from 'kysely'
import type { CarriedPerson } from '../_kit/case-grant.ts'
import type { SubgraphContext } from '../_kit/define-subgraph.ts'
import type { RequestScope } from '../_kit/request-scope.ts'
import {
  findApplicationsOf,
  findBenefits,
  findHistories,
  findRollPlaces,
  type ApplicationEventRow,
  type ApplicationRow,
  type BenefitGrantRow,
  type Database,
  type RollPlaceRow,
} from './queries.ts'

export type Context = SubgraphContext<Loaders>

/** A person as the gateway names one: sealed keys, and household's grant. */
export type PersonParent = CarriedPerson

/** A person whose numbers have been opened, present and former. */
export interface WelfareProfileParent {
  readonly nationalIds: readonly string[]
}

export type WelfareApplicationParent = ApplicationRow

/** What one request asks of the register, each question batched over everyone it is asked for. */
export interface Loaders {
  readonly rollPlaces: DataLoader<string, readonly RollPlaceRow[]>
  readonly benefits: DataLoader<string, readonly BenefitGrantRow[]>
  readonly applications: DataLoader<string, readonly ApplicationRow[]>
  readonly history: DataLoader<string, readonly ApplicationEventRow[]>
}

/** The loaders of one request; one wave of any of them is one statement. */
export function createLoaders(db: Kysely<Database>, { today }: RequestScope): Loaders {
  return {
    rollPlaces: listLoader(
      (people) => findRollPlaces(db, people, today),
      (row) => row.nationalId,
    ),
    benefits: listLoader(
      (people) => findBenefits(db, people, today),
      (row) => row.nationalId,
    ),
    applications: listLoader(
      (applicants) => findApplicationsOf(db, applicants),
      (row) => row.applicantNationalId,
    ),
    history: listLoader(
      (cases) => findHistories(db, cases),
      (row) => row.caseNo,
    ),
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
