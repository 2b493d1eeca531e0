import type { LicenceStatus } from '../generated.ts'

/** A measure against a licence, as the register keeps it. */
export type LicenceMeasure = 'SUSPENDED' | 'REVOKED'

/** The status on a day: a measure stands before expiry, because it also outlasts a renewal. */
export function licenceStatusOn(
  measure: LicenceMeasure | null,
  validTo: string | null,
  day: string,
): LicenceStatus {
  if (measure !== null) return measure
  return validTo !== null && validTo < day ? 'EXPIRED' : 'VALID'
}
