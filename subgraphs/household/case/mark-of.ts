import type { FetchMark } from '../../_kit/request-scope.ts'
import type { RegisteredPerson } from '../register/register-facts.ts'
import type { CaseRelation, RefusalReason } from './row-rules.ts'
import type { Standing } from './standing.ts'

/** Refusals that an auditor should see, under one neutral word: which of them it was tells kinship. */
const RECUSALS: ReadonlySet<RefusalReason> = new Set([
  'OFFICER_UNKNOWN',
  'OWN_DATA',
  'OFFICER_FAMILY',
  'OFFICER_HOUSEHOLD',
])

/** What makes looking this person up stand out in the disclosure log, if anything. */
export function markOf(
  reason: RefusalReason | null,
  relation: CaseRelation,
  { colleagueNos }: Pick<Standing, 'colleagueNos'>,
  { personNo }: Pick<RegisteredPerson, 'personNo'>,
): FetchMark | null {
  if (reason !== null) return RECUSALS.has(reason) ? 'RECUSAL' : null
  // a colleague is answered like anyone, and looked at by the auditor
  return relation !== 'BESIDE' && colleagueNos.includes(personNo) ? 'COLLEAGUE' : null
}
