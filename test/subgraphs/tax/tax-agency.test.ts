import { formerNumber, numberOf, owner, OWNERS, stranger } from './sample-village.ts'
import { AS_OF, askPerson, startTax, type TaxServer } from './tax-server.ts'

const BILLS = `{ billNo kind taxYear amount dueDate surcharge totalDue status relief paidOn vehicle { id }
  authority { code name } }`

let tax: TaxServer
beforeAll(async () => {
  tax = await startTax()
})
afterAll(() => tax.close())
beforeEach(() => void tax.statements())

describe('bills', () => {
  it('of the debtor that are open: licence tax of 107, ten days late, with 5 % on it', async () => {
    const { bills } = await tax.profile(
      `bills(status: [UNPAID, OVERDUE]) ${BILLS}`,
      tax.person(numberOf(owner.debtor)),
    )
    const overdue = bills.filter((bill) => bill['status'] === 'OVERDUE')
    expect(overdue).toEqual([
      {
        billNo: expect.stringMatching(/^3107\d{12}$/),
        kind: 'LICENCE_PLATE_TAX',
        taxYear: 107,
        amount: 7120,
        dueDate: '2018-04-30',
        surcharge: 356,
        totalDue: 7476,
        status: 'OVERDUE',
        relief: null,
        paidOn: null,
        vehicle: { id: 've-0' },
        authority: { code: 'LOCALTAX_QISHAN', name: '高雄市稅捐稽徵處旗山分處' },
      },
    ])
  })

  it('go to enforcement with the full 15 %: land value tax of 106, due 106-11-30', async () => {
    const { bills } = await tax.profile(
      `bills(status: [ENFORCED]) { kind taxYear amount surcharge dueDate }`,
      tax.person(numberOf(owner.debtor)),
    )
    // 200 m² at a declared 800: 160,000 at 2 permille
    expect(bills).toEqual([
      { kind: 'LAND_VALUE_TAX', taxYear: 106, amount: 320, surcharge: 48, dueDate: '2017-11-30' },
    ])
  })

  it('of income tax are owed to the national bureau, not to the local office', async () => {
    const people = Array.from({ length: OWNERS }, (_, index) => tax.person(numberOf(index)))
    const answer = await tax.ask(askPerson('bills { kind amount dueDate authority { code } }'), {
      people,
    })
    const national = answer
      .data!._entities.flatMap((each) => each.tax.bills)
      .filter((bill) => bill['kind'] === 'INCOME_TAX')
    expect(national.length).toBeGreaterThan(0)
    for (const bill of national) {
      // (480,000 + 1,200 − 88,000 − 90,000 − 128,000 − 1,200) × 5 %
      const expected = { amount: 8700, dueDate: '2018-05-31', authority: { code: 'NTB_QISHAN' } }
      expect(bill).toMatchObject(expected)
    }
  })

  it('are known as of the business day: on 107-04-15 no house tax, and nothing paid later', async () => {
    const earlier = await startTax('2018-04-15')
    const people = Array.from({ length: OWNERS }, (_, index) => ({
      __typename: 'Person',
      id: earlier.seal(numberOf(index)),
      formerIds: [],
      isProtected: false,
    }))
    const answer = await earlier.ask(askPerson('bills { kind taxYear status paidOn }'), { people })
    await earlier.close()
    const of107 = answer
      .data!._entities.flatMap((each) => each.tax?.bills ?? [])
      .filter((bill) => bill['taxYear'] === 107)
    expect(new Set(of107.map((bill) => bill['kind']))).toEqual(new Set(['LICENCE_PLATE_TAX']))
    expect(new Set(of107.map((bill) => bill['status']))).toEqual(new Set(['PAID', 'UNPAID']))
    for (const { status, paidOn } of of107) {
      expect(status === 'PAID').toBe(paidOn !== null)
      expect(paidOn === null || (paidOn as string) <= '2018-04-15').toBe(true)
    }
  })

  it('stand under the number of their day, and are found through the former number', async () => {
    const asked = `bills { kind taxYear }`
    const now = await tax.profile(asked, tax.person(numberOf(owner.renumbered)))
    const both = await tax.profile(
      asked,
      tax.person(numberOf(owner.renumbered), { formerIds: [tax.seal(formerNumber)] }),
    )
    expect(now.bills).toEqual([expect.objectContaining({ kind: 'HOUSE_TAX', taxYear: 107 })])
    expect(both.bills).toContainEqual({ kind: 'LICENCE_PLATE_TAX', taxYear: 107 })
    expect(both.bills).toContainEqual({ kind: 'HOUSE_TAX', taxYear: 107 })
  })

  it('of a low-value home are exempt', async () => {
    const { bills } = await tax.profile(
      `bills(status: [EXEMPT]) { kind amount relief totalDue }`,
      tax.person(numberOf(owner.poor)),
    )
    const exempt = { kind: 'HOUSE_TAX', amount: 0, relief: 'LOW_VALUE_HOME', totalDue: 0 }
    expect(bills).toEqual([exempt, exempt])
  })
})

describe('a tax file', () => {
  it('says whose it is and when it stood', async () => {
    expect(await tax.profile('asOf authority { code name }', tax.person(numberOf(10)))).toEqual({
      asOf: AS_OF,
      authority: { code: 'LOCALTAX_QISHAN', name: '高雄市稅捐稽徵處旗山分處' },
    })
  })

  it('is null for a person of whom the offices hold nothing', async () => {
    const answer = await tax.ask(askPerson('asOf'), { people: [tax.person(stranger)] })
    expect(answer.data!._entities).toEqual([{ tax: null }])
  })

  it('costs three statements for twenty people, however many bills they have', async () => {
    const people = Array.from({ length: 20 }, (_, index) => tax.person(numberOf(index)))
    const answer = await tax.ask(
      askPerson(`asOf bills(status: [UNPAID, OVERDUE]) ${BILLS}
        selfUseResidence { isGranted address { text } since }`),
      { people },
    )
    expect(answer.data!._entities).toHaveLength(20)
    expect(tax.statements()).toHaveLength(3)
    expect(new Set(answer.extensions.subjects).size).toBe(20)
  })

  it('refuses what the scopes do not reach, and a key that was altered', async () => {
    const people = [tax.person(numberOf(10))]
    const refused = await tax.ask(askPerson('income { total }'), { people }, ['tax:bills'])
    expect(refused.errors?.[0]?.extensions.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE')
    const altered = await tax.ask(askPerson('asOf'), { people: [{ ...people[0], id: 'altered' }] })
    expect(altered.errors?.[0]?.extensions.code).toBe('PERSON_KEY_INVALID')
  })
})
