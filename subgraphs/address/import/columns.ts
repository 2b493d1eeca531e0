import { hubError } from '../../../schemas/errors.ts'
import { normaliseText } from '../parse/normal-form.ts'

/** What a column of a door-plate file can hold. */
export type ColumnRole =
  | 'fullAddress'
  | 'county'
  | 'town'
  | 'village'
  | 'neighborhood'
  | 'road'
  | 'section'
  | 'area'
  | 'lane'
  | 'alley'
  | 'subAlley'
  | 'number'
  | 'x'
  | 'y'
  | 'longitude'
  | 'latitude'

/** Where each role stands in a record; roles a file does not have are absent. */
export interface ColumnLayout {
  readonly width: number
  readonly positions: ReadonlyMap<ColumnRole, number>
}

// domain.md §4.4 and the form of taiwan-address-data; written without spaces and punctuation
const NAMES: Readonly<Record<ColumnRole, readonly string[]>> = {
  fullAddress: ['fulladdr', '門牌地址', '地址'],
  county: ['county', 'countycode', '省市縣市代碼', '縣市代碼'],
  town: ['town', 'areacode', '鄉鎮市區代碼', '行政區代碼'],
  village: ['village', '村里'],
  neighborhood: ['neighborhood', 'neighbor', '鄰'],
  road: ['road', 'streetroadsection', '街路段', '街或路段'],
  section: ['section', '段'],
  area: ['area', '地區'],
  lane: ['lane', '巷'],
  alley: ['alley', '弄'],
  subAlley: ['suballey', '衖'],
  number: ['number', '號'],
  x: ['x', 'x3826', '橫座標', '橫坐標', 'twd97橫坐標', 'twd97橫座標', '橫坐標twd97', '橫座標twd97'],
  y: ['y', 'y3826', '縱座標', '縱坐標', 'twd97縱坐標', 'twd97縱座標', '縱坐標twd97', '縱座標twd97'],
  longitude: ['wgs84經度', '經度', 'longitude'],
  latitude: ['wgs84緯度', '緯度', 'latitude'],
}
const ROLES = new Map(
  Object.entries(NAMES).flatMap(([role, names]) =>
    names.map((name) => [name, role as ColumnRole] as const),
  ),
)
const NEEDED: readonly ColumnRole[] = ['town', 'village', 'road', 'number']

/**
 * Which column holds what, by the header of the file.
 *
 * @throws HubError IMPORT_COLUMNS_UNKNOWN naming the columns that are missing or stand twice
 */
export function readHeader(fields: readonly string[]): ColumnLayout {
  const positions = new Map<ColumnRole, number>()
  for (const [index, field] of fields.entries()) {
    const role = ROLES.get(plainName(field))
    if (role === undefined) continue
    if (positions.has(role)) throw unknown(`${NAMES[role].at(-1)} stands twice`)
    positions.set(role, index)
  }
  const missing = NEEDED.filter((role) => !positions.has(role))
  const hasPlace = hasBoth(positions, 'x', 'y') || hasBoth(positions, 'longitude', 'latitude')
  const names = [...missing, ...(hasPlace ? [] : (['x', 'y'] as const))]
  if (names.length > 0) throw unknown(`no column for ${names.map(titleOf).join(', ')}`)
  return { width: fields.length, positions }
}

function unknown(reason: string): Error {
  return hubError('IMPORT_COLUMNS_UNKNOWN', { reason })
}

function hasBoth(
  positions: ReadonlyMap<ColumnRole, number>,
  one: ColumnRole,
  other: ColumnRole,
): boolean {
  return positions.has(one) && positions.has(other)
}

function titleOf(role: ColumnRole): string {
  const [english, ...rest] = NAMES[role]
  return `${english?.toUpperCase()} (${rest.find((name) => /^\p{Script=Han}/u.test(name)) ?? role})`
}

function plainName(field: string): string {
  return normaliseText(field)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}
