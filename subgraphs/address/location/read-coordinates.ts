import type { Box } from '../area/county-facts.ts'
import { round, toTwd97, type Twd97Point } from './twd97.ts'

/** Why a pair of coordinates is no place of the county. */
export type CoordinateFault =
  'COORDINATES_UNREADABLE' | 'COORDINATES_SWAPPED' | 'COORDINATES_OUTSIDE'

/**
 * The place of a pair as a file writes it: WGS84 longitude and latitude, or TWD97 easting and
 * northing in metres; which of both is seen by the size of the numbers. Where only the exchanged
 * pair would lie in the county, the fault is `COORDINATES_SWAPPED`.
 */
export function readCoordinates(
  first: string,
  second: string,
  box: Box,
): Twd97Point | CoordinateFault {
  const [a, b] = [readNumber(first), readNumber(second)]
  if (a === null || b === null) return 'COORDINATES_UNREADABLE'
  const point = placeOf(a, b)
  if (point !== null && lies(point, box)) return point
  return lies(placeOf(b, a), box) ? 'COORDINATES_SWAPPED' : 'COORDINATES_OUTSIDE'
}

function placeOf(a: number, b: number): Twd97Point | null {
  const isDegrees = Math.abs(a) <= 180 && Math.abs(b) <= 180
  if (!isDegrees) return { x: round(a, 2), y: round(b, 2) }
  // outside of these the projection has no meaning for Taiwan
  const isNear = a > 110 && a < 130 && b > 0 && b < 40
  return isNear ? toTwd97(a, b) : null
}

function lies(point: Twd97Point | null, { west, east, south, north }: Box): boolean {
  if (point === null) return false
  return point.x >= west && point.x <= east && point.y >= south && point.y <= north
}

function readNumber(text: string): number | null {
  const value = /^[-+]?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  return Number.isFinite(value) ? value : null
}
