import { sql, type Kysely } from 'kysely'
import { questionByKey } from '../_kit/database/question-by-key.ts'
import type {
  WelfareApplicationKind,
  WelfareApplicationStatus,
  WelfareScheme,
  WelfareStatus,
} from './generated.ts'

/** The tables this bureau's queries read. */
export interface Database {
  rollEntry: RollEntryTable
  rollMember: { readonly entryId: string; readonly nationalId: string }
  application: ApplicationRow
  applicationEvent: ApplicationEventTable
  benefitGrant: BenefitGrantRow
}

interface RollEntryTable {
  readonly id: string
  readonly kind: Exclude<WelfareStatus, 'NONE'>
  readonly classCode: string | null
  readonly applicantNationalId: string
  readonly validFrom: string
  readonly validTo: string
}

interface ApplicationEventTable {
  readonly caseNo: string
  readonly seq: number
  readonly fromStatus: WelfareApplicationStatus | null
  readonly toStatus: WelfareApplicationStatus
  readonly happenedOn: string
  readonly reason: string | null
}

/** One person's place on the roll. */
export interface RollPlaceRow {
  readonly nationalId: string
  readonly kind: Exclude<WelfareStatus, 'NONE'>
  readonly classCode: string | null
  readonly validFrom: string
  readonly validTo: string
}

export interface ApplicationRow {
  readonly caseNo: string
  readonly scheme: WelfareScheme
  readonly kind: WelfareApplicationKind
  readonly applicantNationalId: string
  readonly receivedBy: string
  readonly receivedOn: string
  readonly status: WelfareApplicationStatus
  readonly missingDocuments: readonly string[]
  readonly decidedOn: string | null
  readonly classCode: string | null
  /** The reviewer it is assigned to, as the access token names them. */
  readonly assignedTo: string | null
}

export interface ApplicationEventRow {
  readonly caseNo: string
  readonly on: string
  readonly status: WelfareApplicationStatus
  readonly reason: string | null
}

export interface BenefitGrantRow {
  readonly nationalId: string
  readonly scheme: WelfareScheme
  readonly monthlyAmount: number
  readonly validFrom: string
  readonly validTo: string
}

/** The places these people have on the roll on a day. */
export const findRollPlaces = questionByKey(
  'nationalId',
  (db: Kysely<Database>, nationalIds: readonly string[], day: string) =>
    db
      .selectFrom('rollMember')
      .innerJoin('rollEntry', 'rollEntry.id', 'rollMember.entryId')
      .select(['nationalId', 'kind', 'classCode', 'validFrom', 'validTo'])
      .where('nationalId', '=', anyOf(nationalIds))
      .where('validFrom', '<=', day)
      .where('validTo', '>=', day),
)

/** Allowances of these people that run on a day. */
export const findBenefits = questionByKey(
  'nationalId',
  (db: Kysely<Database>, nationalIds: readonly string[], day: string) =>
    db
      .selectFrom('benefitGrant')
      .select(['nationalId', 'scheme', 'monthlyAmount', 'validFrom', 'validTo'])
      .where('nationalId', '=', anyOf(nationalIds))
      .where('validFrom', '<=', day)
      .where('validTo', '>=', day)
      .orderBy('scheme'),
)

/** Applications these people have made, newest first. */
export const findApplicationsOf = questionByKey(
  'applicantNationalId',
  (db: Kysely<Database>, nationalIds: readonly string[]) =>
    db
      .selectFrom('application')
      .selectAll()
      .where('applicantNationalId', '=', anyOf(nationalIds))
      .orderBy('receivedOn', 'desc')
      .orderBy('caseNo', 'desc'),
)

/** What happened in these cases, oldest first. */
export const findHistories = questionByKey(
  'caseNo',
  (db: Kysely<Database>, caseNos: readonly string[]) =>
    db
      .selectFrom('applicationEvent')
      .select(['caseNo', 'happenedOn as on', 'toStatus as status', 'reason'])
      .where('caseNo', '=', anyOf(caseNos))
      .orderBy('seq'),
)

// One statement text for any number of keys, so that the server plans it once.
function anyOf(keys: readonly string[]) {
  return sql<string>`any(${keys}::text[])`
}
