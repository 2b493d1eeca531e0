import type { NumberPrefix } from '../parse/address-parts.ts'
import { writeNumeral } from '../parse/numerals.ts'
import type { ParsedAddress } from '../parse/parse-address.ts'

/** One house number of an address as it is searched for. */
export interface ToldPlate {
  /** The street in every way a register may write it, as `door_plate.street` has it. */
  readonly streets: readonly string[]
  /** Streets that may be meant where a part was left out: sections of the road. */
  readonly otherStreets: readonly string[]
  readonly townCode: string | null
  readonly village: string | null
  readonly neighborhood: number | null
  readonly number: number
  readonly numberSuffix: string | null
  readonly attached: string | null
  readonly prefix: NumberPrefix | null
  readonly floor: number | null
  readonly floorText: string | null
  readonly room: string | null
}

const MOST_SECTIONS = 9
const MOST_NUMBERS = 4

/** The house numbers of an address, at most four of one line; none where it has no number. */
export function toldPlates(parsed: ParsedAddress): readonly ToldPlate[] {
  const { number, numberSuffix } = parsed
  if (number === null) return []
  const streets = streetsOf(parsed)
  const told = { ...parsed, streets, otherStreets: sectionsOf(parsed), number, numberSuffix }
  const others = parsed.otherNumbers.slice(0, MOST_NUMBERS - 1).map((text) => {
    const [house = '', ...suffix] = text.split('之')
    return { ...told, number: Number(house), numberSuffix: suffix.join('之') || null }
  })
  return [told, ...others]
}

type Street = Pick<ParsedAddress, 'road' | 'section' | 'area' | 'lane' | 'alley' | 'subAlley'>

/** A street as `door_plate.street` has it, the section in Arabic. */
export function streetKey({ road, section, area, lane, alley, subAlley }: Street): string {
  const ordinal = section === null ? '' : `${section}段`
  return `${road ?? ''}${ordinal}${area ?? ''}${lane ?? ''}${alley ?? ''}${subAlley ?? ''}`
}

/** The street with its lane and alley in Arabic, and in Chinese numerals as some registers have it. */
export function streetsOf(street: Street): readonly string[] {
  const lanes = bothWays(street.lane)
  const alleys = bothWays(street.alley)
  return lanes.flatMap((lane) => alleys.map((alley) => streetKey({ ...street, lane, alley })))
}

function bothWays(part: string | null): readonly (string | null)[] {
  const [, digits, kind] = /^(\d{1,2})([巷弄])$/.exec(part ?? '') ?? []
  if (digits === undefined) return [part]
  return [part, `${writeNumeral(Number(digits))}${kind}`]
}

function sectionsOf(street: Street): readonly string[] {
  if (street.road === null || street.section !== null) return []
  return Array.from({ length: MOST_SECTIONS }, (_, index) =>
    streetKey({ ...street, section: index + 1 }),
  )
}

/** A road with and without its sections, for where the whole road is meant. */
export function wholeRoad(road: string, section: number | null): readonly string[] {
  const street = { road, section, area: null, lane: null, alley: null, subAlley: null }
  return [streetKey(street), ...sectionsOf(street)]
}
