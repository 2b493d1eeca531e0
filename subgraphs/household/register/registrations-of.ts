import type { GeneratedPerson, GeneratedRegistration } from '../../_kit/population/types.ts'

/**
 * Everything registered of a person, oldest event first: what was generated, and for each national ID
 * that was changed the correction 更正 that a change of number is registered as.
 */
export function registrationsOf({
  registrations,
  formerNationalIds,
}: Pick<GeneratedPerson, 'registrations' | 'formerNationalIds'>): readonly GeneratedRegistration[] {
  const corrected = new Set(
    registrations.filter(({ type }) => type === 'CORRECT').map(({ eventDate }) => eventDate),
  )
  const missing = formerNationalIds.filter(({ validTo }) => !corrected.has(validTo))
  if (missing.length === 0) return registrations
  return [...registrations, ...missing.map(({ validTo }) => correctionOn(validTo))].toSorted(
    (one, other) => Date.parse(one.eventDate) - Date.parse(other.eventDate),
  )
}

function correctionOn(day: string): GeneratedRegistration {
  return {
    type: 'CORRECT',
    eventDate: day,
    appliedDate: day,
    registeredDate: day,
    otherOrdinal: null,
  }
}
