/** One way plates have been numbered. No stored number fits two of them; a test proves it. */
export interface PlatePattern {
  /** As the office writes it: `A` a letter, `0` a digit. */
  readonly name: string
  readonly shape: RegExp
  /** How many characters stand before the hyphen. */
  readonly hyphenAfter: number
}

const pattern = (name: string, shape: RegExp): PlatePattern => ({
  name,
  shape,
  hyphenAfter: name.indexOf('-'),
})

/**
 * The plates that may be met on a road. The first is issued since 101 (2012-12) to cars and motorcycles, without I, O and 4; the others
 * are no longer issued and stay valid on vehicles that bear them. Source: 道路交通安全規則第9條 leaves the numbering to the ministry;
 * shapes as in domain.md §6.1.
 */
export const PLATE_PATTERNS: readonly PlatePattern[] = [
  pattern('AAA-0000', /^[A-HJ-NP-Z]{3}[0-35-9]{4}$/),
  pattern('0000-AA', /^\d{4}[A-Z]{2}$/),
  pattern('AA-0000', /^[A-Z]{2}\d{4}$/),
  pattern('00-0000', /^\d{6}$/),
  // When the letter pairs ran out, one of the pair became a digit.
  pattern('A0-0000', /^[A-Z]\d{5}$/),
  pattern('0A-0000', /^\d[A-Z]\d{4}$/),
  pattern('0000-A0', /^\d{4}[A-Z]\d$/),
  pattern('0000-0A', /^\d{5}[A-Z]$/),
  // Motorcycles.
  pattern('AAA-000', /^[A-Z]{3}\d{3}$/),
  pattern('000-AAA', /^\d{3}[A-Z]{3}$/),
]
