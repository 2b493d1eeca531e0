import { PLATE_PATTERNS } from './plate-patterns.ts'

/** A plate number in the two forms the register keeps. */
export interface PlateNumber {
  /** Capitals and digits only, for searching: `ABC1235`. */
  readonly stored: string
  /** As painted on the plate: `ABC-1235`. */
  readonly display: string
}

/**
 * Reads a plate as people write it: any case and width, hyphen or not, blanks around or inside.
 * `null` where no pattern fits, or where a hyphen stands in the wrong place.
 */
export function parsePlateNumber(text: string): PlateNumber | null {
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/\s/g, '')
    .replaceAll(/[‐‑–—−]/g, '-')
  const stored = typed.replaceAll('-', '')
  const pattern = PLATE_PATTERNS.find(({ shape }) => shape.test(stored))
  if (!pattern) return null
  const display = `${stored.slice(0, pattern.hyphenAfter)}-${stored.slice(pattern.hyphenAfter)}`
  return typed === stored || typed === display ? { stored, display } : null
}
