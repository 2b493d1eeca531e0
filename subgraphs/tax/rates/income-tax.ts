import { inForceOn, ruleOn, type LawRow } from './law-row.ts'
import { wholeTwd } from './whole-twd.ts'

export type IncomeKind = 'SALARY' | 'INTEREST' | 'RENT' | 'DIVIDEND' | 'PENSION'
export interface IncomeTaxBracket extends LawRow {
  /** Net taxable income above this, TWD. */ readonly above: number
  readonly percent: number
}
/** 免稅額, 標準扣除額, 薪資及儲蓄投資特別扣除額; TWD a person and year. */
export interface IncomeTaxDeduction extends LawRow {
  readonly exemption: number
  readonly standard: number
  readonly salaryUpTo: number
  readonly savingsUpTo: number
}
export interface IncomeTaxLaw {
  readonly brackets: readonly IncomeTaxBracket[]
  readonly deductions: readonly IncomeTaxDeduction[]
}

/**
 * Income tax 綜合所得稅 in TWD of one person filing alone, without dependants, tax withheld or credits:
 * an estimate for the sample, never an assessment. Source: 所得稅法 §5, §17.
 */
export function incomeTax(
  items: readonly { readonly kind: IncomeKind; readonly amount: number }[],
  law: IncomeTaxLaw,
  day: string,
): number {
  const rule = ruleOn(law.deductions, day)
  const sumOf = (kind: IncomeKind): number =>
    items.reduce((sum, item) => sum + (item.kind === kind ? item.amount : 0), 0)
  const total = items.reduce((sum, { amount }) => sum + amount, 0)
  const special =
    Math.min(sumOf('SALARY'), rule.salaryUpTo) + Math.min(sumOf('INTEREST'), rule.savingsUpTo)
  const net = Math.max(0, total - rule.exemption - rule.standard - special)
  return taxOnNet(net, law, day)
}

function taxOnNet(net: number, law: IncomeTaxLaw, day: string): number {
  const brackets = inForceOn(law.brackets, day).toSorted((a, b) => a.above - b.above)
  const percents = brackets.reduce((sum, { above, percent }, index) => {
    const to = brackets[index + 1]?.above ?? Infinity
    return sum + Math.max(0, Math.min(net, to) - above) * percent
  }, 0)
  return wholeTwd(percents, 100)
}
