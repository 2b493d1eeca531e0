const DIGITS = '〇一二三四五六七八九'
/** 三 before 段, 十二 before 鄰: a number up to 99 as people write it in an address. */
const WRITTEN_NUMBER = /([一二三四五六七八九]?)(十?)([〇一二三四五六七八九]?)(?=[段鄰巷弄號樓])/g
/** Village and neighbourhood 里鄰 after the district; people often leave them out. */
const VILLAGE = /(?<=[區鄉鎮市])[^區鄉鎮市\d]{1,5}[里村](?:\d+鄰)?/

/**
 * Whether an address claimed is the one registered: width, spaces, 台 for 臺, a leading postal code,
 * numbers in characters and 之 for a hyphen make no difference, nor does leaving out village and
 * neighbourhood. Never true of a part of an address.
 */
export function isSameAddress(claimed: string, registered: string): boolean {
  const [ours, theirs] = [foldAddress(registered), foldAddress(claimed)]
  return theirs === ours || theirs === ours.replace(VILLAGE, '')
}

/** Whether a name claimed is the one registered, with or without the romanisation beside it. */
export function isSameName(claimed: string, registered: string, latin: string | null): boolean {
  const alone = latin === null ? registered : registered.replace(latin, '')
  return [registered, alone].some((name) => foldName(name) === foldName(claimed))
}

// the separators of traditional names vary from form to form: ‧ · ．
function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s‧·.・]/gu, '')
}

function foldAddress(address: string): string {
  return address
    .normalize('NFKC')
    .replaceAll(/[\s,]/gu, '')
    .replace(/^\d{3,6}(?=\D)/, '')
    .replaceAll('台', '臺')
    .replaceAll(/[-−–—]/gu, '之')
    .replaceAll(WRITTEN_NUMBER, (whole, tens: string, ten: string, ones: string) =>
      whole === '' ? '' : inDigits(tens, ten, ones),
    )
    .replaceAll(/(\d)之(\d+)號/g, '$1號之$2')
}

function inDigits(tens: string, ten: string, ones: string): string {
  const unit = ones === '' ? '' : String(DIGITS.indexOf(ones))
  if (ten === '') return `${tens === '' ? '' : DIGITS.indexOf(tens)}${unit}`
  return String((tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + Number(unit || 0))
}
