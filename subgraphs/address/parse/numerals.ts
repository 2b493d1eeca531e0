const DIGITS = '〇一二三四五六七八九'
const VALUES: ReadonlyMap<string, number> = new Map([
  ...DIGITS.split('').map((digit, value) => [digit, value] as const),
  ...'零壹貳參肆伍陸柒捌玖'.split('').map((digit, value) => [digit, value] as const),
])
const UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
])

/** Characters a Chinese number is written with, for use inside a regular expression's brackets. */
export const CHINESE_NUMERALS = '〇零一二三四五六七八九十百壹貳參肆伍陸柒捌玖拾佰'

/** The value of `12`, `十二`, `一百零三` or, digit by digit, `一二`; null for anything else. */
export function readNumeral(text: string): number | null {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  if (text === '' || text.length > 9) return null
  return /[十拾百佰]/.test(text) ? readWithUnits(text) : readDigits(text)
}

/** 1 to 99 as 一 to 九十九, the way sections and named lanes are written. */
export function writeNumeral(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  const digit = (each: number): string => DIGITS[each] ?? ''
  if (tens === 0) return digit(ones)
  return `${tens === 1 ? '' : digit(tens)}十${ones === 0 ? '' : digit(ones)}`
}

function readDigits(text: string): number | null {
  let value = 0
  for (const character of text) {
    const digit = VALUES.get(character)
    if (digit === undefined) return null
    value = value * 10 + digit
  }
  return value
}

function readWithUnits(text: string): number | null {
  let [value, pending] = [0, null as number | null]
  for (const character of text) {
    const unit = UNITS.get(character)
    const digit = VALUES.get(character)
    if (unit !== undefined) {
      value += (pending ?? 1) * unit
      pending = null
    } else if (digit !== undefined) pending = digit
    else return null
  }
  return value + (pending ?? 0)
}
