import { refuseRow } from '../../_kit/refuse-row.ts'
import { requireCase } from '../case/case-in-hand.ts'
import { isCaseOpenFor } from '../case/case-of.ts'
import { ownPeopleOf } from '../case/standing.ts'
import type { Context } from '../loaders.ts'
import type { BreakGlass } from './break-glass-queries.ts'
import { APPROVER_ROLE, findCoreRefusal, isOfficerIn } from './break-glass.ts'

/**
 * What waits for this officer's approval: what others of the agency asked for, about people who are not
 * closed to the officer. Nothing for anybody else. The officer names an open case as for any personal
 * data; that of the request will do. Throws `CASE_REQUIRED`, and `CASE_NOT_VALID` where it is not open.
 */
export async function findWaitingBreakGlass(ctx: Context): Promise<readonly BreakGlass[] | null> {
  const { caller, loaders, personIdOf } = ctx
  requireCase(caller)
  const rule = await loaders.breakGlass.rule()
  if (!isOfficerIn(caller, APPROVER_ROLE) || caller.agency === null || rule === null) return []
  const { found, officer } = await loaders.standing()
  // or an officer would take it that nothing waits
  if (!isCaseOpenFor(found, caller.client)) return refuseRow(caller)
  const asked = { agencyCode: caller.agency, officer: caller.sub, ownNos: ownPeopleOf(officer) }
  const waiting = await loaders.breakGlass.listWaiting(asked, rule)
  const open = await Promise.all(
    waiting.map(async ({ personNo }) => {
      const person = await loaders.personByNo.load(personNo)
      if (person === null || (await findCoreRefusal(ctx, person)) !== null) return false
      // who is shown, if by a masked number alone, stands in the disclosure log
      personIdOf(person.nationalId)
      return true
    }),
  )
  return waiting.filter((_, index) => open[index])
}
