import type { StreetParts } from './address-parts.ts'
import { CHINESE_NUMERALS, readNumeral, writeNumeral } from './numerals.ts'
import { readStreetColumns } from './street-columns.ts'

/** A street as it stands in an address, and the words behind it. */
export interface StreetText extends StreetParts {
  readonly rest: string
}

const NUMERAL = `[${CHINESE_NUMERALS}]`
const ARABIC_ROAD = /^(\D{1,8}?)(\d{1,2})(?=路|街|大道)/
const ROAD = /^[^\d()、,/~]{1,14}?(?:大道|路|街)/
// 中路街, 公園路二街, 南溝路中街; not 清水路路西巷, 中正路街口
const DOUBLE = new RegExp(
  `^(?:街|(?:[東西南北中前後]${NUMERAL}{0,3}|${NUMERAL}{1,3})(?:路|街))(?![口頭尾邊旁])`,
)
// 新街路
const TRAILING_ROAD = /^路(?![口頭尾邊旁])/
const SIDE = new RegExp(`^[東西南北](?:段|(?=\\d|${NUMERAL}+[號段]|$))`)
const SECTION = new RegExp(`^(\\d{1,2}|${NUMERAL}{1,3})段`)
const LANE = /^([^巷弄號()、,/~樓]{0,14}巷)/
const CROSS_LANE = new RegExp(`^${NUMERAL}+橫`)
const SETTLEMENT_LANE = /^(\D{1,10}[村莊庄營寮區埔厝場])(\d{1,4}(?:之\d+)?巷)$/
// 金福二巷十樓之1 31號 十樓之1: the storey stands before the number as well
const LANE_STOREY = new RegExp(`^[${CHINESE_NUMERALS}\\d]+樓(?:之\\d+)?(?=\\d)`)
const SAME_STOREY = new RegExp(`^(${NUMERAL}{1,4}樓(?:之\\d{1,2})?)(?=\\d+(?:之\\d+)*號?\\1$)`)
// 136-4巷
const DASHED_LANE = /(?<=\d)-(?=\d{1,3}[巷弄])/
const ALLEY = /^((?:\d{1,4}(?:之\d+)?|[^\d巷弄號衖()、,/~樓]{1,6})弄)/
const SUB_ALLEY = /^((?:\d{1,4}(?:之\d+)?|[^\d巷弄號衖()、,/~樓]{1,6})衖)/

/** Reads road, section, settlement, lane, alley and sub-alley, each of which may be missing. */
export function readStreet(text: string): StreetText {
  const { road, section, rest: afterRoad } = takeRoad(text.replace(DASHED_LANE, '之'))
  const { lane, area, rest: afterLane } = takeLane(afterRoad, road !== null)
  // 中路巷: what looked like a road was the name of the lane
  const isCut = lane === '巷' && road !== null && section === null
  const { part: alley, rest: afterAlley } = take(afterLane, ALLEY)
  const { part: subAlley, rest } = take(afterAlley, SUB_ALLEY)
  const columns = {
    road: isCut ? '' : (road ?? ''),
    section: '',
    area: area ?? '',
    lane: isCut ? `${road}巷` : (lane ?? ''),
    alley: alley ?? '',
    subAlley: subAlley ?? '',
  }
  return { ...readStreetColumns(columns), section, rest }
}

/** The road the text starts with, with its section, as crossroads name it. */
export function takeRoad(text: string): {
  readonly road: string | null
  readonly section: number | null
  readonly rest: string
} {
  const words = text.replace(
    ARABIC_ROAD,
    (_, name: string, digits: string) => `${name}${writeNumeral(Number(digits))}`,
  )
  const [start] = ROAD.exec(words) ?? []
  if (start === undefined) return { road: null, section: null, rest: text }
  const behind = words.slice(start.length)
  const [more = ''] = (start.endsWith('街') ? TRAILING_ROAD.exec(behind) : null) ??
    DOUBLE.exec(behind) ??
    SIDE.exec(behind) ?? ['']
  const road = `${start}${more}`
  const afterRoad = words.slice(road.length)
  const [whole = '', ordinal = ''] = SECTION.exec(afterRoad) ?? []
  return { road, section: readNumeral(ordinal), rest: afterRoad.slice(whole.length) }
}

function takeLane(
  text: string,
  hasRoad: boolean,
): { readonly lane: string | null; readonly area: string | null; readonly rest: string } {
  const [found] = LANE.exec(text) ?? []
  if (found === undefined) return { lane: null, area: null, rest: text }
  const [cross = ''] = CROSS_LANE.exec(text.slice(found.length)) ?? []
  const behind = text.slice(found.length + cross.length)
  const [storey = ''] = SAME_STOREY.exec(behind) ?? LANE_STOREY.exec(behind) ?? []
  const rest = behind.slice(storey.length)
  const [, area, settled] = SETTLEMENT_LANE.exec(found) ?? []
  const name = hasRoad ? arabic(settled ?? found) : (settled ?? found)
  return { lane: `${name}${cross}`, area: area ?? null, rest }
}

function take(text: string, pattern: RegExp): { part: string | null; rest: string } {
  const [, part] = pattern.exec(text) ?? []
  if (part === undefined) return { part: null, rest: text }
  return { part: arabic(part), rest: text.slice(part.length) }
}

/** 三十二巷 as 32巷; a name, 光明九巷, stays. */
function arabic(part: string): string {
  const value = readNumeral(part.slice(0, -1))
  return value === null ? part : `${value}${part.slice(-1)}`
}
