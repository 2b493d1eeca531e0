import type { FetchMark } from '../../_kit/request-scope.ts'
import { isBreakingGlass, type RefusalReason, type RowQuestion } from './row-rules.ts'

/** Refusals that an auditor should see, under one neutral word: which of them it was tells kinship. */
const RECUSALS: ReadonlySet<RefusalReason> = new Set([
  'OFFICER_UNKNOWN',
  'OWN_DATA',
  'OFFICER_FAMILY',
  'OFFICER_HOUSEHOLD',
])

/** What makes looking this person up stand out in the disclosure log, if anything. */
export function markOf(reason: RefusalReason | null, question: RowQuestion): FetchMark | null {
  if (reason !== null) return RECUSALS.has(reason) ? 'RECUSAL' : null
  if (isBreakingGlass(question)) return 'BREAK_GLASS'
  const { person, relation, standing } = question
  // a colleague is answered like anyone, and looked at by the auditor
  const isColleague = relation !== 'BESIDE' && standing.colleagueNos.includes(person.personNo)
  return isColleague ? 'COLLEAGUE' : null
}
