import type { Twd97Point } from '../location/twd97.ts'

/** One closed line of a boundary: an outline, or a hole in one. */
export interface Ring {
  readonly points: readonly Twd97Point[]
  readonly isHole: boolean
}

/** Whether a place lies within the outlines and in none of their holes. */
export function isWithin(rings: readonly Ring[], place: Twd97Point): boolean {
  let isInside = false
  for (const { points, isHole } of rings) {
    if (!holds(points, place)) continue
    if (isHole) return false
    isInside = true
  }
  return isInside
}

/** Metres from a place to the nearest point of the lines. */
export function metresToLine(rings: readonly Ring[], place: Twd97Point): number {
  let least = Number.POSITIVE_INFINITY
  for (const { points } of rings) {
    let before = points.at(-1)
    for (const point of points) {
      if (before) least = Math.min(least, metresToSegment(place, before, point))
      before = point
    }
  }
  return least
}

/** Counts how often a line from the place to the east crosses the ring. */
function holds(points: readonly Twd97Point[], { x, y }: Twd97Point): boolean {
  let isInside = false
  let before = points.at(-1)
  for (const point of points) {
    if (before && point.y > y !== before.y > y) {
      const crossing = point.x + ((y - point.y) / (before.y - point.y)) * (before.x - point.x)
      if (x < crossing) isInside = !isInside
    }
    before = point
  }
  return isInside
}

function metresToSegment(place: Twd97Point, from: Twd97Point, to: Twd97Point): number {
  const [width, height] = [to.x - from.x, to.y - from.y]
  const squared = width * width + height * height
  const along = ((place.x - from.x) * width + (place.y - from.y) * height) / (squared || 1)
  const share = Math.min(1, Math.max(0, along))
  return Math.hypot(place.x - from.x - share * width, place.y - from.y - share * height)
}
