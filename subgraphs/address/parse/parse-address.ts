import type { AddressParts, StreetParts } from './address-parts.ts'
import { numberText, streetText } from './canonical-text.ts'
import { cleanText } from './clean-text.ts'
import { readOtherPlace, type OtherPlace } from './other-places.ts'
import { readArea, type AreaParts } from './read-area.ts'
import { readNumber, type NumberText } from './read-number.ts'
import { readStreet, type StreetText } from './read-street.ts'

/** What a text turned out to be. */
export type AddressKind =
  'PLATE' | 'STREET' | 'AREA' | 'CROSSROADS' | 'KILOMETRE_POST' | 'LAMP_POST' | 'NOTHING'

type Told<Parts> = { readonly [Part in keyof Parts]: Parts[Part] | null }

/** An address as told: every part may be missing. */
export interface ParsedAddress extends Told<AddressParts> {
  readonly kind: AddressKind
  /** The text in canonical form, as far as it was understood. */ readonly text: string
  /** The whole text, cleaned of width, spaces and spelling alone. */ readonly clean: string
  readonly zip: string | null
  readonly county: string | null
  readonly town: string | null
  /** Whether the address lies in a county whose plates the hub does not have. */
  readonly isElsewhere: boolean
  readonly note: string | null
  /** Further house numbers of the same line. */ readonly otherNumbers: readonly string[]
  /** Roads that cross; empty unless kind is CROSSROADS or a highway was named. */
  readonly roads: readonly string[]
  /** Words of a kilometre or lamp post. */ readonly marker: string | null
  /** Words that belong to no part. */ readonly unplaced: readonly string[]
}

const NO_NUMBER = {
  number: null,
  numberSuffix: null,
  attached: null,
  prefix: null,
  floor: null,
  floorText: null,
  room: null,
}
const NO_STREET = { road: null, section: null, area: null, lane: null, alley: null, subAlley: null }

/**
 * Reads an address the way people say or write it: any width, Chinese or Arabic numerals, old names
 * (高雄縣甲仙鄉和安村), missing parts, 之 before or behind 號, zip, storeys, notes; and tells crossroads,
 * kilometre and lamp posts from plates. Never throws; linear in the length of the text, of which it
 * reads the first 200 characters. Source of the grammar: 門牌 as published, domain: address grammar.
 */
export function parseAddress(text: string): ParsedAddress {
  const { clean, cut } = cleanText(text)
  const { words, note, village } = takeNote(clean)
  const { rest, ...area } = readArea(words)
  const told = { ...area, village: area.village ?? village, clean, note }
  const other = readOtherPlace(rest)
  const left = cut === '' ? [] : [cut]
  return other ? placeParts(told, other, left) : plateParts(told, rest, left)
}

type ToldArea = Omit<AreaParts, 'rest'> & { readonly clean: string; readonly note: string | null }

function plateParts(area: ToldArea, rest: string, left: readonly string[]): ParsedAddress {
  const { rest: tail, ...street } = readStreet(rest)
  const read = readNumber(tail)
  const { unplaced, settlement } = placeTail(area, street, tail, read)
  const parts = { ...joinStreet(street, read.number?.before ?? settlement) }
  const {
    before: _before,
    note,
    ...number
  } = read.number ?? { before: null, ...NO_NUMBER, note: null }
  const told = { ...area, ...parts, ...number, note: area.note ?? note }
  return {
    ...told,
    kind: kindOf(told),
    text: printTold(told),
    otherNumbers: read.otherNumbers,
    roads: [],
    marker: null,
    unplaced: [...unplaced, ...left],
  }
}

/** A settlement before the number, or a sub-alley, belongs to the street. */
function joinStreet(street: StreetParts, before: string | null): StreetParts {
  if (before === null) return street
  if (before.endsWith('衖')) return { ...street, subAlley: before }
  // a name whose last character was lost may be a road as well; registers keep it there
  if (before.endsWith('?') && street.road === null) return { ...street, road: before }
  return { ...street, area: before }
}

/** Words without a number are a settlement where nothing else of the street is told. */
function placeTail(
  area: ToldArea,
  street: StreetParts,
  tail: string,
  { number, unplaced }: NumberText,
): { readonly unplaced: readonly string[]; readonly settlement: string | null } {
  const isSettlement =
    number === null &&
    area.village !== null &&
    streetText(street) === '' &&
    /^[\p{Script=Han}]{2,6}$/u.test(tail)
  return isSettlement ? { unplaced: [], settlement: tail } : { unplaced, settlement: null }
}

function placeParts(area: ToldArea, other: OtherPlace, left: readonly string[]): ParsedAddress {
  const { rest, ...street } = other.street ?? ({ ...NO_STREET, rest: '' } satisfies StreetText)
  const told = { ...area, ...street, ...NO_NUMBER }
  return {
    ...told,
    kind: other.kind,
    text: `${printTold(told)}${other.roads.join('與')}${other.marker ?? ''}`,
    otherNumbers: [],
    roads: other.roads,
    marker: other.marker,
    unplaced: [...(rest === '' ? [] : [rest]), ...left],
  }
}

function kindOf(told: ToldArea & Told<AddressParts>): AddressKind {
  if (told.number !== null) return 'PLATE'
  if (streetText(told) !== '') return 'STREET'
  return told.county !== null || told.village !== null ? 'AREA' : 'NOTHING'
}

function printTold(told: ToldArea & Told<AddressParts>): string {
  const { county, town, village, neighborhood, number } = told
  const near = neighborhood === null ? '' : `${neighborhood}鄰`
  const house = number === null ? '' : numberText({ ...told, number })
  return `${county ?? ''}${town ?? ''}${village ?? ''}${near}${streetText(told)}${house}`
}

/** A remark in brackets; a village in brackets behind the town is none. */
function takeNote(clean: string): {
  readonly words: string
  readonly note: string | null
  readonly village: string | null
} {
  const start = clean.indexOf('(')
  if (start === -1) return { words: clean, note: null, village: null }
  const end = clean.lastIndexOf(')')
  const inner = clean.slice(start + 1, end > start ? end : undefined)
  const behind = end > start ? clean.slice(end + 1) : ''
  const before = clean.slice(0, start)
  // (847)高雄市…, 5樓之(3)
  if (start === 0 || /^\d{1,4}$/.test(inner))
    return { words: `${before}${inner}${behind}`, note: null, village: null }
  if (/^[^\d()]{1,5}[里村]$/.test(inner))
    return { words: `${before}${behind}`, note: null, village: inner }
  return { words: `${before}${behind}`, note: inner.replace(/\)+$/, '') || null, village: null }
}
