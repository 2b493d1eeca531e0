import type { Context } from '../loaders.ts'
import type { RegisteredPerson } from '../register/register-facts.ts'
import { findRefusalOf } from './case-in-hand.ts'

/**
 * Household's word to the other agencies that the case in hand leads to the person; null, without an
 * error of its own, where it does not: then each of them refuses the person as it refuses any row.
 */
export async function grantOf(ctx: Context, person: RegisteredPerson): Promise<string | null> {
  if ((await findRefusalOf(ctx, person, 'KEY')) !== null) return null
  const { personIdOf, grants } = ctx
  return grants.ofPerson({
    id: personIdOf(person.nationalId),
    formerIds: person.formerNationalIds.map(personIdOf),
    isProtected: person.isProtected,
  })
}
