const COMPATIBILITY = /[\u3000\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffef\u2460-\u24ff\u00a0]/
const SPACES = /\s+/g
// what converters leave where a rare character has no code
const LOST = /[\ufffd\u25a0\u25a1\u25c7\u2588]/g
const ABNORMAL =
  /[\s\u3000\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffff\u2460-\u24ff\u00a0臺\u25a0\u25a1\u25c7\u2588]/

/** Stands for a character that was lost before the address came to us. */
export const LOST_CHARACTER = '?'

/**
 * Text in the form everything else is compared in: half-width (NFKC), no spaces, 台 for 臺, and one
 * sign, `?`, for a lost character.
 */
export function normaliseText(text: string): string {
  if (isNormal(text)) return text
  const narrow = COMPATIBILITY.test(text) ? text.normalize('NFKC') : text
  return narrow.replaceAll(SPACES, '').replaceAll('臺', '台').replaceAll(LOST, LOST_CHARACTER)
}

/** Whether `normaliseText` would leave the text, and any part of it, as it is. */
export function isNormal(text: string): boolean {
  return !ABNORMAL.test(text)
}
