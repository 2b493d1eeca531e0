import type { Twd97Point } from '../location/twd97.ts'
import type { DoorPlateParent } from '../queries.ts'
import { metresBetween } from './metres.ts'

/** A plate of the street near a number that is missing. */
export interface NearestNumber {
  readonly doorPlate: DoorPlateParent
  /** Metres from where the missing number would stand between its neighbours; null where unknown. */
  readonly distanceM: number | null
}

/**
 * Plates of a street in the order of their nearness to a house number, those of its own side (odd or
 * even) first where two are equally near; each number once, its first plate.
 */
export function nearestNumbers(
  plates: readonly DoorPlateParent[],
  number: number,
): readonly NearestNumber[] {
  const place = placeOf(plates, number)
  return firstOfEach(plates)
    .toSorted((one, other) => farness(one, number) - farness(other, number))
    .map((doorPlate) => ({
      doorPlate,
      distanceM: place === null ? null : metresBetween(place, doorPlate.location),
    }))
}

// odd numbers stand on the left, even ones on the right
function farness(plate: DoorPlateParent, number: number): number {
  const difference = Math.abs(plate.number - number)
  return difference + (difference % 2 === 0 ? 0 : 0.5)
}

function firstOfEach(plates: readonly DoorPlateParent[]): readonly DoorPlateParent[] {
  const byNumber = new Map<string, DoorPlateParent>()
  for (const plate of plates) {
    const key = `${plate.townCode}${plate.village}${plate.number}`
    if (!byNumber.has(key)) byNumber.set(key, plate)
  }
  return [...byNumber.values()]
}

/** Between the nearest lower and higher number, on the number's own side where there are such. */
function placeOf(plates: readonly DoorPlateParent[], number: number): Twd97Point | null {
  const sameSide = plates.filter((plate) => (plate.number - number) % 2 === 0)
  return between(sameSide, number) ?? between(plates, number)
}

function between(plates: readonly DoorPlateParent[], number: number): Twd97Point | null {
  const sorted = plates.toSorted((one, other) => one.number - other.number)
  const below = sorted.findLast((plate) => plate.number < number)
  const above = sorted.find((plate) => plate.number > number)
  if (!below || !above || below.townCode !== above.townCode) return null
  const share = (number - below.number) / (above.number - below.number)
  return {
    x: below.location.x + share * (above.location.x - below.location.x),
    y: below.location.y + share * (above.location.y - below.location.y),
  }
}
