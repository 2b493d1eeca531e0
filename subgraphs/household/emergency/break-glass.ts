import { randomUUID } from 'node:crypto'
import type { HopCaller } from '../../../auth/hop-claims.ts'
import { requireCase } from '../case/case-in-hand.ts'
import { isCaseOpenFor } from '../case/case-of.ts'
import { findRefusal, type RefusalReason } from '../case/row-rules.ts'
import type {
  BreakGlassRejection,
  BreakGlassRejectionCode,
  RequestBreakGlassInput,
} from '../generated.ts'
import type { Context } from '../loaders.ts'
import type { RegisteredPerson } from '../register/register-facts.ts'
import type { BreakGlass } from './break-glass-queries.ts'

/** Roles of an agreement for emergencies: who asks and looks, and who approves. */
export const BREAK_GLASS_ROLE = 'break-glass-officer'
export const APPROVER_ROLE = 'break-glass-approver'

/** What became of a request: the grant, or why there is none. */
export interface BreakGlassOutcome {
  readonly grant: BreakGlass | null
  readonly rejection: BreakGlassRejection | null
}

const MESSAGES: Readonly<Record<BreakGlassRejectionCode, string>> = {
  OFFICER_NEEDED: 'Only a named officer in the role for it may do this.',
  REASON_INVALID: 'Give a reason of the length the rule asks for, without any national ID.',
  CASE_INVALID: 'The case is not open for this client.',
  PERSON_UNKNOWN: 'The register has nobody of that number.',
  NOT_OVERRIDABLE: 'This person stays closed to this officer even in an emergency.',
  GRANT_UNKNOWN: 'No such request of this agency waits; ask for it again.',
  SAME_OFFICER: 'Another officer must approve what one has asked for.',
}

/**
 * Asks for a person beyond the case's reach, in an emergency. The request opens nothing until another
 * officer of the agency approves it. Throws `CASE_REQUIRED`.
 */
export async function requestBreakGlass(
  ctx: Context,
  { nationalId, reason }: RequestBreakGlassInput,
): Promise<BreakGlassOutcome> {
  const { caller, loaders, personIdOf } = ctx
  const caseNo = requireCase(caller)
  // a search stands in the disclosure log, found or not
  personIdOf(nationalId)
  const [standing, rule, person] = await Promise.all([
    loaders.standing(),
    loaders.breakGlass.rule(),
    loaders.personByNationalId.load(nationalId),
  ])
  const { client, agency, sub } = caller
  if (!isOfficerIn(caller, BREAK_GLASS_ROLE) || client === null || agency === null) {
    return rejected('OFFICER_NEEDED')
  }
  const text = reason.normalize('NFKC').trim()
  const isLong = rule !== null && text.length >= rule.leastReason && text.length <= rule.mostReason
  if (!isLong || /[A-Z][12]\d{8}/i.test(text)) return rejected('REASON_INVALID')
  if (!isCaseOpenFor(standing.found, client)) return rejected('CASE_INVALID')
  if (person === null) return rejected('PERSON_UNKNOWN')
  if ((await findCoreRefusal(ctx, person)) !== null) return rejected('NOT_OVERRIDABLE')
  ctx.mark('BREAK_GLASS')
  const grant = await loaders.breakGlass.insert({
    grantNo: randomUUID(),
    caseNo,
    clientId: client,
    agencyCode: agency,
    personNo: person.personNo,
    requester: sub,
    reason: text,
  })
  return { grant, rejection: null }
}

/** Approves what another officer of the agency has asked for; from then on it lasts for some minutes. */
export async function approveBreakGlass(ctx: Context, grantNo: string): Promise<BreakGlassOutcome> {
  const { caller, loaders, personIdOf } = ctx
  const caseNo = requireCase(caller)
  const rule = await loaders.breakGlass.rule()
  if (!isOfficerIn(caller, APPROVER_ROLE) || caller.agency === null || rule === null) {
    return rejected('OFFICER_NEEDED')
  }
  const waiting = await loaders.breakGlass.findWaiting(grantNo, caller.agency, rule)
  if (waiting?.caseNo !== caseNo) return rejected('GRANT_UNKNOWN')
  if (waiting.requester === caller.sub) return rejected('SAME_OFFICER')
  const person = await loaders.personByNo.load(waiting.personNo)
  if (person === null) return rejected('GRANT_UNKNOWN')
  personIdOf(person.nationalId)
  if ((await findCoreRefusal(ctx, person)) !== null) return rejected('NOT_OVERRIDABLE')
  ctx.mark('BREAK_GLASS')
  const grant = await loaders.breakGlass.approve(grantNo, caller.sub, rule)
  return grant === null ? rejected('GRANT_UNKNOWN') : { grant, rejection: null }
}

/** What no emergency lifts: a case that is not open, and an officer's own people. */
export async function findCoreRefusal(
  { caller, loaders, today }: Context,
  person: RegisteredPerson,
): Promise<RefusalReason | null> {
  const standing = { ...(await loaders.standing()), liftedNos: [person.personNo] }
  return findRefusal({ person, relation: 'NONE', standing, caller, today })
}

/** A system's token names no officer, so a system never breaks the glass. */
export function isOfficerIn({ sub, client, role: held }: HopCaller, role: string): boolean {
  return sub !== client && held === role
}

function rejected(code: BreakGlassRejectionCode): BreakGlassOutcome {
  return { grant: null, rejection: { code, message: MESSAGES[code] } }
}
