import { townOfPostalCode } from '../area/area-codes.ts'
import { bareTownAt, countyAt, townAt, villageAt, type CountyName } from '../area/area-names.ts'
import { CHINESE_NUMERALS, readNumeral } from './numerals.ts'

/** The areas an address starts with, and the words behind them. */
export interface AreaParts {
  readonly zip: string | null
  /** Today's name. */ readonly county: string | null
  /** Today's name. */ readonly town: string | null
  /** Null where no town, or one of another county, is told. */ readonly townCode: string | null
  /** Whether the address lies in a county whose plates the hub does not have. */
  readonly isElsewhere: boolean
  /** As the register writes it where it knows it. */ readonly village: string | null
  readonly neighborhood: number | null
  readonly rest: string
}

const PREAMBLE =
  /^(?:(?:戶籍|通訊|聯絡|現居|居住)?(?:地址|住址|地)[:.,]?|中華民國|台灣省?(?=[^路街])|[,.:、])/
const ZIP = /^\(?(\d{3}(?:-?\d{2,3})?)\)?(?=[^-\d號巷弄鄰樓之、,~F.kKm公])/
const FOREIGN_TOWN = /^[^\d路街巷村里]{1,3}?[區鄉鎮市]/
const NEIGHBORHOOD = new RegExp(`^第?(\\d{1,3}|[${CHINESE_NUMERALS}]{1,5})鄰`)
const STRANGE_VILLAGE = new RegExp(
  `^([^\\d路街巷弄段號鄰]{1,5}?[里村])(?=\\d|第?[\\d${CHINESE_NUMERALS}]{1,5}鄰)`,
)

/** Reads zip, county, town, village and neighbourhood, each of which may be missing. */
export function readArea(text: string): AreaParts {
  const { zip, rest: afterZip } = takeZip(text)
  const foundCounty = countyAt(afterZip) ?? bareCountyAt(afterZip)
  const county = foundCounty?.county ?? null
  const afterCounty = afterZip.slice(foundCounty?.length ?? 0).replace(/^[,、.]/, '')
  const isElsewhere = county !== null && county.code === null
  const toldTown = isElsewhere ? foreignTown(afterCounty) : ownTown(afterCounty, county)
  const town = toldTown ?? (isElsewhere ? null : townOfZip(zip, county))
  const afterTown = afterCounty.slice(town?.length ?? 0).replace(/^[,、.]/, '')
  const village = takeVillage(afterTown, town?.code ?? null)
  const afterVillage = afterTown.slice(village?.length ?? 0).replace(/^[,、.]/, '')
  const [near = '', ordinal] = NEIGHBORHOOD.exec(afterVillage) ?? []
  return {
    zip,
    county: county?.name ?? town?.county ?? null,
    town: town?.name ?? null,
    townCode: town?.code ?? null,
    isElsewhere,
    village: village?.name ?? null,
    neighborhood: ordinal === undefined ? null : readNumeral(ordinal) || null,
    rest: afterVillage.slice(near.length),
  }
}

function takeZip(text: string): { readonly zip: string | null; readonly rest: string } {
  const [preamble = ''] = PREAMBLE.exec(text) ?? []
  const [whole = '', zip] = ZIP.exec(text.slice(preamble.length)) ?? []
  const rest = text.slice(preamble.length + whole.length)
  const [again = ''] = PREAMBLE.exec(rest) ?? []
  return { zip: zip ?? null, rest: rest.slice(again.length) }
}

/** 高雄 or 屏東 where a town follows. */
function bareCountyAt(text: string): { readonly county: CountyName; length: number } | null {
  const name = text.startsWith('高雄') ? '高雄市' : text.startsWith('屏東') ? '屏東縣' : null
  const found = name === null ? null : countyAt(name)
  if (found === null || text.charAt(2) === '市') return null
  const rest = text.slice(2)
  const isFollowed = townAt(rest, found.county) ?? bareTownAt(rest, found.county)
  return isFollowed ? { county: found.county, length: 2 } : null
}

/** 847中正路1號: where no town is told, the postal code tells it. */
function townOfZip(zip: string | null, county: CountyName | null): TownPart | null {
  const town = zip === null ? undefined : townOfPostalCode(zip.slice(0, 3))
  if (!town || (county !== null && county.code !== town.county.code)) return null
  return { code: town.code, name: town.plainName, county: town.county.name, length: 0 }
}

interface TownPart {
  readonly code: string | null
  readonly name: string
  readonly county: string | null
  readonly length: number
}

function ownTown(text: string, county: CountyName | null): TownPart | null {
  const told = townAt(text, county)
  // 大樹里 is a village; 大樹 alone may be the town
  const found = told ?? (villageAt(text, null) ? null : bareTownAt(text, county))
  if (!found) return null
  const { town, length } = found
  return { code: town.code, name: town.plainName, county: town.county.name, length }
}

function foreignTown(text: string): TownPart | null {
  const [name] = FOREIGN_TOWN.exec(text) ?? []
  return name === undefined ? null : { code: null, name, county: null, length: name.length }
}

function takeVillage(
  text: string,
  townCode: string | null,
): { readonly name: string; readonly length: number } | null {
  const known = villageAt(text, townCode)
  const kind = text.charAt((known?.length ?? 0) - 1)
  const namesakes = known?.villages ?? []
  const village = namesakes.find(({ name }) => name.endsWith(kind)) ?? namesakes[0]
  if (known && village) return { name: village.name, length: known.length }
  const [, name] = STRANGE_VILLAGE.exec(text) ?? []
  return name === undefined ? null : { name, length: name.length }
}
