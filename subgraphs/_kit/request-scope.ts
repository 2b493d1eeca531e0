import type { HopClaims } from '../../auth/hop-token.ts'
import type { Sealer } from '../../auth/sealed-key.ts'
import { hubError } from '../../schemas/errors.ts'

/** One fetch of the gateway, as an agency sees it. */
export interface RequestScope {
  /** Who asks, for what purpose, under which case; proven by the hop token. */
  readonly caller: HopClaims
  /** The business day, `YYYY-MM-DD`. */
  readonly today: string
  /** The instant the agency's register stood at, RFC 3339. */
  readonly asOf: string
  /** The national ID behind a sealed person key. Throws `PERSON_KEY_INVALID`. */
  nationalIdOf(personId: string): string
  /** The sealed key of a person this agency names in its answer. */
  personIdOf(nationalId: string): string
  /** Sealed keys of everyone this fetch disclosed or searched, for the disclosure log. */
  readonly subjects: ReadonlySet<string>
}

/** The scope of one fetch; every person it opens or names becomes a subject of the log. */
export function createRequestScope(options: {
  readonly caller: HopClaims
  readonly today: string
  readonly asOf: string
  readonly sealer: Sealer
}): RequestScope {
  const { caller, today, asOf, sealer } = options
  const subjects = new Set<string>()
  return {
    caller,
    today,
    asOf,
    subjects,
    nationalIdOf(personId) {
      if (typeof personId !== 'string') throw hubError('PERSON_KEY_INVALID')
      const nationalId = sealer.open(personId)
      subjects.add(personId)
      return nationalId
    },
    personIdOf(nationalId) {
      const personId = sealer.seal(nationalId)
      subjects.add(personId)
      return personId
    },
  }
}
