import type { DriverLicence } from '../generated.ts'
import type { LicenceRow } from '../queries.ts'
import { licenceStatusOn } from './licence-status.ts'
import { licenceValidTo, type LicenceTerm } from './licence-validity.ts'

/**
 * The licence a person holds on a day, among those found under the present and former numbers: the
 * card issued last. `null` where none was found.
 */
export function currentLicence(
  found: readonly (LicenceRow | null)[],
  terms: readonly LicenceTerm[],
  day: string,
): DriverLicence | null {
  const held = found
    .filter((row) => row !== null)
    .toSorted((a, b) => a.issuedOn.localeCompare(b.issuedOn))
    .at(-1)
  if (!held) return null
  const validTo = licenceValidTo(held, terms, day)
  return {
    classes: held.classes,
    isProfessional: held.isProfessional,
    issuedOn: held.issuedOn,
    validTo,
    status: licenceStatusOn(held.measure, validTo, day),
  }
}
