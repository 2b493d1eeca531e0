import type { HopCaller } from '../../../auth/hop-claims.ts'
import type { ApplicationRow } from '../queries.ts'

/**
 * Whether a caller may see an application. Where the agreement binds reviewers to their cases, one under
 * review is seen by the reviewer it is assigned to, or by the client it waits for; a decided one is part of
 * the person's file.
 */
export function isOpenTo(
  { assignedTo, decidedOn }: Pick<ApplicationRow, 'assignedTo' | 'decidedOn'>,
  { caseAssignment, sub, client }: Pick<HopCaller, 'caseAssignment' | 'sub' | 'client'>,
): boolean {
  if (!caseAssignment || decidedOn !== null) return true
  return assignedTo !== null && (assignedTo === sub || assignedTo === client)
}
