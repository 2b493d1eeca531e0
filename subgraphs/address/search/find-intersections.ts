import type { Kysely } from 'kysely'
import type { Twd97Point } from '../location/twd97.ts'
import { takeRoad } from '../parse/read-street.ts'
import { cleanText } from '../parse/clean-text.ts'
import type { Database } from '../queries.ts'
import { metresBetween } from './metres.ts'
import {
  findPlatesNear,
  findRoadPoints,
  type NearbyPlate,
  type RoadPoint,
} from './plate-queries.ts'
import { wholeRoad } from './told-plate.ts'

/** A place where two roads meet, as their plates tell it. */
export interface PlaceOfCrossing {
  readonly point: Twd97Point
  readonly town: string
  /** NEAR: plates of both roads within 40 m of each other; FAR: within 150 m. */
  readonly quality: 'INFERRED_NEAR' | 'INFERRED_FAR'
  /** Metres between the two plates that the place is inferred from. */
  readonly gapM: number
  readonly nearest: readonly NearbyPlate[]
}

export interface Crossing {
  readonly roadA: string
  readonly roadB: string
  readonly townCode: string | null
}

const NEAR_M = 40
const FAR_M = 150
/** Pairs of plates nearer than this to each other speak of one crossing. */
const APART_M = 200
const WITHIN_M = 300
const MOST_CROSSINGS = 10

/**
 * Where two roads meet, in either order, the surest place first; several where they meet more than
 * once or in several towns. There are no centre-lines: the place lies half-way between the two plates
 * of both roads that stand nearest to each other. 交叉路口
 */
export async function findIntersections(
  db: Kysely<Database>,
  { roadA, roadB, townCode }: Crossing,
  first: number,
): Promise<readonly PlaceOfCrossing[]> {
  const [streetsA, streetsB] = [streetsOfRoad(roadA), streetsOfRoad(roadB)]
  if (streetsA === null || streetsB === null || roadA === roadB) return []
  const points = await findRoadPoints(db, [streetsA, streetsB], townCode)
  const corners = [...Map.groupBy(points, (point) => point.townCode).values()]
    .flatMap(cornersOf)
    .toSorted((one, other) => one.gapM - other.gapM)
    .slice(0, MOST_CROSSINGS)
  if (corners.length === 0) return []
  const places = corners.map(({ point }) => point)
  const plates = await findPlatesNear(db, places, { first, withinM: WITHIN_M })
  return corners.map((corner, index) => ({
    ...corner,
    nearest: plates.filter(({ point }) => point === index),
  }))
}

function streetsOfRoad(name: string): readonly string[] | null {
  const { clean } = cleanText(name)
  const { road, section } = takeRoad(clean)
  return road === null ? null : wholeRoad(road, section)
}

type Corner = Omit<PlaceOfCrossing, 'nearest'>

/** The places of one town where plates of both roads come near each other. */
function cornersOf(points: readonly RoadPoint[]): readonly Corner[] {
  const [ofA, ofB] = (['A', 'B'] as const).map((side) => points.filter(({ road }) => road === side))
  const grid = gridOf(ofB ?? [])
  const pairs = (ofA ?? [])
    .flatMap((point) => nearestIn(grid, point) ?? [])
    .toSorted((one, other) => one.gapM - other.gapM)
  const corners: Corner[] = []
  for (const { point, gapM, town } of pairs) {
    const isKnown = corners.some((corner) => metresBetween(corner.point, point) < APART_M)
    // once plates stand at the corner itself, pairs far apart say nothing new
    const isPoor = gapM > NEAR_M && corners.length > 0
    if (isKnown || isPoor) continue
    corners.push({ point, gapM, town, quality: gapM <= NEAR_M ? 'INFERRED_NEAR' : 'INFERRED_FAR' })
  }
  return corners
}

type Grid = ReadonlyMap<string, readonly RoadPoint[]>

function gridOf(points: readonly RoadPoint[]): Grid {
  return Map.groupBy(points, ({ location: { x, y } }) =>
    cell(Math.floor(x / FAR_M), Math.floor(y / FAR_M)),
  )
}

function cell(column: number, row: number): string {
  return `${column},${row}`
}

function nearestIn(grid: Grid, { location, town }: RoadPoint): Omit<Corner, 'quality'> | null {
  const [column, row] = [Math.floor(location.x / FAR_M), Math.floor(location.y / FAR_M)]
  let best: Omit<Corner, 'quality'> | null = null
  for (const across of [-1, 0, 1]) {
    for (const along of [-1, 0, 1]) {
      for (const other of grid.get(cell(column + across, row + along)) ?? []) {
        const gapM = metresBetween(location, other.location)
        if (gapM > FAR_M || (best !== null && best.gapM <= gapM)) continue
        best = { point: halfWay(location, other.location), gapM, town }
      }
    }
  }
  return best
}

function halfWay(one: Twd97Point, other: Twd97Point): Twd97Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 }
}
