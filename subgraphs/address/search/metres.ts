import { round, type Twd97Point } from '../location/twd97.ts'

/** Metres between two places of EPSG:3826, to the decimetre. */
export function metresBetween(one: Twd97Point, other: Twd97Point): number {
  return round(Math.hypot(one.x - other.x, one.y - other.y), 1)
}
