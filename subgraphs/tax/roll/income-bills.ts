import { incomeTax } from '../rates/income-tax.ts'
import { INCOME_TAX_LAW } from '../rates/income-tax-rows.ts'
import { yearlyDates, type Billing } from './billing.ts'
import { hashOf } from './ordinal-hash.ts'

// our assumption: four of five who owe income tax had it withheld at source
const BILLED_SHARE = 5

/** Issues income tax of the national bureau 國稅局 to those of a village who still owe some. */
export function billIncomes({ village, book, nationalAuthority }: Billing): void {
  const earned = Map.groupBy(
    village.incomes,
    ({ ownerOrdinal, taxYear }) => `${ownerOrdinal}/${taxYear}`,
  )
  for (const items of earned.values()) {
    const [first] = items
    if (!first || hashOf(`income/${first.ownerOrdinal}`) % BILLED_SHARE !== 0) continue
    const { ownerOrdinal, taxYear } = first
    const dates = yearlyDates('INCOME_TAX', taxYear)
    const amount = incomeTax(items, INCOME_TAX_LAW, dates.periodTo)
    if (amount === 0) continue
    book.issue({
      ownerOrdinal,
      kind: 'INCOME_TAX',
      taxYear,
      instalment: 1,
      taxRollNo: null,
      vehicleId: null,
      amount,
      relief: null,
      dates,
      isUnpaid: false,
      authorityCode: nationalAuthority,
    })
  }
}
