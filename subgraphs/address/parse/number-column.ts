import type { NumberParts, NumberPrefix } from './address-parts.ts'
import { CHINESE_NUMERALS, readNumeral } from './numerals.ts'

/** A house number as a register writes it, with what was not part of it. */
export interface NumberColumn extends NumberParts {
  /** Words before the number, 成邦新莊88號: a settlement or, ending in 衖, a sub-alley. */
  readonly before: string | null
  /** A clerk's remark in brackets, (房屋不存在). */ readonly note: string | null
}

const NUMBER = /^(臨|附)?(\D*?)(\d{1,5})((?:之\d+)*)(?:附(\d+))?號?/
const BEHIND = /^((?:之\d+)*)(?:附之?(\d+(?:之\d+)*))?/
const ROOM = /^(.*?)((?:之\d+)*)((?:附\d+)?)$/
const NUMERAL = `[${CHINESE_NUMERALS}]+`
const STOREY_NUMERAL = new RegExp(`${NUMERAL}(?=[樓層])`, 'g')
const LAST_NUMERAL = new RegExp(`(?<=[之附])${NUMERAL}$`)
const MISWRITTEN_STOREY = /(?<=[一二三四五六七八九十])[慺摟褸僂?]/g
const HAS_NUMERAL = new RegExp(`[${CHINESE_NUMERALS}]`)

/**
 * The parts of a number column, given in normal form: `44之2號` and `44號之2` are one number,
 * `5樓之3` is the unit 3 of the fifth storey. Null where it holds no house number.
 */
export function readNumberColumn(text: string): NumberColumn | null {
  const { words, note } = takeNote(text)
  const found = NUMBER.exec(words)
  if (!found) return null
  const [matched, sign, before = '', number = '', inner = '', innerAttached] = found
  const rest = apart(words.slice(matched.length).replace(LAST_NUMERAL, toArabic))
  const [behind, outer = '', outerAttached] = BEHIND.exec(rest) ?? ['']
  const attached = innerAttached ?? outerAttached ?? null
  const storey = readStorey(arabicStoreys(rest.slice(behind.length).replace(/^\u3000/, '')))
  return {
    ...storey,
    number: Number(number),
    numberSuffix: `${inner}${outer}`.slice(1) || null,
    attached,
    prefix: prefixOf(sign, attached, storey.floor),
    before: before || null,
    note,
  }
}

function prefixOf(
  sign: string | undefined,
  attached: string | null,
  floor: number | null,
): NumberPrefix | null {
  if (sign === '臨') return 'TEMP'
  if (sign === '附' || attached !== null) return 'ATTACHED'
  return floor !== null && floor < 0 ? 'BASEMENT' : null
}

function takeNote(text: string): { readonly words: string; readonly note: string | null } {
  const flat = text
    .replaceAll(/[〈〔【]/g, '(')
    .replaceAll(/[〉〕】]/g, ')')
    .replace(/之\((\d+)\)$/, '之$1')
  const start = flat.indexOf('(')
  const words = (start === -1 ? flat : flat.slice(0, start)).replace(
    /(?:[).。,、]|(?<=號)\?)+$/,
    '',
  )
  const note = start === -1 ? '' : flat.slice(start + 1).replace(/\)+$/, '')
  return { words, note: note || null }
}

/** 269號之1310樓 as 之13 and 10樓, 269號之5樓 as 5樓: people put 之 behind 號 in both. */
function apart(rest: string): string {
  const digits = /^之(\d{1,5})(?=樓)/.exec(rest)?.[1]
  if (digits === undefined) return rest
  // the last digit is the storey, unless it is 0 or would leave a number that no unit has
  const storey = digits.endsWith('0') || digits.length > 3 ? 2 : 1
  const [suffix, floor] = [digits.slice(0, -storey), digits.slice(-storey)]
  if (floor.startsWith('0')) return rest
  if (suffix === '') return rest.slice(1)
  return `之${suffix}\u3000${floor}${rest.slice(digits.length + 1)}`
}

function arabicStoreys(text: string): string {
  if (!HAS_NUMERAL.test(text)) return text
  return text.replaceAll(MISWRITTEN_STOREY, '樓').replaceAll(STOREY_NUMERAL, toArabic)
}

function toArabic(numeral: string): string {
  return String(readNumeral(numeral) ?? numeral)
}

function readStorey(text: string): Pick<NumberParts, 'floor' | 'floorText' | 'room'> {
  if (text === '') return { floor: null, floorText: null, room: null }
  const [, words = '', unit = '', attached = ''] = ROOM.exec(text.replace(/^之(?=\D)/, '')) ?? []
  return {
    floor: floorOf(words),
    floorText: words || null,
    room: `${unit}${attached}`.replace(/^之/, '') || null,
  }
}

function floorOf(words: string): number | null {
  const [, above] = /^(\d{1,3})樓/.exec(words) ?? []
  if (above !== undefined) return Number(above)
  const [below, depth] = /^地下(\d{1,2})?[層樓室]/.exec(words) ?? []
  return below === undefined ? null : -Number(depth ?? 1)
}
