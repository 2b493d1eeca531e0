import { invariant } from '../../../schemas/invariant.ts'
import type { DraftHousehold, VillageDraft } from './draft.ts'
import type { Rng } from './rng.ts'
import { townOf } from './town-facts.ts'
import type { GeneratedPlate, PlateSource, SourcePlate } from './types.ts'

/** Households to a plate: our assumption; several households can share one door. */
const HOUSEHOLDS_PER_PLATE = 1.15
/** A village with fewer real plates than a third of its households gets generated ones as well. */
const FEWEST_REAL = 1 / 3
/** Households to a neighborhood 鄰: assumption. */
const HOUSEHOLDS_PER_NEIGHBORHOOD = 32

/** Settlements 聚落 of Jiaxian (domain.md §4.2), where they are known; others use the village's name. */
const SETTLEMENTS: Readonly<Record<string, readonly string[]>> = {
  '64000330001': ['甲仙埔', '十張犁'],
  '64000330002': ['甲仙埔', '姜埔'],
  '64000330003': ['四德', '甲仙埔'],
  '64000330004': ['大田', '大丘園'],
  '64000330005': ['寶隆', '芎蕉腳'],
  '64000330006': ['阿里關', '關山'],
  '64000330007': ['五里埔', '小林'],
}

type Plate = Pick<SourcePlate, 'id' | 'text'> & { readonly neighborhood: number }

/**
 * Puts every household at a door: on real plates where there are enough, otherwise on generated plates
 * without a road name, marked synthetic. Returns the generated ones. The people do not depend on it.
 */
export function placeHouseholds(village: VillageDraft, source?: PlateSource): GeneratedPlate[] {
  const rng = village.rng('plates')
  const { households, villageCode } = village.facts
  const real = (source?.platesOf(villageCode) ?? []).map((plate): Plate => ({
    id: plate.id,
    text: plate.text,
    neighborhood: plate.neighborhood ?? 0,
  }))
  const wanted = Math.ceil(households / HOUSEHOLDS_PER_PLATE)
  const lacking = real.length >= households * FEWEST_REAL ? 0 : Math.max(0, wanted - real.length)
  const generated = generatePlates(village, lacking, rng)
  const doors: Plate[] = [...rng.shuffle(real).slice(0, wanted), ...generated]
  invariant(doors.length > 0 || households === 0, 'a village with households has plates')
  let next = 0
  for (const household of village.households) {
    if (household.status === 'CLOSED') continue
    // Every door gets one household, the rest share.
    settle(household, next < doors.length ? doors[next]! : rng.pick(doors))
    next += 1
  }
  for (const household of village.households) {
    if (household.successor) follow(household, household.successor)
  }
  return generated
}

function settle(household: DraftHousehold, plate: Plate): void {
  household.plateId = plate.id
  household.addressText = plate.text
  household.neighborhood = plate.neighborhood
}

function follow(closed: DraftHousehold, successor: DraftHousehold): void {
  closed.plateId = successor.plateId
  closed.addressText = successor.addressText
  closed.neighborhood = successor.neighborhood
}

function generatePlates(village: VillageDraft, count: number, rng: Rng): GeneratedPlate[] {
  const { facts } = village
  const areas = SETTLEMENTS[facts.villageCode] ?? [facts.village.replace(/里$/, '')]
  const neighborhoods = Math.max(3, Math.round(facts.households / HOUSEHOLDS_PER_NEIGHBORHOOD))
  const middle = middleOf(village, rng)
  const plates: GeneratedPlate[] = []
  const last = new Map<string, Door>()
  for (let index = 0; index < count; index++) {
    const neighborhood = 1 + Math.floor((index * neighborhoods) / count)
    const area = areas[Math.floor(((neighborhood - 1) * areas.length) / neighborhoods)]!
    const door = doorAfter(last.get(area), rng)
    last.set(area, door)
    plates.push({
      id: village.identifiers.opaque('sp'),
      townCode: facts.townCode,
      villageCode: facts.villageCode,
      village: facts.village,
      neighborhood,
      area,
      ...door,
      text: `高雄市${facts.town}${facts.village}${neighborhood}鄰${area}${textOf(door)}`,
      ...pointOf(middle, neighborhood, neighborhoods, rng),
      isSynthetic: true,
    })
  }
  return plates
}

type Door = Pick<GeneratedPlate, 'number' | 'numberSuffix'>

/** The next number; one door in eight is a 之 of the number before. */
function doorAfter(before: Door | undefined, rng: Rng): Door {
  if (!before || rng.below(8) > 0) return { number: (before?.number ?? 0) + 1, numberSuffix: null }
  return { number: before.number, numberSuffix: (before.numberSuffix ?? 0) + 1 }
}

function textOf({ number, numberSuffix }: Door): string {
  return numberSuffix === null ? `${number}號` : `${number}之${numberSuffix}號`
}

/** The village's own middle, at most 1.2 km from the middle of its district each way. */
function middleOf(village: VillageDraft, rng: Rng): { easting: number; northing: number } {
  const town = townOf(village.facts.townCode)!
  return {
    easting: town.easting + rng.between(-1200, 1200),
    northing: town.northing + rng.between(-1200, 1200),
  }
}

/** Neighborhoods stand on a 250 m grid around the middle; doors within 100 m of their own. */
function pointOf(
  middle: { easting: number; northing: number },
  neighborhood: number,
  neighborhoods: number,
  rng: Rng,
): { easting: number; northing: number } {
  const side = Math.ceil(Math.sqrt(neighborhoods))
  const column = ((neighborhood - 1) % side) - side / 2
  const row = Math.floor((neighborhood - 1) / side) - side / 2
  return {
    easting: middle.easting + Math.round(column * 250) + rng.between(-1000, 1000) / 10,
    northing: middle.northing + Math.round(row * 250) + rng.between(-1000, 1000) / 10,
  }
}
