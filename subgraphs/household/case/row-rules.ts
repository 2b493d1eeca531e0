import type { HopCaller } from '../../../auth/hop-claims.ts'
import type { RegisteredPerson } from '../register/register-facts.ts'
import { isCaseOpenFor } from './case-of.ts'
import type { Standing } from './standing.ts'

/**
 * How the case in hand leads to a person: its citizen, one of the list it covers, kin or housemates whom
 * its purpose reaches, someone who stands beside them in a record, or not at all.
 */
export type CaseRelation = 'CITIZEN' | 'LISTED' | 'REACHED' | 'BESIDE' | 'NONE'

/** One row, asked for by someone. */
export interface RowQuestion {
  readonly person: Pick<RegisteredPerson, 'personNo' | 'birthDate' | 'deathDate' | 'townCode'>
  readonly relation: CaseRelation
  readonly standing: Standing
  readonly caller: Pick<HopCaller, 'sub' | 'client' | 'regions' | 'caseAssignment'>
  /** The business day. */
  readonly today: string
}

/** One reason not to answer a row. */
export interface RowRule {
  /** Rules are asked in this order; the first that refuses is the reason. */
  readonly order: number
  readonly reason: RefusalReason
  /** Whether a second officer may lift it in an emergency. */
  readonly isOverridable: boolean
  readonly source: string
  refuses(question: RowQuestion): boolean
}

export type RefusalReason =
  | 'CASE_NOT_OPEN'
  | 'CONSENT_WITHDRAWN'
  | 'NOT_ASSIGNED'
  | 'NOT_IN_CASE'
  | 'OFFICER_UNKNOWN'
  | 'OWN_DATA'
  | 'OFFICER_FAMILY'
  | 'OFFICER_HOUSEHOLD'
  | 'OTHER_REGION'
  | 'DECEASED'
  | 'MINOR'

const RECUSAL = '行政程序法第32條(迴避)'
const PROPORTION = '個人資料保護法第5條'

/**
 * The rules, first to last. The case comes first, so that whoever has none learns of no kinship; then
 * what an officer must never see; then what the purpose limits.
 */
export const ROW_RULES: readonly RowRule[] = [
  {
    order: 100,
    reason: 'CASE_NOT_OPEN',
    isOverridable: false,
    source: '各機關申請提供戶籍資料及親等關聯資料辦法',
    refuses: ({ standing, caller }) => !isCaseOpenFor(standing.found, caller.client),
  },
  {
    order: 150,
    reason: 'CONSENT_WITHDRAWN',
    isOverridable: false,
    source: '個人資料保護法第15條第1項第2款(經當事人同意)',
    refuses: ({ standing }) => standing.isConsentWithdrawn,
  },
  {
    order: 200,
    reason: 'NOT_ASSIGNED',
    isOverridable: false,
    source: '各機關申請提供戶籍資料及親等關聯資料辦法',
    refuses: ({ standing, caller }) => caller.caseAssignment && isAnothers(standing, caller),
  },
  {
    order: 300,
    reason: 'NOT_IN_CASE',
    isOverridable: true,
    source: PROPORTION,
    refuses: ({ relation }) => relation === 'NONE',
  },
  {
    order: 400,
    reason: 'OFFICER_UNKNOWN',
    isOverridable: false,
    source: RECUSAL,
    refuses: ({ standing }) => standing.officer?.isKnown === false,
  },
  {
    order: 500,
    reason: 'OWN_DATA',
    isOverridable: false,
    source: RECUSAL,
    refuses: ({ person, standing }) => standing.officer?.personNo === person.personNo,
  },
  {
    order: 600,
    reason: 'OFFICER_FAMILY',
    isOverridable: false,
    source: RECUSAL,
    refuses: ({ person, standing }) => standing.officer?.kinNos.includes(person.personNo) ?? false,
  },
  {
    order: 700,
    reason: 'OFFICER_HOUSEHOLD',
    isOverridable: false,
    source: RECUSAL,
    refuses: ({ person, standing }) =>
      standing.officer?.housemateNos.includes(person.personNo) ?? false,
  },
  {
    order: 800,
    reason: 'OTHER_REGION',
    isOverridable: true,
    source: '戶籍法第65條',
    refuses: isInOtherRegion,
  },
  {
    order: 900,
    reason: 'DECEASED',
    isOverridable: true,
    source: PROPORTION,
    refuses: isDeadTooLong,
  },
  {
    order: 1000,
    reason: 'MINOR',
    isOverridable: true,
    source: PROPORTION,
    refuses: isMinorOutOfReach,
  },
]

/** Why the row is not answered, by the first rule that refuses it; null where it is. */
export function findRefusal(question: RowQuestion): RefusalReason | null {
  const isLifted = isOpened(question)
  const rule = ROW_RULES.find((one) => !(isLifted && one.isOverridable) && one.refuses(question))
  return rule?.reason ?? null
}

/** Whether the row is answered only because a second officer has opened it in an emergency. */
export function isBreakingGlass(question: RowQuestion): boolean {
  return isOpened(question) && ROW_RULES.some((one) => one.isOverridable && one.refuses(question))
}

function isOpened({ person, standing }: RowQuestion): boolean {
  return standing.liftedNos.includes(person.personNo)
}

/** Whether no region binds the caller to another district than this one. */
export function isInRegion(
  { regions }: Pick<HopCaller, 'regions'>,
  townCode: string | null,
): boolean {
  // nobody's district: registered elsewhere, or dead
  if (regions === null || townCode === null) return true
  return regions.some((region) => townCode.startsWith(region))
}

/**
 * A case of the client's that is another officer's. A system that asks in its own name stands for all
 * its officers, and a case that several clients share is no one's alone.
 */
function isAnothers({ found }: Standing, { sub, client }: RowQuestion['caller']): boolean {
  if (!found?.officer || found.clientId !== client) return false
  return sub !== client && found.officer !== sub
}

function isInOtherRegion({ person, relation, standing, caller }: RowQuestion): boolean {
  if (relation === 'BESIDE' || isInRegion(caller, person.townCode)) return false
  return !(relation === 'CITIZEN' && standing.limits?.crossesRegions === true)
}

function isDeadTooLong({ person, relation, standing, today }: RowQuestion): boolean {
  if (relation === 'BESIDE' || person.deathDate === null) return false
  if (standing.limits === null) return true
  const { deceasedMonths } = standing.limits
  return deceasedMonths !== null && today > monthsAfter(person.deathDate, deceasedMonths)
}

function isMinorOutOfReach({ person, relation, standing, today }: RowQuestion): boolean {
  const { limits, majorityAge } = standing
  if (relation === 'BESIDE' || person.deathDate !== null) return false
  const isMinor = majorityAge === null || monthsAfter(person.birthDate, majorityAge * 12) > today
  if (!isMinor || limits?.minors === 'ALL') return false
  return !(limits?.minors === 'OWN_CASE' && relation === 'CITIZEN')
}

/** The day so many months later; the last of the month where it has no such day (民法第121條). */
function monthsAfter(day: string, months: number): string {
  const counted = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(counted / 12), (counted % 12) + 1]
  const date = Number(day.slice(8))
  const last = date > 28 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : date
  const [mm, dd] = [month, Math.min(date, last)].map((each) => String(each).padStart(2, '0'))
  return `${year}-${mm}-${dd}`
}
