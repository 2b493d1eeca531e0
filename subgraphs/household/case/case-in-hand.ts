import type { HopCaller } from '../../../auth/hop-claims.ts'
import { hubError } from '../../../schemas/errors.ts'
import type { Context } from '../loaders.ts'
import type { RegisteredHousehold, RegisteredPerson } from '../register/register-facts.ts'
import type { CaseRow } from '../register/register-tables.ts'

/** The case number of the fetch. @throws HubError CASE_REQUIRED where it names none */
export function requireCase({ case: caseNo }: Pick<HopCaller, 'case'>): string {
  if (caseNo === null) throw hubError('CASE_REQUIRED')
  return caseNo
}

/** Whether a case is one that this client works on: it exists, is open and is the client's (or any client's). */
export function isCaseOpenFor(found: CaseRow | null, client: string | null): found is CaseRow {
  return (
    found !== null &&
    found.status === 'OPEN' &&
    (found.clientId === null || found.clientId === client)
  )
}

/** Whether such a case lets this client see the citizen who has, or had, these numbers. */
export function isCaseOf(
  found: CaseRow | null,
  client: string | null,
  numbers: readonly string[],
): boolean {
  // a list's case names no citizen: it opens the list alone, not the desk's one door
  const citizen = isCaseOpenFor(found, client) ? found.citizenNationalId : null
  return citizen !== null && numbers.includes(citizen)
}

/** Whether a case lets this client see the person within a list: it covers lists, or is the person's. */
export function isListedIn(
  found: CaseRow | null,
  client: string | null,
  person: RegisteredPerson,
): boolean {
  const isList = isCaseOpenFor(found, client) && found.coverage === 'LIST'
  return isList || isCaseOf(found, client, numbersOf(person))
}

/**
 * The answer to a caller whose case does not lead to a row: none, as if it were absent.
 *
 * @throws HubError CASE_NOT_VALID to callers who may know that a record exists
 */
export function refuse({ existence }: Pick<HopCaller, 'existence'>): null {
  if (existence) throw hubError('CASE_NOT_VALID')
  return null
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
  const numbers = person ? numbersOf(person) : [nationalId]
  return isCaseOf(found, caller.client, numbers) ? person : refuse(caller)
}

/**
 * The person behind a sealed key, present or former, to whom another agency's facts or a household
 * led: under an open case of the client, whoever's it is.
 *
 * @throws HubError CASE_REQUIRED; CASE_NOT_VALID as above
 */
export function findPersonByKey(ctx: Context, personId: string): Promise<RegisteredPerson | null> {
  return underOpenCase(ctx, () => ctx.loaders.personByNationalId.load(ctx.nationalIdOf(personId)))
}

/** A household record by its opaque id, under the same rule. */
export function findHouseholdByKey(ctx: Context, id: string): Promise<RegisteredHousehold | null> {
  return underOpenCase(ctx, () => ctx.loaders.householdById.load(id))
}

/** Case and row are asked at once, so that a refused row takes no less time than an absent one. */
async function underOpenCase<Row>(
  { caller, loaders }: Context,
  load: () => Promise<Row | null>,
): Promise<Row | null> {
  const caseNo = requireCase(caller)
  const loading = load()
  const [found, row] = await Promise.all([loaders.caseByNo.load(caseNo), loading])
  return isCaseOpenFor(found, caller.client) ? row : refuse(caller)
}

/** All numbers by which a case may know the person. */
export function numbersOf({ nationalId, formerNationalIds }: RegisteredPerson): readonly string[] {
  return [nationalId, ...formerNationalIds]
}
