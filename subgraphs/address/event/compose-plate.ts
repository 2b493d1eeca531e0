import { findTown, type Town } from '../area/area-codes.ts'
import { readCoordinates } from '../location/read-coordinates.ts'
import type { Twd97Point } from '../location/twd97.ts'
import type { AddressParts, NumberParts, StreetParts } from '../parse/address-parts.ts'
import { addressKey, canonicalText } from '../parse/canonical-text.ts'
import { normaliseText } from '../parse/normal-form.ts'
import { readNumberColumn } from '../parse/number-column.ts'
import { readStreetColumns } from '../parse/street-columns.ts'
import { demand, PlateRejection } from './rejection.ts'

/** A plate that an event starts from. */
export interface BasePlate extends AddressParts {
  readonly id: string
  readonly text: string
  readonly villageCode: string | null
  readonly isSynthetic: boolean
  readonly location: Twd97Point
}

/** Parts an officer states: one that is left out stays, null takes it away. */
export interface AddressChange {
  readonly village?: string | null
  readonly neighborhood?: number | null
  readonly road?: string | null
  readonly section?: number | null
  readonly area?: string | null
  readonly lane?: string | null
  readonly alley?: string | null
  readonly subAlley?: string | null
  readonly number?: string | null
  readonly location?: { readonly longitude: number; readonly latitude: number } | null
}

/** A plate about to enter the register. */
export interface ComposedPlate extends AddressParts {
  readonly addressKey: string
  readonly text: string
  readonly villageCode: string | null
  readonly isSynthetic: boolean
  readonly location: Twd97Point
}

/** The villages of a township by name, with their codes. */
export type VillageCodes = ReadonlyMap<string, string>

const PART = /^[\p{Script=Han}a-zA-Z\d]{1,30}$/u
const STOREY = /^(?:\d{1,3}樓|地下(?:\d{1,2})?[層樓室]|頂樓|底層|夾層|屋頂突出物)$/
const ENDS = { lane: '巷', alley: '弄', subAlley: '衖' } as const
const STREET = ['road', 'section', 'area', 'lane', 'alley', 'subAlley'] as const

/**
 * The plate that a change makes of another, its parts in the register's form.
 *
 * @throws PlateRejection TOWN_UNKNOWN, VILLAGE_UNKNOWN, ADDRESS_INVALID, LOCATION_INVALID
 */
export function composePlate(
  base: BasePlate,
  change: AddressChange,
  villages: VillageCodes,
): ComposedPlate {
  const town = findTown(base.townCode)
  if (!town) throw new PlateRejection('TOWN_UNKNOWN')
  const parts: AddressParts = {
    townCode: base.townCode,
    village: base.village,
    neighborhood: readNeighborhood(base, change),
    ...readStreet(base, change),
    ...readNumber(base, change),
  }
  const { village, villageCode } = readVillage(base, change, villages)
  const whole = { ...parts, village }
  return {
    ...whole,
    villageCode,
    addressKey: addressKey(whole),
    text: canonicalText(whole, town.county.name, town.plainName),
    isSynthetic: base.isSynthetic,
    location: readPlace(base, change, town),
  }
}

function readVillage(
  { village, villageCode }: BasePlate,
  change: AddressChange,
  villages: VillageCodes,
): { readonly village: string; readonly villageCode: string | null } {
  if (change.village === undefined) return { village, villageCode }
  const name = normaliseText(change.village ?? '')
  const code = villages.get(name)
  if (code === undefined) throw new PlateRejection('VILLAGE_UNKNOWN')
  return { village: name, villageCode: code }
}

function readNeighborhood(base: BasePlate, { neighborhood }: AddressChange): number | null {
  if (neighborhood === undefined) return base.neighborhood
  demand(neighborhood === null || isWithin(neighborhood, 999), 'ADDRESS_INVALID', 'neighborhood')
  return neighborhood
}

function readStreet(base: BasePlate, change: AddressChange): StreetParts {
  const { road, section, area, lane, alley, subAlley } = base
  if (STREET.every((part) => change[part] === undefined)) {
    return { road, section, area, lane, alley, subAlley }
  }
  const textOf = (part: Exclude<(typeof STREET)[number], 'section'>): string =>
    change[part] === undefined ? (base[part] ?? '') : readPart(part, change[part])
  const ordinal = change.section === undefined ? section : change.section
  demand(ordinal === null || isWithin(ordinal, 99), 'ADDRESS_INVALID', 'section')
  const street = readStreetColumns({
    road: textOf('road'),
    section: ordinal === null ? '' : String(ordinal),
    area: textOf('area'),
    lane: textOf('lane'),
    alley: textOf('alley'),
    subAlley: textOf('subAlley'),
  })
  for (const [part, end] of Object.entries(ENDS)) {
    const value = street[part as keyof typeof ENDS]
    demand(value === null || value.endsWith(end), 'ADDRESS_INVALID', part)
  }
  demand(street.section === null || street.road !== null, 'ADDRESS_INVALID', 'section')
  return street
}

function readPart(part: string, text: string | null): string {
  if (text === null) return ''
  const written = normaliseText(text)
  demand(PART.test(written), 'ADDRESS_INVALID', part)
  return written
}

function readNumber(base: BasePlate, change: AddressChange): NumberParts {
  if (change.number === undefined) {
    const { number, numberSuffix, attached, prefix, floor, floorText, room } = base
    return { number, numberSuffix, attached, prefix, floor, floorText, room }
  }
  const text = normaliseText(change.number ?? '')
  const read = text.length <= 40 ? readNumberColumn(text) : null
  if (!read) throw new PlateRejection('ADDRESS_INVALID', 'number')
  const { before, note, ...parts } = read
  const isClean =
    before === null &&
    note === null &&
    parts.number > 0 &&
    (parts.floorText === null || STOREY.test(parts.floorText))
  demand(isClean, 'ADDRESS_INVALID', 'number')
  return parts
}

function readPlace(base: BasePlate, { location }: AddressChange, { box }: Town): Twd97Point {
  if (location === undefined || location === null) return base.location
  const { longitude, latitude } = location
  const place = readCoordinates(longitude.toFixed(9), latitude.toFixed(9), box)
  if (typeof place === 'string') throw new PlateRejection('LOCATION_INVALID')
  return place
}

function isWithin(value: number, most: number): boolean {
  return Number.isInteger(value) && value > 0 && value <= most
}
