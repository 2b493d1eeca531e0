import { readStreet, takeRoad } from './read-street.ts'
import { streetText } from './canonical-text.ts'
import type { StreetText } from './read-street.ts'

/** A place people tell that is no door plate, with what was understood. */
export interface OtherPlace {
  readonly kind: 'CROSSROADS' | 'KILOMETRE_POST' | 'LAMP_POST'
  readonly street: StreetText | null
  /** Roads that cross: 中正路, 永福街. */ readonly roads: readonly string[]
  /** 25K+300, 路燈12345. */ readonly marker: string | null
}

const KILOMETRES =
  /\d{1,4}(?:\.\d{1,3})?(?:[Kk](?:[Mm])?(?:\+\d{1,4})?|公里)(?:\d{1,3}公尺)?(?![A-Za-z])/
const HIGHWAY =
  /^(?:(?:省道)?台\d{1,3}[甲乙丙丁戊己]?線?|國道\d{1,2}號?|[市縣鄉]道?\d{1,3}[甲乙]?[線號]?)/
const LAMP =
  /(?:路燈|燈桿|燈杆|電桿|電杆|電線桿|電線杆|電力桿)(?:編號|號碼|第)?[:.]?[A-Za-z\d-]{0,20}號?/
const JOINT = /^(?:靠近|接近|交叉|近|與|及|跟|、|,|\/|&|\+|~|-|和(?!平)|交)/
const CORNER = /^(?:交叉|交會|交匯)?(?:路|街)?(?:口|處|角)?(?:附近|旁|邊)?$/
const CROSSING_SIGN = /[口近與及跟和交、,/&+~-]|(?:路|街|道).*(?:路|街|道)/
const MOST_ROADS = 4

/** Recognises crossroads, kilometre posts and lamp posts; null for anything else. */
export function readOtherPlace(text: string): OtherPlace | null {
  return (/[燈桿杆Kk公]/.test(text) ? readPost(text) : null) ?? readCrossroads(text)
}

function readPost(text: string): OtherPlace | null {
  const lamp = LAMP.exec(text)
  const found = lamp ?? KILOMETRES.exec(text)
  if (!found) return null
  const before = text.slice(0, found.index)
  const [highway] = HIGHWAY.exec(before) ?? []
  const street = highway === undefined ? readStreet(before) : null
  return {
    kind: lamp ? 'LAMP_POST' : 'KILOMETRE_POST',
    street,
    roads: highway === undefined ? [] : [highway],
    marker: found[0],
  }
}

function readCrossroads(text: string): OtherPlace | null {
  if (text.includes('號') || !CROSSING_SIGN.test(text)) return null
  const roads: string[] = []
  let rest = text
  while (roads.length < MOST_ROADS) {
    const { road, section, rest: behind } = takeRoad(rest)
    if (road === null) break
    roads.push(streetText({ ...NO_STREET, road, section }))
    rest = behind.replace(JOINT, '')
  }
  return roads.length >= 2 && CORNER.test(rest)
    ? { kind: 'CROSSROADS', street: null, roads, marker: null }
    : null
}

const NO_STREET = { road: null, section: null, area: null, lane: null, alley: null, subAlley: null }
