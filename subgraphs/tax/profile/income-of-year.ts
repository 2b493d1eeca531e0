import type { FoundIncome } from '../queries.ts'

/** Income items of one ROC year and their sum. */
export interface IncomeOfYear {
  readonly year: number
  readonly total: number
  readonly items: readonly FoundIncome[]
  readonly authority: { readonly code: string; readonly name: string }
}

/** The income of a year, or of the latest year on file where none is named; null where there is none. */
export function incomeOfYear(
  found: readonly FoundIncome[],
  asked: number | null | undefined,
): IncomeOfYear | null {
  const year = asked ?? Math.max(...found.map((item) => item.year))
  const items = found.filter((item) => item.year === year)
  const [first] = items
  if (!first) return null
  return {
    year,
    total: items.reduce((sum, { amount }) => sum + amount, 0),
    items,
    authority: { code: first.authorityCode, name: first.authorityName },
  }
}
