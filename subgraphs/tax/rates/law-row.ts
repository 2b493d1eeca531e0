import { invariant } from '../../../schemas/invariant.ts'

/** How sure we are of a row: found in a source, confident knowledge, or to be confirmed. */
export type Certainty = 'seen' | 'known' | 'unsure'

/** A rule as the law has it for a time; `validTo` is its last day, null while it stands. */
export interface LawRow {
  readonly validFrom: string
  readonly validTo: string | null
  /** Law, article or published table. */ readonly source: string
  readonly certainty: Certainty
}

/** The rows in force on a civil day. */
export function inForceOn<Row extends LawRow>(rows: readonly Row[], day: string): readonly Row[] {
  return rows.filter((row) => row.validFrom <= day && (row.validTo === null || day <= row.validTo))
}

/** The one row in force on a day that fits; it is our bug if the tables have none. */
export function ruleOn<Row extends LawRow>(
  rows: readonly Row[],
  day: string,
  fits: (row: Row) => boolean = () => true,
): Row {
  const found = inForceOn(rows, day).find(fits)
  invariant(found !== undefined, `no rule of tax law is in force on ${day}`)
  return found
}
