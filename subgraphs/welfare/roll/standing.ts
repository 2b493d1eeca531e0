import type { WelfareStatus } from '../generated.ts'
import type { RollPlaceRow } from '../queries.ts'

/** Where a person stands on the roll. */
export interface Standing {
  readonly status: WelfareStatus
  readonly classCode: string | null
  readonly validFrom: string | null
  readonly validTo: string | null
}

// The roll names everybody who has a status, so whoever is not on it has none: a fact, not a guess.
const NOT_ON_THE_ROLL: Standing = {
  status: 'NONE',
  classCode: null,
  validFrom: null,
  validTo: null,
}

/**
 * The standing that the places found on the business day give, under present and former numbers: low income before mid-low income (社會救助法第4條
 * is the stronger claim), the one that lasts longest first.
 */
export function standingOf(places: readonly RollPlaceRow[]): Standing {
  const [best] = places.toSorted((a, b) => rank(a) - rank(b) || b.validTo.localeCompare(a.validTo))
  if (!best) return NOT_ON_THE_ROLL
  const { kind, classCode, validFrom, validTo } = best
  return { status: kind, classCode, validFrom, validTo }
}

function rank({ kind }: RollPlaceRow): number {
  return kind === 'LOW_INCOME' ? 0 : 1
}
