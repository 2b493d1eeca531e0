import { hubError } from '../../../schemas/errors.ts'
import { refuseRow } from '../../_kit/refuse-row.ts'
import { answerPerson, requireCase } from '../case/case-in-hand.ts'
import { isCaseOf } from '../case/case-of.ts'
import type { HouseholdClaimInput } from '../generated.ts'
import type { Context } from '../loaders.ts'
import type { RegisteredPerson } from '../register/register-facts.ts'
import { answerClaim, isMismatch, type AnsweredClaim, type ClaimFacts } from './answer-claim.ts'

/** A claim, answered. */
export interface VerifiedClaim extends AnsweredClaim {
  /** The real instant, RFC 3339 in Taiwan's time. */
  readonly checkedAt: string
}

/** People one claim may name as living together. */
const MOST_HOUSEMATES = 20

/**
 * Whether what someone claims of their registration is so, in place of a paper transcript (免書證).
 * Absent and refused are answered alike. After three claims with a wrong answer no more are answered
 * about that person for a day, as at 國民身分證領補換資料查詢. An answer, right or
 * wrong, is given only in its turn at the count, so that claims sent at once learn no more than claims
 * sent in turn.
 *
 * @throws HubError VERIFICATION_LOCKED; OPERATION_LIMIT above 20 housemates; CASE_REQUIRED;
 *   CASE_NOT_VALID to callers who may know that a record exists
 */
export async function verifyClaim(
  ctx: Context,
  claim: HouseholdClaimInput,
): Promise<VerifiedClaim> {
  if ((claim.livesWith ?? []).length > MOST_HOUSEMATES) {
    throw hubError('OPERATION_LIMIT', { limit: 'housemates', maximum: MOST_HOUSEMATES })
  }
  const { caller, loaders, personIdOf } = ctx
  const [person = null, ...housemates] = await findClaimed(ctx, claim)
  // by the present number: a former one gives no further tries
  const subject = personIdOf(person?.nationalId ?? claim.nationalId)
  const client = caller.client ?? caller.sub
  const [{ isLocked, checkedAt }, household] = await Promise.all([
    loaders.claimStanding(client, subject),
    person === null ? null : householdOf(ctx, person),
  ])
  if (isLocked) throw hubError('VERIFICATION_LOCKED')
  const members = household && claim.livesWith ? await membersOf(ctx, household.householdKey) : []
  const facts: ClaimFacts = { person, household, members, housemates }
  const answered = answerClaim(claim, facts)
  if (!(await loaders.settleClaim(client, subject, isMismatch(answered)))) {
    throw hubError('VERIFICATION_LOCKED')
  }
  return { ...answered, checkedAt }
}

/** The person claimed, where the case is theirs, and those said to live with them. */
async function findClaimed(
  ctx: Context,
  { nationalId, livesWith }: HouseholdClaimInput,
): Promise<readonly (RegisteredPerson | null)[]> {
  const { caller, loaders, personIdOf } = ctx
  requireCase(caller)
  const numbers = [nationalId, ...(livesWith ?? [])]
  // a search stands in the disclosure log, found or not
  for (const number of numbers) personIdOf(number)
  const [{ found }, person, ...housemates] = await Promise.all([
    loaders.standing(),
    ...numbers.map((number) => loaders.personByNationalId.load(number)),
  ])
  if (person) return [await answerPerson(ctx, person, 'DOOR'), ...housemates]
  return [isCaseOf(found, caller.client, [nationalId]) ? null : refuseRow(caller), ...housemates]
}

async function householdOf(
  { loaders }: Context,
  { personNo }: RegisteredPerson,
): Promise<ClaimFacts['household']> {
  const records = await loaders.householdsOfPerson.load(personNo)
  return records.find(({ status }) => status === 'CURRENT') ?? null
}

async function membersOf({ loaders }: Context, key: number): Promise<ClaimFacts['members']> {
  return (await loaders.membersOfHousehold.load(key)).filter(({ isPresent }) => isPresent)
}
