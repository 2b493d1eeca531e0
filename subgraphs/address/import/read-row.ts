import { hash } from 'node:crypto'
import { findTown, townCodeOf, villageCodeOf, type Town } from '../area/area-codes.ts'
import { readCoordinates, type CoordinateFault } from '../location/read-coordinates.ts'
import type { Twd97Point } from '../location/twd97.ts'
import type { AddressParts } from '../parse/address-parts.ts'
import { addressKey, canonicalText } from '../parse/canonical-text.ts'
import { LOST_CHARACTER } from '../parse/normal-form.ts'
import { readNumberColumn } from '../parse/number-column.ts'
import { readStreetColumns } from '../parse/street-columns.ts'
import type { ColumnLayout, ColumnRole } from './columns.ts'

/** A row that is a door plate, ready for the register. */
export interface PlateRow extends AddressParts {
  readonly id: string
  readonly addressKey: string
  /** Canonical text. */ readonly text: string
  /** Null where the file does not tell it and the area table may. */
  readonly villageCode: string | null
  /** Whether the road, area or lane names the plate without its neighbourhood. */
  readonly hasStreet: boolean
  readonly note: string | null
  /** The row's own words. */ readonly raw: string
  readonly hasLostCharacter: boolean
  readonly location: Twd97Point
}

/** Why a row is not taken into the register. */
export type RowFault =
  | CoordinateFault
  | 'FIELD_COUNT_WRONG'
  | 'TEXT_DAMAGED'
  | 'TOWN_UNKNOWN'
  | 'VILLAGE_MISSING'
  | 'NEIGHBORHOOD_UNREADABLE'
  | 'NUMBER_UNREADABLE'

const LONGEST_FIELD = 120
const CONTROL = /\p{Cc}/u

type FieldOf = (role: ColumnRole) => string

/** The door plate of one record, its fields in normal form, or why it is none. */
export function readRow(fields: readonly string[], layout: ColumnLayout): PlateRow | RowFault {
  if (fields.length !== layout.width) return 'FIELD_COUNT_WRONG'
  const fieldOf: FieldOf = (role) => {
    const position = layout.positions.get(role)
    return position === undefined ? '' : (fields[position] ?? '')
  }
  if (
    fields.some(
      (field) => field.length > LONGEST_FIELD || CONTROL.test(field) || !field.isWellFormed(),
    )
  ) {
    return 'TEXT_DAMAGED'
  }
  const town = findTown(townCodeOf(fieldOf('town')) ?? '')
  if (!town) return 'TOWN_UNKNOWN'
  const parts = readParts(fieldOf, town)
  if (typeof parts === 'string') return parts
  const location = readCoordinates(...coordinatesOf(fieldOf, layout), town.box)
  if (typeof location === 'string') return location
  return toPlate(parts, town, location)
}

interface RowParts extends AddressParts {
  readonly villageCode: string | null
  readonly note: string | null
  readonly raw: string
}

function readParts(fieldOf: FieldOf, town: Town): RowParts | RowFault {
  const columns = {
    road: fieldOf('road'),
    section: fieldOf('section'),
    area: fieldOf('area'),
    lane: fieldOf('lane'),
    alley: fieldOf('alley'),
    subAlley: fieldOf('subAlley'),
  }
  const neighborhoodText = fieldOf('neighborhood')
  const neighborhood = readNeighborhood(neighborhoodText)
  if (neighborhood === undefined) return 'NEIGHBORHOOD_UNREADABLE'
  const { road, section, area, lane, alley, subAlley } = columns
  const tail = `${neighborhoodText}${road}${section}${area}${lane}${alley}${subAlley}${fieldOf('number')}`
  const village = readVillage(fieldOf, town, tail)
  if (village === null) return 'VILLAGE_MISSING'
  const number = readNumberColumn(fieldOf('number'))
  if (!number) return 'NUMBER_UNREADABLE'
  const { before, ...numberParts } = number
  const street = readStreetColumns(columns)
  const isSubAlley = before?.endsWith('衖') ?? false
  return {
    ...street,
    ...numberParts,
    area: isSubAlley ? street.area : (before ?? street.area),
    subAlley: isSubAlley ? before : street.subAlley,
    townCode: town.code,
    village,
    villageCode: villageCodeOf(fieldOf('village')),
    neighborhood,
    raw: fieldOf('fullAddress') || tail,
  }
}

/** `3鄰`, `003`; null where the row has none; undefined where it is no number. */
function readNeighborhood(text: string): number | null | undefined {
  if (text === '' || text === '鄰') return null
  const [, digits] = /^(\d{1,3})鄰?$/.exec(text) ?? []
  return digits === undefined ? undefined : Number(digits) || null
}

/** The village's name: its own column, or what stands in the full address before the other columns. */
function readVillage(fieldOf: FieldOf, town: Town, tail: string): string | null {
  const column = fieldOf('village')
  if (/[村里]$/.test(column)) return column
  const full = fieldOf('fullAddress')
  if (!full.endsWith(tail)) return null
  const head = full.slice(0, full.length - tail.length)
  const at = head.indexOf(town.plainName)
  const name = head.slice(at + town.plainName.length)
  return at !== -1 && /[村里]$/.test(name) ? name : null
}

function coordinatesOf(fieldOf: FieldOf, layout: ColumnLayout): readonly [string, string] {
  return layout.positions.has('x')
    ? [fieldOf('x'), fieldOf('y')]
    : [fieldOf('longitude'), fieldOf('latitude')]
}

function toPlate(parts: RowParts, town: Town, location: Twd97Point): PlateRow {
  const key = addressKey(parts)
  const text = canonicalText(parts, town.county.name, town.plainName)
  return {
    ...parts,
    id: plateId(key, parts.neighborhood),
    addressKey: key,
    text,
    hasStreet: parts.road !== null || parts.area !== null || /^\D/.test(parts.lane ?? '0'),
    hasLostCharacter: text.includes(LOST_CHARACTER),
    location,
  }
}

/** The stable id a plate is given when it is first seen; it stays when the neighbourhood changes. */
function plateId(key: string, neighborhood: number | null): string {
  return `dp-${hash('sha256', `${key}|${neighborhood ?? ''}`).slice(0, 20)}`
}
