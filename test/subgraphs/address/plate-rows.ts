import { readHeader } from '../../../subgraphs/address/import/columns.ts'
import {
  readRow,
  type PlateRow,
  type RowFault,
} from '../../../subgraphs/address/import/read-row.ts'
import { normaliseText } from '../../../subgraphs/address/parse/normal-form.ts'

/** Header of the form in which Kaohsiung's plates of June 2026 come. */
export const OPEN_DATA_HEADER =
  'FULL_ADDR,COUNTY,TOWN,VILLAGE,NEIGHBORHOOD,ROAD,SECTION,LANE,ALLEY,SUB_ALLEY,TONG,NUMBER,X,Y'
/** Header of the form the counties publish. */
export const PUBLISHED_HEADER =
  '省市縣市代碼,鄉鎮市區代碼,村里,鄰,街路段,地區,巷,弄,號,橫座標,縱座標'

/** A plate of Jiaxian as the open-data form writes it. */
export function jiaxianRow(more: Partial<JiaxianRow> = {}): string {
  const row: JiaxianRow = { ...DEFAULTS, ...more }
  const street = `${row.road}${row.section}${row.lane}${row.alley}${row.number}`
  const full = `高雄市甲仙區${row.village}${row.neighborhood}鄰${street}`
  const place = `${row.road},${row.section},${row.lane},${row.alley},,,${row.number}`
  return `${full},64,6403300,${row.code},${row.neighborhood}鄰,${place},${row.x},${row.y}`
}

interface JiaxianRow {
  readonly village: string
  readonly code: string
  readonly neighborhood: number
  readonly road: string
  readonly section: string
  readonly lane: string
  readonly alley: string
  readonly number: string
  readonly x: number
  readonly y: number
}

const DEFAULTS: JiaxianRow = {
  village: '和安里',
  code: '6403300-003',
  neighborhood: 4,
  road: '中正路',
  section: '',
  lane: '',
  alley: '',
  number: '1號',
  x: 120.6233,
  y: 23.1165,
}

/** The plate or fault of one row under a header. */
export function readLine(header: string, line: string): PlateRow | RowFault {
  return readRow(line.split(',').map(normaliseText), readHeader(header.split(',')))
}

/** The plate of one row; fails the test where it is none. */
export function plateOf(header: string, line: string): PlateRow {
  const plate = readLine(header, line)
  if (typeof plate === 'string') throw new Error(`the row is no plate: ${plate}`)
  return plate
}
