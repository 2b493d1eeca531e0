import type { HopClaims } from '../../auth/hop-token.ts'
import type { Sealer } from '../../auth/sealed-key.ts'
import { hubError } from '../../schemas/errors.ts'
import { createCaseGrants, type CaseGrants } from './case-grant.ts'

/** What makes a fetch stand out in the disclosure log, and to the operators. */
export type FetchMark = 'COLLEAGUE' | 'RECUSAL' | 'BREAK_GLASS'

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
  /** Every key the person has had by this number, the present first: under turned secrets too. */
  personIdsOf(nationalId: string): readonly string[]
  /** What the case in hand leads to, from agency to agency. */
  readonly grants: CaseGrants
  /** Sealed keys of everyone this fetch disclosed or searched, for the disclosure log. */
  readonly subjects: ReadonlySet<string>
  /** Marks the fetch in the disclosure log and tells the operators. */
  mark(mark: FetchMark): void
  readonly marks: ReadonlySet<FetchMark>
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
  const marks = new Set<FetchMark>()
  return {
    caller,
    today,
    asOf,
    subjects,
    marks,
    mark: (mark) => void marks.add(mark),
    grants: createCaseGrants(caller, sealer),
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
    personIdsOf(nationalId) {
      const personIds = sealer.sealAll(nationalId)
      subjects.add(personIds[0]!)
      return personIds
    },
  }
}
