/** A value of one column as COPY writes it; arrays are of one dimension, without nulls. */
export type CopyValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | { readonly x: number; readonly y: number }
  | readonly (string | number | boolean)[]

/** What rows may depend on besides their village: all of it is part of the data set's identity. */
export interface SeedContext {
  /** The business day the facts hold on, ISO date. */
  readonly today: string
  /** When the agencies' registers were last right, ISO date-time: `asOf` of what they answer. */
  readonly asOf: string
  readonly seed: number
}

/** How one table of an agency is derived from a generated village; a pure function of both. */
export interface SeedTable<Village> {
  readonly table: string
  readonly columns: readonly string[]
  /**
   * The boolean column that marks generated rows, where rows of another origin stand beside them:
   * replacing the data set then deletes only those, and otherwise empties the table.
   */
  readonly syntheticColumn?: string
  rows(village: Village, context: SeedContext): Iterable<readonly CopyValue[]>
}
