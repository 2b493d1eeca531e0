import { hubError } from '../../../schemas/errors.ts'
import { findTown, townCodeOf } from '../area/area-codes.ts'
import { toTwd97, type Twd97Point } from '../location/twd97.ts'
import { LONGEST_ADDRESS } from '../parse/clean-text.ts'
import type { AreaQuestion } from './find-in-area.ts'
import type { Crossing } from './find-intersections.ts'

const MOST_PLATES = 100
const MOST_METRES = 5_000
const LONGEST_CURSOR = 400
// Taiwan with its islands
const WEST = 116
const EAST = 123
const SOUTH = 20
const NORTH = 27

type Optional<Value> = Value | null | undefined

/** The number of rows asked for. Throws `BAD_USER_INPUT` outside 1 to 100. */
export function readFirst(first: number): number {
  if (first >= 1 && first <= MOST_PLATES) return first
  throw refused(`first must be 1 to ${MOST_PLATES}`)
}

/** A text as told. Throws `BAD_USER_INPUT` above 200 characters. */
export function readText(name: string, text: string): string {
  if (text.length <= LONGEST_ADDRESS) return text
  throw refused(`${name} must have at most ${LONGEST_ADDRESS} characters`)
}

/** Metres around a point. Throws `BAD_USER_INPUT` outside 1 to 5,000. */
export function readWithin(withinM: number): number {
  if (withinM >= 1 && withinM <= MOST_METRES) return withinM
  throw refused(`withinM must be 1 to ${MOST_METRES}`)
}

/** A point of WGS84 in metres. Throws `BAD_USER_INPUT` outside Taiwan, and says when they are exchanged. */
export function readPlace(place: {
  readonly longitude: number
  readonly latitude: number
}): Twd97Point {
  const { longitude, latitude } = place
  if (isInTaiwan(longitude, latitude)) return toTwd97(longitude, latitude)
  throw refused(
    isInTaiwan(latitude, longitude)
      ? 'longitude and latitude are exchanged'
      : 'longitude and latitude must be degrees of WGS84 in Taiwan',
  )
}

function isInTaiwan(longitude: number, latitude: number): boolean {
  return longitude > WEST && longitude < EAST && latitude > SOUTH && latitude < NORTH
}

/** What is asked of a village. Throws `BAD_USER_INPUT` for what can be no village or page. */
export function readAreaQuestion(args: {
  readonly townCode: string
  readonly village: string
  readonly neighborhood?: Optional<number>
  readonly road?: Optional<string>
  readonly first: number
  readonly after?: Optional<string>
}): AreaQuestion {
  const { neighborhood, road, after } = args
  if ((after?.length ?? 0) > LONGEST_CURSOR)
    throw refused('after must be an endCursor of this list')
  return {
    townCode: readTownCode(args.townCode),
    village: readText('village', args.village),
    neighborhood: neighborhood ?? null,
    road: road ? readText('road', road) : null,
    first: readFirst(args.first),
    after: after ?? null,
  }
}

/** Two roads. Throws `BAD_USER_INPUT` for texts that can be no names or a town that is none. */
export function readCrossing(args: {
  readonly roadA: string
  readonly roadB: string
  readonly townCode?: Optional<string>
}): Crossing {
  return {
    roadA: readText('roadA', args.roadA),
    roadB: readText('roadB', args.roadB),
    townCode: args.townCode ? readTownCode(args.townCode) : null,
  }
}

function readTownCode(text: string): string {
  const code = townCodeOf(text)
  if (code !== null && findTown(code)) return code
  throw refused('townCode must be the eight digits of a township of the hub')
}

function refused(reason: string): Error {
  return hubError('BAD_USER_INPUT', { reason })
}
