/**
 * National ID 國民身分證統一編號: one capital letter (place of first registration), 1 or 2, eight digits,
 * of which the last is a check digit. Source: 戶籍法施行細則; checksum as in domain.md §1.1.
 */
const SHAPE = /^[A-Z][12]\d{8}$/
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 1, 1] as const

/** Something shaped like a national ID or a resident number, valid or not, anywhere in a text. */
const LIKELY = /(?<![A-Za-z0-9])[A-Za-z][A-Da-d1289]\d{8}(?![0-9])/g

/** Whether the text is a national ID in its stored form with a right check digit. */
export function isNationalId(text: string): boolean {
  return SHAPE.test(text) && checksum(text) % 10 === 0
}

/** The stored form: half-width, trimmed, upper case. Says nothing about validity. */
export function normaliseNationalId(text: string): string {
  return text.normalize('NFKC').trim().toUpperCase()
}

/** The one mask: first two characters and the last four, `S2****6786`. */
export function maskNationalId(nationalId: string): string {
  return `${nationalId.slice(0, 2)}****${nationalId.slice(6)}`
}

/** Whether a text holds anything shaped like a national ID, in any width or case. */
export function mentionsNationalId(text: string): boolean {
  LIKELY.lastIndex = 0
  return LIKELY.test(text.normalize('NFKC'))
}

/** The text with everything shaped like a national ID masked: the last net before a log or an error. */
export function maskNationalIdsIn(text: string): string {
  return text.normalize('NFKC').replaceAll(LIKELY, (id) => maskNationalId(id.toUpperCase()))
}

/** The ten characters for a first letter, sex digit and seven-digit serial, with the check digit. */
export function composeNationalId(letter: string, sexDigit: 1 | 2, serial: number): string {
  const body = `${letter}${sexDigit}${String(serial).padStart(7, '0')}`
  return `${body}${(10 - (checksum(`${body}0`) % 10)) % 10}`
}

function checksum(nationalId: string): number {
  const letter = LETTERS.indexOf(nationalId.charAt(0)) + 10
  const digits = WEIGHTS.map((weight, index) => weight * Number(nationalId.charAt(index + 1)))
  return digits.reduce((sum, term) => sum + term, Math.floor(letter / 10) + (letter % 10) * 9)
}
