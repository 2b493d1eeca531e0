import { COUNTY_FACTS, RURAL_BOX, type Box, type CountyFact } from './county-facts.ts'
import { normaliseText } from '../parse/normal-form.ts'
import { TOWN_FACTS, type TownFact } from './town-facts.ts'

/** A township with its county and where its plates can lie. */
export interface Town extends TownFact {
  readonly county: CountyFact
  readonly box: Box
  /** The name as canonical text has it, 台 for 臺. */ readonly plainName: string
}

const TOWNS: ReadonlyMap<string, Town> = new Map(
  TOWN_FACTS.flatMap((town) => {
    const county = COUNTY_FACTS.find(({ code }) => town.code.startsWith(code))
    if (!county) return []
    const box = /^640003[0-8]0$/.test(town.code) ? RURAL_BOX : county.box
    return [[town.code, { ...town, county, box, plainName: normaliseText(town.name) }] as const]
  }),
)

const TOWNS_OF_POSTAL_CODES: ReadonlyMap<string, Town> = new Map(
  [...Map.groupBy(TOWNS.values(), ({ zip }) => zip)].flatMap(([zip, [town, ...others]]) =>
    town && others.length === 0 ? [[zip, town] as const] : [],
  ),
)

/** The township of an 8-digit code; undefined where the hub has no such township. */
export function findTown(code: string): Town | undefined {
  return TOWNS.get(code)
}

/** The township of the first three digits of a postal code; undefined where it is none or of several. */
export function townOfPostalCode(digits: string): Town | undefined {
  return TOWNS_OF_POSTAL_CODES.get(digits)
}

/**
 * The 8-digit township code in any of its written forms: `64000330`, `6403300` (open data), `1001301`.
 * Null where it is none of them.
 */
export function townCodeOf(text: string): string | null {
  if (/^\d{8}$/.test(text)) return text
  if (!/^\d{7}$/.test(text)) return null
  // A special municipality has a county code of two digits padded with noughts: 64 + 000 + 330.
  return /^6[3-8]/.test(text) ? `${text.slice(0, 2)}000${text.slice(3, 6)}` : `${text}0`
}

/**
 * The 11-digit village code in any of its written forms: `64000300001`, `64000300-001`,
 * `6403000-001`. Null where it is none, or where its number is 000: no village was told.
 */
export function villageCodeOf(text: string): string | null {
  const [, town, village] = /^(\d{7,8})-?(\d{3})$/.exec(text) ?? []
  const townCode = town === undefined ? null : townCodeOf(town)
  return townCode === null || village === '000' ? null : `${townCode}${village}`
}
