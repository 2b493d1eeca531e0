import type { Context } from '../loaders.ts'
import { findRefusalOf } from './case-in-hand.ts'
import { isCaseOpenFor, numbersOf } from './case-of.ts'

/** A case that its request may know, and what of its citizen the hub's log is searched by. */
export interface CitizenInHand {
  /** its number */
  readonly id: string
  /** null unless the case is open for this client and names a citizen */
  readonly citizenKeys: readonly string[] | null
  readonly citizenCases: readonly string[] | null
}

/**
 * The citizen of the case that the fetch is made under, by every number the citizen has or had; of no
 * other case, whoever asks.
 */
export async function findCitizenInHand(ctx: Context, id: string): Promise<CitizenInHand> {
  const { caller, loaders, personIdsOf } = ctx
  const unknown = { id, citizenKeys: null, citizenCases: null }
  if (id !== caller.case) return unknown
  const { found, isConsentWithdrawn } = await loaders.standing()
  if (isConsentWithdrawn) return unknown
  const citizen = isCaseOpenFor(found, caller.client) ? found.citizenNationalId : null
  if (citizen === null) return unknown
  const person = await loaders.personByNationalId.load(citizen)
  // who may not see the citizen may not see who looked at the citizen either
  if (person && (await findRefusalOf(ctx, person, 'DOOR')) !== null) return unknown
  const numbers = person ? numbersOf(person) : [citizen]
  return {
    id,
    citizenKeys: numbers.flatMap(personIdsOf),
    citizenCases: await loaders.caseNosOf(numbers),
  }
}
