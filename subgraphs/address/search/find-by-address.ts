import type { Kysely } from 'kysely'
import { parseAddress, type ParsedAddress } from '../parse/parse-address.ts'
import { normaliseText } from '../parse/normal-form.ts'
import type { Database, DoorPlateParent } from '../queries.ts'
import { findIntersections } from './find-intersections.ts'
import { nearestNumbers } from './nearest-numbers.ts'
import {
  DIFFERENCE,
  findPlatesAround,
  findPlatesOfNumber,
  findRoadNames,
  type RankedPlate,
} from './plate-queries.ts'
import { similarNames } from './similar-names.ts'
import { streetKey, toldPlates, type ToldPlate } from './told-plate.ts'

/** Why a plate is among the matches. See `DoorPlateMatchQuality` in the schema. */
export type MatchQuality =
  'EXACT' | 'CANONICAL' | 'AMBIGUOUS' | 'BUILDING' | 'NEAREST_NUMBER' | 'SUGGESTION'

export interface DoorPlateMatch {
  readonly quality: MatchQuality
  /** Metres from the plate that was told, 0 for itself; null where its place is not known. */
  readonly distanceM: number | null
  readonly doorPlate: DoorPlateParent
}

export interface AddressMatches {
  readonly parsed: ParsedAddress
  readonly matches: readonly DoorPlateMatch[]
}

const CORNER_PLATES = 3
const MOST_SIMILAR_ROADS = 3

/**
 * The plates an address may mean, the best first: the plate itself; where there is none, other plates
 * of that house number, the nearest numbers of the street, or the same number on a road of a similar
 * name. `quality` says which. Source of the order: domain, 門牌地址 look-up.
 */
export async function findByAddress(
  db: Kysely<Database>,
  text: string,
  first: number,
): Promise<AddressMatches> {
  const parsed = parseAddress(text)
  if (parsed.isElsewhere) return { parsed, matches: [] }
  if (parsed.kind === 'CROSSROADS') return { parsed, matches: await atCorner(db, parsed, first) }
  const found: DoorPlateMatch[] = []
  for (const told of toldPlates(parsed)) found.push(...(await matchesOf(db, parsed, told, first)))
  return { parsed, matches: withoutRepeats(found).slice(0, first) }
}

async function matchesOf(
  db: Kysely<Database>,
  parsed: ParsedAddress,
  told: ToldPlate,
  first: number,
): Promise<readonly DoorPlateMatch[]> {
  // one village's road-less numbers cannot be told from another's
  if (told.streets.includes('') && told.village === null) return []
  // whether one is meant or another as well cannot be seen of one alone
  const plates = await findPlatesOfNumber(db, told, Math.max(first, 2))
  if (plates.length > 0) return judge(plates, parsed).toSorted(byQuality)
  const around = await near(db, told, first)
  return around.length > 0 ? around : onSimilarRoads(db, parsed, told, first)
}

/** Plates of the same number, each with how well it fits. */
function judge(plates: readonly RankedPlate[], parsed: ParsedAddress): readonly DoorPlateMatch[] {
  const fitting = plates.filter(
    ({ rank, status }) => rank === plates[0]?.rank && status === plates[0].status,
  )
  return plates.map((plate) => {
    const quality = qualityOf(plate, parsed, fitting.length > 1 && fitting.includes(plate))
    const isItself = quality === 'EXACT' || quality === 'CANONICAL'
    return { quality, distanceM: isItself ? 0 : null, doorPlate: plate }
  })
}

function qualityOf(plate: RankedPlate, parsed: ParsedAddress, isOneOfMany: boolean): MatchQuality {
  const { rank } = plate
  if (rank === 0 && isWrittenSo(plate, parsed)) return 'EXACT'
  if (rank >= DIFFERENCE.street) return 'SUGGESTION'
  if (rank >= DIFFERENCE.prefix) return 'NEAREST_NUMBER'
  // offices redraw neighbourhoods, but without a street the neighbourhood is all there is
  if (rank >= DIFFERENCE.room || (rank > 0 && plate.street === '')) return 'BUILDING'
  return isOneOfMany ? 'AMBIGUOUS' : 'CANONICAL'
}

function isWrittenSo({ text, raw }: RankedPlate, { clean }: ParsedAddress): boolean {
  return clean === text || clean === normaliseText(raw)
}

async function near(
  db: Kysely<Database>,
  told: ToldPlate,
  first: number,
): Promise<readonly DoorPlateMatch[]> {
  return nearestNumbers(await findPlatesAround(db, told, first), told.number)
    .slice(0, first)
    .map((nearest) => ({ quality: 'NEAREST_NUMBER', ...nearest }))
}

/** The number on roads whose name is nearly the one told, or that lost a character at its source. */
async function onSimilarRoads(
  db: Kysely<Database>,
  parsed: ParsedAddress,
  told: ToldPlate,
  first: number,
): Promise<readonly DoorPlateMatch[]> {
  const name = parsed.road ?? parsed.area ?? parsed.lane
  if (name === null) return []
  const names = similarNames(name, await findRoadNames(db, told.townCode))
  if (names.length === 0) return []
  const part = parsed.road !== null ? 'road' : parsed.area !== null ? 'area' : 'lane'
  // a settlement may stand in the register as a road, and a road as a settlement: one text
  const streets = names
    .slice(0, MOST_SIMILAR_ROADS)
    .map((similar) => streetKey({ ...parsed, [part]: similar }))
  const meant = { ...told, streets, otherStreets: [] }
  const plates = await findPlatesOfNumber(db, meant, first)
  const suggested =
    plates.length > 0
      ? plates
      : nearestNumbers(await findPlatesAround(db, meant, first), told.number).map(
          ({ doorPlate }) => doorPlate,
        )
  return suggested.map((doorPlate) => ({ quality: 'SUGGESTION', distanceM: null, doorPlate }))
}

async function atCorner(
  db: Kysely<Database>,
  { roads: [roadA = '', roadB = ''], townCode }: ParsedAddress,
  first: number,
): Promise<readonly DoorPlateMatch[]> {
  const corners = await findIntersections(db, { roadA, roadB, townCode }, CORNER_PLATES)
  return corners
    .flatMap(({ nearest }) => nearest)
    .slice(0, first)
    .map((doorPlate) => ({ quality: 'SUGGESTION', distanceM: doorPlate.distanceM, doorPlate }))
}

const ORDER: readonly MatchQuality[] = [
  'EXACT',
  'CANONICAL',
  'AMBIGUOUS',
  'BUILDING',
  'NEAREST_NUMBER',
  'SUGGESTION',
]

function byQuality(one: DoorPlateMatch, other: DoorPlateMatch): number {
  return ORDER.indexOf(one.quality) - ORDER.indexOf(other.quality)
}

function withoutRepeats(matches: readonly DoorPlateMatch[]): readonly DoorPlateMatch[] {
  const seen = new Set<string>()
  return matches.filter(({ doorPlate: { id } }) => !seen.has(id) && seen.add(id))
}
