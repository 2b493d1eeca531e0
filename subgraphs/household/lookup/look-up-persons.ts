import { hubError } from '../../../schemas/errors.ts'
import {
  isNationalId,
  maskNationalId,
  normaliseNationalId,
} from '../../../schemas/scalars/national-id.ts'
import { refuseRow } from '../../_kit/refuse-row.ts'
import { findRefusalOf, requireCase } from '../case/case-in-hand.ts'
import { isCaseOpenFor } from '../case/case-of.ts'
import type { PersonLookupCode } from '../generated.ts'
import type { Context } from '../loaders.ts'
import type { RegisteredPerson } from '../register/register-facts.ts'

/** One number of a list, answered. */
export interface LookedUpPerson {
  /** Place in the list asked for, from 0. */
  readonly index: number
  /** Null where the text is not shaped like a number of a person. */
  readonly nationalIdMasked: string | null
  readonly code: PersonLookupCode
  readonly person: RegisteredPerson | null
}

/** Numbers in one list, as other registers of persons allow. */
export const MOST_NUMBERS = 1000

/** A national ID or a resident number, right or wrong in its check digit. */
const SHAPE = /^[A-Z][A-D1289]\d{8}$/

/**
 * The people with these numbers, present or former, in the order asked for; each number is answered
 * for itself, twice where it stands twice. However many they are, case and people are asked once.
 *
 * @throws HubError OPERATION_LIMIT above 1,000 numbers; CASE_REQUIRED; CASE_NOT_VALID to callers who
 *   may know that a record exists, where the case is not open or not the client's
 */
export async function lookUpPersons(
  ctx: Context,
  given: readonly string[],
): Promise<readonly LookedUpPerson[]> {
  if (given.length > MOST_NUMBERS) {
    throw hubError('OPERATION_LIMIT', { limit: 'national IDs', maximum: MOST_NUMBERS })
  }
  const { caller, loaders, personIdOf } = ctx
  requireCase(caller)
  const numbers = given.map(normaliseNationalId)
  const [{ found }, ...people] = await Promise.all([
    loaders.standing(),
    ...numbers.map((number) => {
      if (!isNationalId(number)) return null
      // a search stands in the disclosure log, found or not
      personIdOf(number)
      return loaders.personByNationalId.load(number)
    }),
  ])
  if (!isCaseOpenFor(found, caller.client)) refuseRow(caller)
  return Promise.all(
    numbers.map(async (number, index) => ({
      index,
      nationalIdMasked: SHAPE.test(number) ? maskNationalId(number) : null,
      ...(await answerOf(ctx, number, people[index] ?? null)),
    })),
  )
}

async function answerOf(
  ctx: Context,
  number: string,
  person: RegisteredPerson | null,
): Promise<Pick<LookedUpPerson, 'code' | 'person'>> {
  if (!isNationalId(number)) return { code: 'INVALID', person: null }
  if (person === null) return { code: 'NOT_FOUND', person }
  if ((await findRefusalOf(ctx, person, 'LIST')) === null) return { code: 'FOUND', person }
  return { code: ctx.caller.existence ? 'REFUSED' : 'NOT_FOUND', person: null }
}
