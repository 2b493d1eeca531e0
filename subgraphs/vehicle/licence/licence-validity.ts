import { addMonths } from '../../../schemas/scalars/dates.ts'

/** A row of `licence_term`: how long a card issued from a certain age on is valid. */
export interface LicenceTerm {
  readonly isProfessional: boolean
  /** Terms with one start are one rule. */
  readonly validFrom: string
  /** Full years of age from which a card has this term. */
  readonly fromAge: number
  /** Valid for so many years from issue … */
  readonly termYears: number | null
  /** … or to the birthday on which the holder reaches this age. */
  readonly untilAge: number | null
  /** Whether holders who had reached the rule's first age before it began keep their card as it was. */
  readonly sparesEarlier: boolean
  /** How long before the end a card may be renewed. */
  readonly windowMonths: number
}

export interface LicenceHolding {
  readonly birthDate: string
  readonly isProfessional: boolean
  /** Day the present card was issued. */
  readonly issuedOn: string
}

/**
 * The last day a licence is valid, as the rules in force on a day have it; `null` where it has no end.
 *
 * Ordinary licences need no renewal since 102-07-01 (道路交通安全規則第52條第9項). From 106-07-01 they run to the 75th
 * birthday and then three years a card; whoever was 75 by then keeps theirs. From 115-05-01 the first renewal is at 70,
 * for a card to the 75th birthday. Professional licences run six years, from 60 on one (第52條第1項).
 */
export function licenceValidTo(
  holding: LicenceHolding,
  terms: readonly LicenceTerm[],
  day: string,
): string | null {
  const inForce = terms.filter(
    (term) => term.isProfessional === holding.isProfessional && term.validFrom <= day,
  )
  const rule = newestRuleFor(holding.birthDate, inForce)
  const first = rule[0]
  if (!first) return null
  const term = rule.findLast((each) => isIssuedFromAge(each, holding))
  if (!term) return birthdayOf(holding.birthDate, first.fromAge)
  if (term.untilAge !== null) return birthdayOf(holding.birthDate, term.untilAge)
  return term.termYears === null ? null : addMonths(holding.issuedOn, term.termYears * 12)
}

/** The terms of the newest rule that binds this person, by age; empty where none does. */
function newestRuleFor(birthDate: string, inForce: readonly LicenceTerm[]): readonly LicenceTerm[] {
  const starts = [...new Set(inForce.map(({ validFrom }) => validFrom))].toSorted().toReversed()
  const rules = starts.map((start) =>
    inForce.filter((term) => term.validFrom === start).toSorted((a, b) => a.fromAge - b.fromAge),
  )
  return (
    rules.find(
      ([first]) =>
        first && (!first.sparesEarlier || birthdayOf(birthDate, first.fromAge) >= first.validFrom),
    ) ?? []
  )
}

// A card renewed within the window before the birthday already has the next term.
function isIssuedFromAge({ fromAge, windowMonths }: LicenceTerm, holding: LicenceHolding): boolean {
  return holding.issuedOn >= addMonths(birthdayOf(holding.birthDate, fromAge), -windowMonths)
}

/** The day an age is reached: the birthday, 28 February for those born on the 29th where the year has none. */
function birthdayOf(birthDate: string, age: number): string {
  return addMonths(birthDate, age * 12)
}
