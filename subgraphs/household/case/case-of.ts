import type { RegisteredPerson } from '../register/register-facts.ts'
import type { CaseRow } from '../register/register-tables.ts'

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

/** Whether such a case covers a list of people. */
export function isCaseOverList(found: CaseRow | null, client: string | null): boolean {
  return isCaseOpenFor(found, client) && found.coverage === 'LIST'
}

/** All numbers by which a case may know the person. */
export function numbersOf({
  nationalId,
  formerNationalIds,
}: Pick<RegisteredPerson, 'nationalId' | 'formerNationalIds'>): readonly string[] {
  return [nationalId, ...formerNationalIds]
}
