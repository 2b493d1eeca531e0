import type { Lane } from '../gateway/lane.ts'
import { loadLane, type Round } from '../gateway/load.ts'

/** One place along an axis: what is asked of which gateway, and how. */
export interface Place {
  readonly at: number
  readonly lane: Lane
  readonly body: string
  readonly amount: number
  readonly connections: number
}

/** Medians of the rounds at one place. */
export interface Point {
  readonly at: number
  readonly cpuMsPerRequest: number
  readonly p50: number
  readonly p99: number
  readonly requestsPerSecond: number
}

/** Requests that a gateway is asked at a place before any is counted: its code is compiled by then. */
const WARM_AMOUNT = 1_500

/** Loads every place in turn, there and back. */
export async function measurePlaces(
  places: readonly Place[],
  rounds: number,
): Promise<readonly Point[]> {
  const all = new Map<Place, Round[]>(places.map((place) => [place, []]))
  for (const place of places)
    await loadLane(place.lane, place.body, { ...place, amount: WARM_AMOUNT })
  for (let index = 0; index < rounds; index++) {
    for (const place of index % 2 === 0 ? places : places.toReversed()) {
      all.get(place)!.push(await loadLane(place.lane, place.body, place))
    }
  }
  return [...all].map(([{ at }, each]) => {
    const of = (key: keyof Round): number => round(median(each.map((one) => one[key])))
    return {
      at,
      cpuMsPerRequest: of('cpuMsPerRequest'),
      p50: of('p50'),
      p99: of('p99'),
      requestsPerSecond: of('requestsPerSecond'),
    }
  })
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value that so large a part of them does not exceed. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

export function round(value: number): number {
  return Math.round(value * 1_000) / 1_000
}
