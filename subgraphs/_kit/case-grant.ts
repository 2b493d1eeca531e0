import { timingSafeEqual } from 'node:crypto'
import type { HopClaims } from '../../auth/hop-token.ts'
import type { Sealer } from '../../auth/sealed-key.ts'
import { hubError } from '../../schemas/errors.ts'

/** A person as the gateway carries one from household to another agency. */
export interface CarriedPerson {
  readonly id: string
  readonly formerIds?: readonly string[] | null
  readonly isProtected?: boolean | null
  /** Household's word that the case in hand leads to this person. */
  readonly caseGrant?: string | null
}

/** Another thing that a granted person led to. */
interface CarriedThing {
  readonly id: string
  readonly caseGrant?: string | null
}

/**
 * The words by which agencies tell each other, through a gateway that cannot write them, what the case in
 * hand leads to: a MAC under a key of the agencies alone, over the row and over whom, why, on which case
 * and in which request it is asked for. It lives as long as the hop token it was written under.
 */
export interface CaseGrants {
  /** Household's grant for a person, with the former keys and the protection it says. */
  ofPerson(person: CarriedPerson): string
  /** Whether household has granted this very person, keys and protection as carried, to this caller. */
  admitsPerson(person: CarriedPerson): boolean
  /** The grant for a vehicle of a granted person. */
  ofVehicle(id: string): string
  admitsVehicle(vehicle: CarriedThing): boolean
}

/** The grants of one fetch; asking for one without a case throws `CASE_REQUIRED`. */
export function createCaseGrants(
  caller: HopClaims,
  sealer: Pick<Sealer, 'mark' | 'markAll'>,
): CaseGrants {
  const { requestId, agency, client, sub, role, purpose, case: caseNo } = caller
  const circumstances = JSON.stringify([requestId, agency, client, sub, role, purpose, caseNo])

  function textOf(facts: readonly unknown[], expiry: string): string {
    if (caseNo === null) throw hubError('CASE_REQUIRED')
    return `${expiry}\n${circumstances}\n${JSON.stringify(facts)}`
  }

  function write(facts: readonly unknown[]): string {
    const expiry = String(caller.exp)
    return `${expiry}.${sealer.mark(textOf(facts, expiry))}`
  }

  function admits(facts: readonly unknown[], grant: string | null | undefined): boolean {
    const [expiry = '', given = '', ...rest] = (grant ?? '').split('.')
    // under any key: one that turns is seen a moment later by one agency than by another
    const marks = sealer.markAll(textOf(facts, expiry))
    const isOurs = rest.length === 0 && marks.some((made) => isSame(given, made))
    return isOurs && Date.now() < Number(expiry) * 1000
  }

  return {
    ofPerson: (person) => write(factsOf(person)),
    admitsPerson: (person) => admits(factsOf(person), person.caseGrant),
    ofVehicle: (id) => write(['Vehicle', id]),
    admitsVehicle: ({ id, caseGrant }) => admits(['Vehicle', id], caseGrant),
  }
}

/** Protection that household could not tell counts as protection. */
function factsOf({ id, formerIds, isProtected }: CarriedPerson): readonly unknown[] {
  return ['Person', id, formerIds ?? [], isProtected !== false]
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
