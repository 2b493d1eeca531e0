// What JSON writes otherwise than it is, and halves of surrogate pairs, which also stand in whole ones.
const SPECIAL = /[^ !#-[\]-\ud7ff\ue000-\uffff]/

/** A text as RFC 8785 writes it. Throws TypeError for half of a surrogate pair. */
export function canonicalString(text: string): string {
  if (!SPECIAL.test(text)) return `"${text}"`
  if (!text.isWellFormed()) throw new TypeError('no canonical JSON for half of a surrogate pair')
  return JSON.stringify(text)
}
