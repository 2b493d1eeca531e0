import { ageOn } from '../../../schemas/scalars/dates.ts'
import { Rng } from '../../_kit/population/rng.ts'
import type { GeneratedLicence, GeneratedPerson } from '../../_kit/population/types.ts'
import type { LicenceMeasure } from './licence-status.ts'
import { licenceValidTo } from './licence-validity.ts'
import { LICENCE_TERMS } from '../migrations/0004-licence-terms.ts'

interface PresentLicence {
  readonly isProfessional: boolean
  readonly issuedOn: string
  readonly measure: LicenceMeasure | null
}

// Assumptions: one renewal in ten is missed; suspended and revoked licences per 1,000.
const RENEWAL_MISSED = 0.1
const SUSPENDED = 0.003
const REVOKED = 0.001
// 道路交通安全規則第52條: no professional licence runs past 65, but that of small cars, which the sample leaves out.
const OLDEST_PROFESSIONAL = 65

/** The card a made-up holder has today, after the renewals the law has asked for since the first one. */
export function presentLicence(
  licence: GeneratedLicence,
  { birthDate }: GeneratedPerson,
  today: string,
  seed: number,
): PresentLicence {
  const rng = new Rng(`${seed}/${licence.holderOrdinal}/licence`)
  const isProfessional = licence.isProfessional && ageOn(birthDate, today) < OLDEST_PROFESSIONAL
  let issuedOn = licence.issueDate
  for (;;) {
    const validTo = licenceValidTo({ birthDate, isProfessional, issuedOn }, LICENCE_TERMS, today)
    if (validTo === null || validTo >= today || rng.chance(RENEWAL_MISSED)) break
    issuedOn = validTo
  }
  return { isProfessional, issuedOn, measure: measureFor(rng) }
}

function measureFor(rng: Rng): LicenceMeasure | null {
  const draw = rng.next()
  if (draw < REVOKED) return 'REVOKED'
  return draw < REVOKED + SUSPENDED ? 'SUSPENDED' : null
}
