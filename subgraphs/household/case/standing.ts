import type { CaseRow, PurposeLimitRow } from '../register/register-tables.ts'

/** Relations by which a case may lead from its citizen to others, as its purpose lawfully has it. */
export type ReachedRelation = 'SPOUSE' | 'PARENT' | 'CHILD' | 'HOUSEMATE'

/** The officer who asks, and the people that this officer may not look up. */
export interface OfficerFacts {
  /** Whether the agency has told who this officer is. */
  readonly isKnown: boolean
  /** In the register; null for one who is registered elsewhere. */
  readonly personNo: number | null
  /** Parents, children, siblings, spouses and partners, former ones too, and parents of common children. */
  readonly kinNos: readonly number[]
  readonly housemateNos: readonly number[]
}

/** An officer and everyone whom recusal keeps from that officer, by the register's own number. */
export function ownPeopleOf(officer: OfficerFacts | null): readonly number[] {
  if (officer === null) return []
  const { personNo, kinNos, housemateNos } = officer
  return [...(personNo === null ? [] : [personNo]), ...kinNos, ...housemateNos]
}

/** How a caller stands before the register in one fetch: the case in hand and the rules of the day. */
export interface Standing {
  readonly found: CaseRow | null
  /** Whether the citizen has taken back a consent to the case's purpose, and not given it anew. */
  readonly isConsentWithdrawn: boolean
  /** Whom the purpose reaches beside the citizen. */
  readonly reach: readonly ReachedRelation[]
  /** null for a purpose without rules: it sees no dead, no minors and no other district. */
  readonly limits: Pick<PurposeLimitRow, 'deceasedMonths' | 'minors' | 'crossesRegions'> | null
  /** Years of age at which one is no minor; null where no rule is in force. */
  readonly majorityAge: number | null
  /** null where a system asks in its own name. */
  readonly officer: OfficerFacts | null
  /** Officers of the caller's own agency. */
  readonly colleagueNos: readonly number[]
  /** People whom a second officer has opened to this one, in an emergency, for now. */
  readonly liftedNos: readonly number[]
}
