import type { VisitRound } from './load-visits.ts'

/** Medians of rounds, their spread, and every error there was. */
export interface Summary {
  readonly visitsPerSecond: number
  readonly spread: readonly [number, number]
  readonly p50: number
  readonly p99: number
  readonly hubCpuMs: number
  readonly postgresCpuMs: number
  readonly rssMb: number
  readonly errors: number
  readonly firstError?: string
}

/** Sums up the rounds of one hub under one load. */
export function summarise(rounds: readonly VisitRound[]): Summary {
  const of = (key: Exclude<keyof VisitRound, 'firstError'>): number =>
    Math.round(median(rounds.map((each) => each[key])) * 100) / 100
  const speeds = rounds.map(({ visitsPerSecond }) => Math.round(visitsPerSecond))
  const firstError = rounds.find((each) => each.firstError)?.firstError
  return {
    visitsPerSecond: of('visitsPerSecond'),
    spread: [Math.min(...speeds), Math.max(...speeds)],
    p50: of('p50'),
    p99: of('p99'),
    hubCpuMs: of('hubCpuMs'),
    postgresCpuMs: of('postgresCpuMs'),
    rssMb: of('rssMb'),
    errors: rounds.reduce((sum, { errors }) => sum + errors, 0),
    ...(firstError && { firstError }),
  }
}

/** Milliseconds of CPU a visit takes of hub and database together; the database's where it can be told. */
export function costMs(rounds: readonly VisitRound[]): number {
  const { hubCpuMs, postgresCpuMs } = summarise(rounds)
  return hubCpuMs + (Number.isNaN(postgresCpuMs) ? 0 : postgresCpuMs)
}

/** The middle value; of an even number the upper one of the two. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}
