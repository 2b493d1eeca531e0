import type { StreetParts } from '../parse/address-parts.ts'
import { streetKey } from '../search/told-plate.ts'
import { fits, precision, type PostalPlace, type PostalRule } from './postal-rule.ts'

/** One line of the post's list. */
export interface PostalRange {
  /** Six digits. */ readonly zip: string
  readonly townCode: string
  /** As `door_plate.street` has it, without lanes and alleys that are numbers. */
  readonly street: string
  readonly rule: PostalRule
}

/** What of a plate tells its postal code. */
export interface PostalAddress extends StreetParts {
  readonly townCode: string
  readonly number: number
  readonly numberSuffix: string | null
  readonly floor: number | null
}

/** The street that the post's list has for a plate: its name, without lanes that are numbers. */
export function postalStreet(parts: StreetParts): string {
  const isNumbered = numberOf(parts.lane) !== null
  const lane = isNumbered ? null : parts.lane
  return streetKey({ ...parts, lane, alley: null, subAlley: null })
}

/** The six digits of a plate among the ranges of its street; null where they do not tell one alone. */
export function postalCodeOf(
  address: PostalAddress,
  ranges: readonly PostalRange[],
): string | null {
  const place: PostalPlace = {
    lane: numberOf(address.lane),
    alley: numberOf(address.alley),
    number: address.number,
    suffix: Number.parseInt(address.numberSuffix ?? '0', 10) || 0,
    floor: address.floor,
  }
  const fitting = ranges.filter(({ rule }) => fits(rule, place))
  const most = Math.max(...fitting.map(({ rule }) => precision(rule)))
  const zips = new Set(fitting.filter(({ rule }) => precision(rule) === most).map(({ zip }) => zip))
  const [zip = null] = zips
  return zips.size === 1 ? zip : null
}

function numberOf(part: string | null): number | null {
  const [, digits] = /^(\d{1,4})[巷弄]$/.exec(part ?? '') ?? []
  return digits === undefined ? null : Number(digits)
}
