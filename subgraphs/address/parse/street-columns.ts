import type { StreetParts } from './address-parts.ts'
import { CHINESE_NUMERALS, readNumeral, writeNumeral } from './numerals.ts'

/** The columns of a register that stand before the house number, each in normal form or empty. */
export interface StreetColumns {
  readonly road: string
  readonly section: string
  readonly area: string
  readonly lane: string
  readonly alley: string
  readonly subAlley: string
}

const SECTION = new RegExp(`^(.*?)([${CHINESE_NUMERALS}]+|\\d+)段(.*)$`)
const STREET_ENDS = /(?:大道|路|街|道)$/
const FIRST_STREET = /^(.+?(?:大道|路|街))(.{2,})$/
// a name that lost its last character may be a road
const SETTLEMENT = /^(?!巷|道|.+(?:大道|路|街|巷|道)).*[^?]$/
// 南段, 崙頂 in the column of lanes
const LANE_SETTLEMENT = new RegExp(`^(?!.*[巷弄衖?])[^\\d${CHINESE_NUMERALS}]+$`)
const NUMBERED = new RegExp(`^[${CHINESE_NUMERALS}]+[巷弄]$`)
const LANE_STOREY = new RegExp(`^(.+巷)[${CHINESE_NUMERALS}\\d]+樓.*$`)

/** The street parts of a register's columns, whichever way its office filled them. */
export function readStreetColumns(columns: StreetColumns): StreetParts {
  const { road, section, area } = splitRoad(columns.road)
  const isLane = road !== null && road.endsWith('巷') && columns.lane === ''
  // 中路巷 cut in two: road 中路, lane 巷
  const isCut = road !== null && columns.lane === '巷'
  const told = columns.area || area
  const isSettlement = told === null && LANE_SETTLEMENT.test(columns.lane)
  const lane = isLane ? road : isCut ? `${road}巷` : isSettlement ? null : readLane(columns.lane)
  const street = isLane || isCut ? null : road
  return {
    road: street,
    section: readSection(columns.section) ?? section,
    area: isSettlement ? columns.lane : told,
    // a lane off a road is a number, whatever it is written in; one by itself is a name, 四巷
    lane: street === null ? lane : arabic(lane),
    alley: arabic(columns.alley || null),
    subAlley: columns.subAlley || null,
  }
}

/** 三十二巷 as 32巷; a name, 光明九巷, stays. */
function arabic(part: string | null): string | null {
  if (part === null || !NUMBERED.test(part)) return part
  return `${readNumeral(part.slice(0, -1))}${part.slice(-1)}`
}

/** The road without its section, and a settlement that was written behind it. */
function splitRoad(text: string): Pick<StreetParts, 'road' | 'section' | 'area'> {
  if (text === '') return { road: null, section: null, area: null }
  const [, name, numeral, rest] =
    text.endsWith('段') || text.includes('段') ? splitSection(text) : []
  const section = numeral === undefined ? null : readNumeral(numeral)
  if (name && section !== null) return { road: name, section, area: rest || null }
  const [, street, behind] = STREET_ENDS.test(text) ? [] : (FIRST_STREET.exec(text) ?? [])
  // 林森路東 and 文安路東段 are roads; 武營路台碱新村 is a settlement on one, and 路頂 is one alone
  if (behind !== undefined && !/^[東西南北]段?$/.test(behind)) {
    return { road: street ?? text, section: null, area: behind }
  }
  return SETTLEMENT.test(text)
    ? { road: null, section: null, area: text }
    : { road: text, section: null, area: null }
}

function splitSection(text: string): readonly (string | undefined)[] {
  return SECTION.exec(text) ?? []
}

function readSection(text: string): number | null {
  return text.endsWith('段') ? readNumeral(text.slice(0, -1)) : readNumeral(text)
}

function readLane(text: string): string | null {
  if (text === '') return null
  // 城隍巷二樓 with the storey again in the number column
  const [, name] = LANE_STOREY.exec(text) ?? []
  const lane = name ?? text
  // a lane with a name keeps its numeral in Chinese: 光明9巷 is 光明九巷
  return lane.replace(
    /^(\D*[^\d之])(\d{1,2})巷$/,
    (_, before: string, digits: string) => `${before}${writeNumeral(Number(digits))}巷`,
  )
}
