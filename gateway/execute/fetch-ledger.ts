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
  readonly marks?: readonly string[] | undefined
}

/** A fetch that brought nothing: the fields it should have filled, for their errors. */
export interface FetchFailure {
  readonly agency: string
  readonly code: ErrorCode
  /** Response paths of its fields, without list indices. */
  readonly paths: readonly (readonly string[])[]
}

// The worst of several fetches to one agency stands.
const RANK: Readonly<Record<SourceStatus, number>> = {
  NOT_ASKED: 0,
  NOT_FOUND: 1,
  OK: 2,
  DENIED: 3,
  TIMEOUT: 4,
  DOWN: 5,
}

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
    const found = new Set<string>()
    for (const { subjects } of this.#outcomes) for (const each of subjects) found.add(each)
    return [...found]
  }

  /** What made fetches stand out, each once. */
  marks(): readonly string[] {
    const found: string[] = []
    for (const { marks } of this.#outcomes) if (marks) found.push(...marks)
    return [...new Set(found)].toSorted()
  }

  /** Agencies that were asked, in alphabetical order. */
  asked(): readonly string[] {
    const found: string[] = []
    for (const { agency } of this.#outcomes) if (!found.includes(agency)) found.push(agency)
    return found.toSorted()
  }

  /** The line of every agency that an operation speaks of or asks, in the order in which they are given. */
  sources(
    agencies: readonly string[],
    planned: readonly string[],
    traceId: string,
  ): readonly Source[] {
    return agencies.map((agency) => this.#source(agency, planned.includes(agency), traceId))
  }

  #source(agency: string, isPlanned: boolean, traceId: string): Source {
    let status: SourceStatus = isPlanned ? 'NOT_ASKED' : 'DENIED'
    let isAsked = false
    let asOf: string | null = null
    let ms = 0
    for (const outcome of this.#outcomes) {
      if (outcome.agency !== agency) continue
      if (!isAsked || RANK[outcome.status] > RANK[status]) status = outcome.status
      isAsked = true
      asOf ??= outcome.asOf
      ms += outcome.ms
    }
    return { agency, status, asOf, ms: Math.round(ms * 10) / 10, traceId }
  }
}
