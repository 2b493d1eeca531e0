import type { ErrorCode } from '../../schemas/errors.ts'

/** How an agency fared in one request. */
export type SourceStatus = 'OK' | 'NOT_FOUND' | 'DENIED' | 'TIMEOUT' | 'DOWN' | 'NOT_ASKED'

/** One line of `extensions.sources`. */
export interface Source {
  readonly agency: string
  readonly status: SourceStatus
  readonly asOf: string | null
  /** Milliseconds spent waiting for it, all fetches together. */
  readonly ms: number
  readonly traceId: string
}

/** How one fetch ended. */
export interface FetchOutcome {
  readonly agency: string
  readonly status: Exclude<SourceStatus, 'NOT_ASKED'>
  readonly ms: number
  readonly asOf: string | null
  readonly subjects: readonly string[]
  readonly marks?: readonly string[]
}

/** A fetch that brought nothing: the fields it should have filled, for their errors. */
export interface FetchFailure {
  readonly agency: string
  readonly code: ErrorCode
  /** Response paths of its fields, without list indices. */
  readonly paths: readonly (readonly string[])[]
}

// The worst of several fetches to one agency stands.
const RANK: readonly SourceStatus[] = ['NOT_ASKED', 'NOT_FOUND', 'OK', 'DENIED', 'TIMEOUT', 'DOWN']

/** What one request asked of which agency. */
export class FetchLedger {
  readonly #outcomes: FetchOutcome[] = []
  readonly failures: FetchFailure[] = []

  note(outcome: FetchOutcome): void {
    this.#outcomes.push(outcome)
  }

  noteFailure(failure: FetchFailure): void {
    this.failures.push(failure)
  }

  /** Sealed keys of everyone the agencies disclosed or searched. */
  subjects(): readonly string[] {
    return [...new Set(this.#outcomes.flatMap(({ subjects }) => subjects))]
  }

  /** What made fetches stand out, each once. */
  marks(): readonly string[] {
    return [...new Set(this.#outcomes.flatMap(({ marks }) => marks ?? []))].toSorted()
  }

  /** Agencies that were asked, in alphabetical order. */
  asked(): readonly string[] {
    return [...new Set(this.#outcomes.map(({ agency }) => agency))].toSorted()
  }

  /** The line of every agency an operation speaks of. */
  sources(
    wanted: readonly string[],
    planned: readonly string[],
    traceId: string,
  ): readonly Source[] {
    const agencies = [...new Set([...wanted, ...planned])].toSorted()
    return agencies.map((agency) => this.#source(agency, planned.includes(agency), traceId))
  }

  #source(agency: string, isPlanned: boolean, traceId: string): Source {
    const own = this.#outcomes.filter((outcome) => outcome.agency === agency)
    const untouched: SourceStatus = isPlanned ? 'NOT_ASKED' : 'DENIED'
    const status = own.reduce<SourceStatus>(
      (worst, next) => (RANK.indexOf(next.status) > RANK.indexOf(worst) ? next.status : worst),
      own.length > 0 ? 'NOT_ASKED' : untouched,
    )
    return {
      agency,
      status,
      asOf: own.find(({ asOf }) => asOf !== null)?.asOf ?? null,
      ms: Math.round(own.reduce((sum, { ms }) => sum + ms, 0) * 10) / 10,
      traceId,
    }
  }
}
