import type { VisitRound } from './load-visits.ts'

/** Medians of rounds, their spread, and every error there was. */
export interface Summary {
  readonly visitsPerSecond: number
  readonly spread: readonly [number, number]
  readonly p50: number
  readonly p99: number
  readonly hubCpuMs: number
  readonly postgresCpuMs: number
  /** Both together: what a visit costs the machine, and the cheapest and the dearest round. */
  readonly costMs: number
  readonly costSpread: readonly [number, number]
  readonly rssMb: number
  readonly errors: number
  readonly firstError?: string
}

/** Sums up the rounds of one hub under one load. */
export function summarise(rounds: readonly VisitRound[]): Summary {
  const of = (key: Exclude<keyof VisitRound, 'firstError'>): number =>
    round(median(rounds.map((each) => each[key])))
  const costs = rounds.map(costOf)
  const speeds = rounds.map(({ visitsPerSecond }) => Math.round(visitsPerSecond))
  const firstError = rounds.find((each) => each.firstError)?.firstError
  return {
    visitsPerSecond: of('visitsPerSecond'),
    spread: [Math.min(...speeds), Math.max(...speeds)],
    p50: of('p50'),
    p99: of('p99'),
    hubCpuMs: of('hubCpuMs'),
    postgresCpuMs: of('postgresCpuMs'),
    costMs: round(median(costs)),
    costSpread: [round(Math.min(...costs)), round(Math.max(...costs))],
    rssMb: of('rssMb'),
    errors: rounds.reduce((sum, { errors }) => sum + errors, 0),
    ...(firstError && { firstError }),
  }
}

/** The database's CPU counts where it can be told. */
function costOf({ hubCpuMs, postgresCpuMs }: VisitRound): number {
  return hubCpuMs + (Number.isNaN(postgresCpuMs) ? 0 : postgresCpuMs)
}

/**
 * How much dearer one hub's visits are than another's, round by round of one interleaved run: the median,
 * and the least and the most. What else the machine does falls on both alike.
 */
export function costRatio(
  rounds: readonly VisitRound[],
  others: readonly VisitRound[],
): { readonly cost: number; readonly spread: readonly [number, number] } {
  const ratios = rounds.map((each, index) => round(costOf(each) / costOf(others[index]!)))
  return { cost: median(ratios), spread: [Math.min(...ratios), Math.max(...ratios)] }
}

/** The middle value; of an even number the upper one of the two. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
