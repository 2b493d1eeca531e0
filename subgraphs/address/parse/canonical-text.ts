import type { AddressParts, NumberParts, StreetParts } from './address-parts.ts'
import { writeNumeral } from './numerals.ts'

/**
 * The one way the hub writes an address: half-width digits, sections as Chinese numerals,
 * `24之2號`, `5樓之3`: 高雄市甲仙區和安里4鄰中正路二段78巷7之1號.
 */
export function canonicalText(parts: AddressParts, county: string, town: string): string {
  const { village, neighborhood } = parts
  const near = neighborhood === null ? '' : `${neighborhood}鄰`
  return `${county}${town}${village}${near}${streetText(parts)}${numberText(parts)}`
}

/**
 * What tells one plate of a township from another: its canonical text without the neighbourhood,
 * which offices redraw without touching the plate.
 */
export function addressKey(parts: AddressParts): string {
  return `${parts.townCode}${parts.village}${streetText(parts)}${numberText(parts)}`
}

/** `中正路二段78巷3弄`, empty for a plate without a road. */
export function streetText({ road, section, area, lane, alley, subAlley }: StreetParts): string {
  const ordinal = section === null ? '' : `${writeNumeral(section)}段`
  return `${road ?? ''}${ordinal}${area ?? ''}${lane ?? ''}${alley ?? ''}${subAlley ?? ''}`
}

/** `24之2號5樓之3`, `臨130之4號`, `98附1號`. */
export function numberText(parts: NumberParts): string {
  const { number, numberSuffix, attached, prefix, floorText, room } = parts
  const sign = prefix === 'TEMP' ? '臨' : prefix === 'ATTACHED' && attached === null ? '附' : ''
  const suffix = numberSuffix === null ? '' : `之${numberSuffix}`
  const annex = attached === null ? '' : `附${attached}`
  return `${sign}${number}${suffix}${annex}號${floorText ?? ''}${roomText(room)}`
}

function roomText(room: string | null): string {
  if (room === null) return ''
  return room.startsWith('附') ? room : `之${room}`
}
