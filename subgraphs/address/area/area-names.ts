import { COUNTY_FACTS } from './county-facts.ts'
import { findTown, type Town } from './area-codes.ts'
import { TOWN_FACTS } from './town-facts.ts'
import { VILLAGE_NAMES } from './village-names.ts'

/** A county as people write it: by code where the hub has its plates, else by name alone. */
export interface CountyName {
  readonly code: string | null
  readonly name: string
}

/** A village and where villages of its name are. */
export interface VillageName {
  /** As the register writes it, with its kind: 和安里. */ readonly name: string
  readonly townCode: string
}

const VARIANTS: ReadonlyMap<string, string> = new Map([
  ['豊', '豐'],
  ['峯', '峰'],
  ['厦', '廈'],
  ['凉', '涼'],
  ['响', '響'],
  ['舘', '館'],
  ['菓', '果'],
  ['双', '雙'],
])

// 高雄縣 joined the city on 99-12-25; 台北縣, 桃園縣, 台中縣 and 台南縣 became cities as well.
const COUNTIES: ReadonlyMap<string, CountyName> = new Map<string, CountyName>([
  ...'台北市 新北市 桃園市 台中市 台南市 基隆市 新竹市 新竹縣 嘉義市 嘉義縣 苗栗縣 彰化縣 南投縣 雲林縣 宜蘭縣 花蓮縣 台東縣 澎湖縣 金門縣 連江縣'
    .split(' ')
    .map((name) => [name, { code: null, name }] as const),
  ...COUNTY_FACTS.map(({ code, name }) => [name, { code, name }] as const),
  ['高雄縣', { code: '64000', name: '高雄市' }],
  ['高縣', { code: '64000', name: '高雄市' }],
  ['高市', { code: '64000', name: '高雄市' }],
  ['屏縣', { code: '10013', name: '屏東縣' }],
])

const TOWNS = TOWN_FACTS.flatMap(({ code }) => findTown(code) ?? [])
const TOWNS_BY_STEM = new Map(TOWNS.map((town) => [town.plainName.slice(0, -1), town] as const))
const VILLAGES: ReadonlyMap<string, readonly VillageName[]> = indexVillages()
const LONGEST_STEM = 5

/** The county that the text starts with, and how many characters say so. */
export function countyAt(text: string): { readonly county: CountyName; length: number } | null {
  for (const length of [3, 2]) {
    const county = COUNTIES.get(text.slice(0, length))
    if (county) return { county, length }
  }
  return null
}

/** The town that the text starts with, today's name or that of 高雄縣 days (甲仙鄉, 三民鄉). */
export function townAt(text: string, county: CountyName | null): FoundTown | null {
  // 三民鄉 of 高雄縣 has been 那瑪夏 since 97-01-01; 三民區 is another place
  const former = text.startsWith('三民鄉') ? findTown('64000380') : undefined
  if (former) return { town: former, length: 3 }
  for (const length of [3, 4]) {
    if (!/[區鄉鎮市]/.test(text.charAt(length - 1))) continue
    const town = TOWNS_BY_STEM.get(text.slice(0, length - 1))
    if (town && isIn(town, county)) return { town, length }
  }
  return null
}

// 旗山路, 旗山一路 and 甲仙里 are names of their own
const NO_NAME = /^(?:$|[〇一二三四五六七八九十]*(?:路|街|巷|里|村|大道|新村|\d))/
// 甲仙中山路, but not 左營大路, 旗山南一路
const ROAD_OF_ITS_OWN =
  /^(?![〇一二三四五六七八九十東西南北中大新前後]{1,2}(?:路|街|大道))[^\d路街巷里村]{2,8}(?:路|街|大道)/

/** A town without its kind, 甲仙, where a village of it or a road follows. */
export function bareTownAt(text: string, county: CountyName | null): FoundTown | null {
  for (const length of [3, 2]) {
    const town = TOWNS_BY_STEM.get(text.slice(0, length))
    if (!town || !isIn(town, county)) continue
    const rest = text.slice(length)
    if (villageAt(rest, town.code)) return { town, length }
    if (county !== null ? !NO_NAME.test(rest) : ROAD_OF_ITS_OWN.test(rest)) return { town, length }
  }
  return null
}

export interface FoundTown {
  readonly town: Town
  readonly length: number
}

// 東里街 is a street; 琉球里巷尾路 is a village and a road of it
const STREET_BEHIND = /^[路街巷弄段號](?![^\d]{0,4}(?:路|街|大道))/

/** The village that the text starts with, 里 or 村 alike; all its namesakes where no town is told. */
export function villageAt(
  text: string,
  townCode: string | null,
): { readonly villages: readonly VillageName[]; readonly length: number } | null {
  for (let length = LONGEST_STEM; length >= 1; length -= 1) {
    const kind = text.charAt(length)
    if (kind !== '里' && kind !== '村') continue
    if (STREET_BEHIND.test(text.slice(length + 1, length + 8))) continue
    const namesakes = VILLAGES.get(foldVariants(text.slice(0, length))) ?? []
    const villages =
      townCode === null ? namesakes : namesakes.filter((each) => each.townCode === townCode)
    if (villages.length > 0) return { villages, length: length + 1 }
  }
  return null
}

function isIn({ code }: Town, county: CountyName | null): boolean {
  return county === null || (county.code !== null && code.startsWith(county.code))
}

function indexVillages(): ReadonlyMap<string, readonly VillageName[]> {
  const index = new Map<string, VillageName[]>()
  for (const [townCode, names] of Object.entries(VILLAGE_NAMES)) {
    for (const name of names.split(' ')) {
      const stem = foldVariants(name.slice(0, -1))
      const namesakes = index.get(stem) ?? []
      index.set(stem, [...namesakes, { name, townCode }])
    }
  }
  return index
}

/** Two writings of one character as one: 內豊里, 內豐里. */
export function foldVariants(text: string): string {
  return text.replaceAll(/[豊峯厦凉响舘菓双]/g, (sign) => VARIANTS.get(sign) ?? sign)
}
