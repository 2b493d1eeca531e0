import { writeNumeral } from '../../subgraphs/address/parse/numerals.ts'

/** A real address and the names it had before 99-12-25, where it had others. */
export interface RealAddress {
  readonly id: string
  /** Canonical. */ readonly text: string
  readonly village: string
  readonly town: string
  /** 高雄縣甲仙鄉; null where the town has always been in the city. */
  readonly formerTown: string | null
  readonly zip: string
}

type Mangle = (text: string, address: RealAddress) => string

/** Ways people write an address otherwise than the register does; each leaves it readable. */
export const MANGLINGS: Readonly<Record<string, Mangle>> = {
  'county dropped': (text) => text.slice(3),
  '臺 for 台, with 臺灣省': (text) => `臺灣省${text.replaceAll('台', '臺')}`,
  'full width': (text) =>
    text.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  'Chinese numerals': (text) =>
    text.replaceAll(/(?<!\d)\d{1,2}(?=[鄰巷弄號樓])/g, (digits) => writeNumeral(Number(digits))),
  'names of 高雄縣 days': (text, { town, village, formerTown }) =>
    formerTown === null
      ? text.slice(3)
      : `${formerTown}${village.slice(0, -1)}村${text.slice(3 + town.length + village.length)}`,
  '之 behind 號': (text) => text.replace(/(\d+)之(\d+)號(?!之)/, '$1號之$2'),
  'dash for 之': (text) => text.replaceAll('之', '-'),
  spaces: (text) => text.replaceAll(/(?<=[市縣區鄉鎮里村鄰路街段巷弄號])/g, ' '),
  'zip in front': (text, { zip }) => `${zip}${text}`,
  'floor as 5F-3': (text) =>
    text.replace(
      /(\d+)樓(?:之(\d+))?$/,
      (_, floor: string, room?: string) => `${floor}F${room ? `-${room}` : ''}`,
    ),
  'village and neighbourhood dropped': (text, { village }) =>
    dropNeighborhood(text.replace(village, '')),
  'neighbourhood dropped': dropNeighborhood,
  'section in Arabic': (text) =>
    text.replace(
      /([一二三四五六七八九])段/,
      (_, ordinal: string) => `${'一二三四五六七八九'.indexOf(ordinal) + 1}段`,
    ),
  'remark in brackets': (text) => `${text}（請按門鈴）`,
  'town without its kind': (text, { town }) =>
    `高雄${town.slice(0, -1)}${text.slice(3 + town.length)}`,
}

function dropNeighborhood(text: string): string {
  return text.replace(/\d+鄰/, '')
}
