import { requireCase } from '../case/case-in-hand.ts'
import type { Context } from '../loaders.ts'
import type { BreakGlass } from './break-glass-queries.ts'
import { APPROVER_ROLE, findCoreRefusal, isOfficerIn } from './break-glass.ts'

/**
 * What waits for this officer's approval: what others of the agency asked for, about people who are not
 * closed to the officer. Nothing for anybody else. Throws `CASE_REQUIRED`.
 */
export async function findWaitingBreakGlass(ctx: Context): Promise<readonly BreakGlass[]> {
  const { caller, loaders, personIdOf } = ctx
  requireCase(caller)
  const rule = await loaders.breakGlass.rule()
  if (!isOfficerIn(caller, APPROVER_ROLE) || caller.agency === null || rule === null) return []
  const waiting = await loaders.breakGlass.listWaiting(caller.agency, caller.sub, rule)
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
