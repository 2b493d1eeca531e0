import { CHINESE_NUMERALS, readNumeral } from './numerals.ts'
import { readNumberColumn, type NumberColumn } from './number-column.ts'

/** The house number of an address, and what stood beside it. */
export interface NumberText {
  /** Null where there is no house number. */ readonly number: NumberColumn | null
  /** Further numbers of the same line: 95、97號. */ readonly otherNumbers: readonly string[]
  readonly unplaced: readonly string[]
}

const NUMERAL = `[${CHINESE_NUMERALS}]`
const HAS_NUMERAL = new RegExp(NUMERAL)
const NUMERAL_BEFORE_SIGN = new RegExp(
  `${NUMERAL}{1,9}(?=號|之|-|F|附|、\\d|$)|(?<=[之附-])${NUMERAL}{1,9}`,
  'g',
)
const ALSO =
  /^((?:臨|附)?\D{0,10}?\d{1,5}(?:之\d+)*)號?((?:[、,.&及和與至~]\d{1,5}(?:之\d+)*號?){1,20})/
const STOREY_WORDS = /^(?:\d{1,3}[樓層]|地下|[一二]?底|屋頂|頂[樓層]|夾層|騎樓|閣樓).{0,10}$/
const HAN = /[\p{Script=Han}?]+/gu
const AREA_NAME = /^[\p{Script=Han}?]{1,10}$/u
const ROOM = /^(.*?[樓層]|)(?:之)?([A-Z]|\d{1,5})室$/
const LETTER_ROOM = /^(.*[樓層])之?([A-Z])$/

/** Reads what stands behind the street: 臨130之4號五樓之3, 24-2號, 5F-3, 95、97號. */
export function readNumber(text: string): NumberText {
  if (text === '') return { number: null, otherNumbers: [], unplaced: [] }
  const { words, otherNumbers } = takeOthers(plainNumbers(text))
  const read = /\d{6}/.test(words) ? null : readNumberColumn(words)
  // a number behind foreign words is no house number
  const isForeign = /[\p{L}\p{N}]/u.test((read?.before ?? '').replace(HAN, ''))
  if (!read || isForeign) return { number: null, otherNumbers: [], unplaced: [text] }
  return { ...place(read), otherNumbers }
}

/** Every way of writing numbers and storeys as the register has them. */
function plainNumbers(text: string): string {
  const arabic = HAS_NUMERAL.test(text)
    ? text.replaceAll(NUMERAL_BEFORE_SIGN, (numeral) => String(readNumeral(numeral) ?? numeral))
    : text
  if (!/[-FfBb臨第0]/.test(arabic)) return arabic
  return arabic
    .replace(/^臨時/, '臨')
    .replaceAll(/(?<=[\d號樓層室FfA-Z])-(?=[\dA-Z])/g, '之')
    .replaceAll(/(\d{1,3})[Ff](?![A-Za-z])/g, '$1樓')
    .replaceAll(/[Bb](\d{1,2})樓?(?!\d)/g, '地下$1層')
    .replaceAll(/第(?=\d+[樓號])/g, '')
    .replaceAll(/(?<=\D|^)0+(?=\d)/g, '')
}

function takeOthers(text: string): Pick<NumberText, 'otherNumbers'> & { readonly words: string } {
  const [whole, first, more] = ALSO.exec(text) ?? []
  if (whole === undefined || more === undefined) return { words: text, otherNumbers: [] }
  const otherNumbers = more.split(/[、,.&及和與至~號]+/).filter((each) => each !== '')
  return { words: `${first}號${text.slice(whole.length)}`, otherNumbers }
}

function place(read: NumberColumn): Omit<NumberText, 'otherNumbers'> {
  const { before, floorText, room } = read
  const isBasement = before === '地下'
  const isArea = before !== null && !isBasement && AREA_NAME.test(before)
  const unplaced = before === null || isArea || isBasement ? [] : [before]
  const [, storey, unit] = ROOM.exec(floorText ?? '') ?? LETTER_ROOM.exec(floorText ?? '') ?? []
  const words = unit === undefined ? floorText : storey || null
  const hasStorey = words === null || STOREY_WORDS.test(words)
  const number = {
    ...read,
    before: isArea ? before : null,
    floorText: hasStorey ? words : null,
    floor: hasStorey ? read.floor : null,
    room: unit ?? room,
    ...(isBasement && words === null
      ? { floor: -1, floorText: '地下層', prefix: 'BASEMENT' as const }
      : {}),
  }
  return { number, unplaced: hasStorey ? unplaced : [...unplaced, words] }
}
