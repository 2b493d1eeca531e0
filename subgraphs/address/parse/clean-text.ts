import { LOST_CHARACTER } from './normal-form.ts'

/** No address people say or write is longer; what stands behind is not read. */
export const LONGEST_ADDRESS = 200

const UNUSUAL = /[^0-9\u4e00-\u9fff?]|[臺号楼邻隣区县乡镇内]/
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}]+/gu
const BETWEEN_NUMBERS = /(?<=\d)\s+(?=\d)/g
const LOST = /[\ufffd\u25a0\u25a1\u25c7\u2588]/g
const DASHES = /[\u2010-\u2015\u2212\u30fc\u2500_]/g
const TILDES = /[\u301c\u223c]/g
const OPENING = /[〈《【〔「『[{<]/g
const CLOSING = /[〉》】〕」』\]}>]/g
const SHORTHAND = /[号楼邻隣区县乡镇内]/g
const FULL_FORM: ReadonlyMap<string, string> = new Map([
  ['号', '號'],
  ['楼', '樓'],
  ['邻', '鄰'],
  ['隣', '鄰'],
  ['区', '區'],
  ['县', '縣'],
  ['乡', '鄉'],
  ['镇', '鎮'],
  ['内', '內'],
])

/**
 * Any text in the form the parser reads: at most 200 characters, well-formed, half-width, without
 * spaces and hidden characters, one kind each of dash and bracket, 台 for 臺. What was cut off at
 * the end comes back beside it. Costs a constant number of passes.
 */
export function cleanText(text: string): { readonly clean: string; readonly cut: string } {
  const head = text.slice(0, LONGEST_ADDRESS)
  const cut = text.slice(LONGEST_ADDRESS, 2 * LONGEST_ADDRESS).toWellFormed()
  if (!UNUSUAL.test(head)) return { clean: head, cut }
  const clean = head
    .toWellFormed()
    .normalize('NFKC')
    .slice(0, 2 * LONGEST_ADDRESS)
    .toWellFormed()
    .replaceAll(BETWEEN_NUMBERS, '、')
    .replaceAll(/\s+/g, '')
    .replaceAll(HIDDEN, '')
    .replaceAll('臺', '台')
    .replaceAll(LOST, LOST_CHARACTER)
    .replaceAll(DASHES, '-')
    .replaceAll(TILDES, '~')
    .replaceAll(OPENING, '(')
    .replaceAll(CLOSING, ')')
    .replaceAll(SHORTHAND, (sign) => FULL_FORM.get(sign) ?? sign)
  return { clean, cut }
}
