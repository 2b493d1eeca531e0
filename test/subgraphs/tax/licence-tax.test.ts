import { numberOf, owner, OWNERS } from './sample-village.ts'
import { startTax, type TaxServer } from './tax-server.ts'

let tax: TaxServer
beforeAll(async () => {
  tax = await startTax()
})
afterAll(() => tax.close())
beforeEach(() => void tax.statements())

describe('licence-plate tax of a vehicle in 107', () => {
  const licenceTaxOf = async (...indexes: number[]): Promise<unknown[]> => {
    const answer = await tax.licenceTax(...indexes.map((index) => `ve-${index}`))
    return answer.data!._entities.map((each) => each.licenceTax)
  }

  it('is asked for many vehicles with one statement', async () => {
    await licenceTaxOf(...Array.from({ length: OWNERS }, (_, index) => index))
    expect(tax.statements()).toHaveLength(1)
  })

  it('is overdue for the debtor, reduced for the disabled, halved for a taxi', async () => {
    const [debtor, disabled, taxi] = await licenceTaxOf(owner.debtor, owner.disabled, owner.taxi)
    expect(debtor).toMatchObject({ taxYear: 107, amount: 7120, surcharge: 356, status: 'OVERDUE' })
    expect(disabled).toMatchObject({ amount: 3980, relief: 'DISABILITY' })
    expect(taxi).toMatchObject({ amount: 1530, dueDate: '2018-04-30' })
  })

  it('is nothing for a scooter and for an electric car', async () => {
    const exempt = { taxYear: 107, amount: 0, surcharge: 0, status: 'EXEMPT', dueDate: null }
    expect(await licenceTaxOf(owner.poor, owner.electric)).toEqual([
      { ...exempt, relief: 'SMALL_ENGINE' },
      { ...exempt, relief: 'ELECTRIC' },
    ])
  })

  it('counts from the day a new car got its plate, and was paid then', async () => {
    const [found] = await licenceTaxOf(owner.newCar)
    // 305 of 365 days
    const amount = Math.floor((7120 * 305) / 365)
    expect(found).toMatchObject({ amount, status: 'PAID', dueDate: '2018-03-02' })
  })

  it('tells the log whose vehicle was looked at', async () => {
    const { extensions } = await tax.licenceTax('ve-0', 've-999')
    expect(extensions.subjects).toEqual([tax.seal(numberOf(0))])
  })

  it('is null for a vehicle the tax office does not know', async () => {
    expect(await licenceTaxOf(999)).toEqual([null])
  })
})
