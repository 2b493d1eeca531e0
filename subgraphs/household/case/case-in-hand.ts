import type { HopCaller } from '../../../auth/hop-claims.ts'
import { hubError } from '../../../schemas/errors.ts'
import type { Context } from '../loaders.ts'
import type { RegisteredPerson } from '../register/register-facts.ts'
import type { CaseRow } from '../register/register-tables.ts'

/** The case number of the fetch. @throws HubError CASE_REQUIRED where it names none */
export function requireCase({ case: caseNo }: Pick<HopCaller, 'case'>): string {
  if (caseNo === null) throw hubError('CASE_REQUIRED')
  return caseNo
}

/**
 * Whether a case lets this client see the citizen who has, or had, these numbers: it exists, is
 * open, is the client's (or any client's) and is of this citizen.
 */
export function isCaseOf(
  found: CaseRow | null,
  client: string | null,
  numbers: readonly string[],
): boolean {
  return (
    found !== null &&
    found.status === 'OPEN' &&
    (found.clientId === null || found.clientId === client) &&
    numbers.includes(found.citizenNationalId)
  )
}

/**
 * The person with a present or former national ID, if the case in hand is theirs. Case and person
 * are always both asked, so that a refused person takes as long and looks as absent as one who is
 * not there.
 *
 * @throws HubError CASE_REQUIRED; CASE_NOT_VALID to callers who may know that a record exists
 */
export async function findPersonInHand(
  { caller, loaders, personIdOf }: Context,
  nationalId: string,
): Promise<RegisteredPerson | null> {
  const caseNo = requireCase(caller)
  // a search stands in the disclosure log, found or not
  personIdOf(nationalId)
  const [found, person] = await Promise.all([
    loaders.caseByNo.load(caseNo),
    loaders.personByNationalId.load(nationalId),
  ])
  const numbers = person ? [person.nationalId, ...person.formerNationalIds] : [nationalId]
  if (isCaseOf(found, caller.client, numbers)) return person
  if (caller.existence) throw hubError('CASE_NOT_VALID')
  return null
}

/** The person behind a sealed key, present or former. @throws HubError CASE_REQUIRED */
export function findPersonByKey(
  { caller, loaders, nationalIdOf }: Context,
  personId: string,
): Promise<RegisteredPerson | null> {
  requireCase(caller)
  return loaders.personByNationalId.load(nationalIdOf(personId))
}
