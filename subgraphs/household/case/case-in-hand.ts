import type { HopCaller } from '../../../auth/hop-claims.ts'
import { hubError } from '../../../schemas/errors.ts'
import { refuseRow } from '../../_kit/refuse-row.ts'
import type { Context } from '../loaders.ts'
import type { RegisteredHousehold, RegisteredPerson } from '../register/register-facts.ts'
import { isCaseOf, isCaseOverList, numbersOf } from './case-of.ts'
import { findReached } from './reached-people.ts'
import { markOf } from './mark-of.ts'
import { findRefusal, isInRegion, type CaseRelation, type RefusalReason } from './row-rules.ts'

/** What of a case leads to a person here: the desk's one door, a list, a sealed key, or a record they stand in. */
export type Way = 'DOOR' | 'LIST' | 'KEY' | 'RECORD'

/** Reasons that say nothing but that the case does not lead there. */
const OF_THE_CASE: ReadonlySet<RefusalReason> = new Set([
  'CASE_NOT_OPEN',
  'CONSENT_WITHDRAWN',
  'NOT_ASSIGNED',
  'NOT_IN_CASE',
])

/** The case number of the fetch. @throws HubError CASE_REQUIRED where it names none */
export function requireCase({ case: caseNo }: Pick<HopCaller, 'case'>): string {
  if (caseNo === null) throw hubError('CASE_REQUIRED')
  return caseNo
}

/**
 * The person with a present or former national ID, if the case in hand is theirs. Case and person
 * are always both asked, so that a refused person takes as long and looks as absent as one who is
 * not there.
 *
 * @throws HubError CASE_REQUIRED; CASE_NOT_VALID and PERSON_REFUSED to callers who may know that a
 *   record exists
 */
export async function findPersonInHand(
  ctx: Context,
  nationalId: string,
): Promise<RegisteredPerson | null> {
  const { caller, loaders, personIdOf } = ctx
  requireCase(caller)
  // a search stands in the disclosure log, found or not
  personIdOf(nationalId)
  const [{ found }, person] = await Promise.all([
    loaders.standing(),
    loaders.personByNationalId.load(nationalId),
  ])
  if (person) return answerPerson(ctx, person, 'DOOR')
  return isCaseOf(found, caller.client, [nationalId]) ? null : refuseRow(caller)
}

/**
 * The person behind a sealed key, present or former, to whom another agency's facts led, where the case
 * in hand leads to that person too. Throws as above.
 */
export async function findPersonByKey(
  ctx: Context,
  personId: string,
): Promise<RegisteredPerson | null> {
  requireCase(ctx.caller)
  const nationalId = ctx.nationalIdOf(personId)
  const [standing, person] = await Promise.all([
    ctx.loaders.standing(),
    ctx.loaders.personByNationalId.load(nationalId),
  ])
  if (person) return answerPerson(ctx, person, 'KEY')
  // absent, for whoever may ask about anyone under this case; else as any refused row
  return isCaseOverList(standing.found, ctx.caller.client) ? null : refuseRow(ctx.caller)
}

/** A household record by its opaque id: one that the case's citizen stands in. Throws as above. */
export async function findHouseholdByKey(
  { caller, loaders }: Context,
  id: string,
): Promise<RegisteredHousehold | null> {
  requireCase(caller)
  const [{ found, isConsentWithdrawn, officer }, household] = await Promise.all([
    loaders.standing(),
    loaders.householdById.load(id),
  ])
  if (isConsentWithdrawn) return refuseRow(caller)
  const isListed = isCaseOverList(found, caller.client)
  const numbers = household?.memberNumbers ?? []
  if (!isListed && !isCaseOf(found, caller.client, numbers)) return refuseRow(caller)
  if (!household) return null
  const isOwn = officer !== null && household.memberNos.includes(officer.personNo ?? -1)
  if (isOwn || officer?.isKnown === false) return refuseFor(caller, 'OFFICER_HOUSEHOLD')
  const isOurs = !isListed || isInRegion(caller, household.townCode)
  return isOurs ? household : refuseFor(caller, 'OTHER_REGION')
}

/** The person, where every row rule allows; otherwise as `refuseRow`. */
export async function answerPerson(
  ctx: Context,
  person: RegisteredPerson,
  way: Way,
): Promise<RegisteredPerson | null> {
  const reason = await findRefusalOf(ctx, person, way)
  return reason === null ? person : refuseFor(ctx.caller, reason)
}

/** Why the person is not answered on this way, or null; what stands out is marked. */
export async function findRefusalOf(
  ctx: Context,
  person: RegisteredPerson,
  way: Way,
): Promise<RefusalReason | null> {
  const { caller, loaders, today } = ctx
  const standing = await loaders.standing()
  const relation = await relationOf(ctx, person, way)
  const question = { person, relation, standing, caller, today }
  const reason = findRefusal(question)
  const mark = markOf(reason, question)
  if (mark !== null) ctx.mark(mark)
  return reason
}

/**
 * What is more than the identity of a person: null, as if absent, of whoever merely stands beside the
 * case's citizen in a record. Throws as above.
 */
export async function beyondIdentity<Fact>(
  ctx: Context,
  person: RegisteredPerson,
  load: () => Fact | Promise<Fact>,
): Promise<Fact | null> {
  const answered = await answerPerson(ctx, person, 'KEY')
  return answered && load()
}

async function relationOf(ctx: Context, person: RegisteredPerson, way: Way): Promise<CaseRelation> {
  const { client } = ctx.caller
  const { found } = await ctx.loaders.standing()
  if (isCaseOf(found, client, numbersOf(person))) return 'CITIZEN'
  if (way === 'DOOR') return 'NONE'
  if (isCaseOverList(found, client)) return 'LISTED'
  const reached = await findReached(ctx)
  if (way !== 'LIST' && reached.has(person.personNo)) return 'REACHED'
  return way === 'RECORD' ? 'BESIDE' : 'NONE'
}

/** One code for whatever an officer must not know the reason of. */
function refuseFor(caller: Pick<HopCaller, 'existence'>, reason: RefusalReason): null {
  if (caller.existence && !OF_THE_CASE.has(reason)) throw hubError('PERSON_REFUSED')
  return refuseRow(caller)
}
