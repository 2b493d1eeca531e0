import { formerNumber, numberOf, owner, OWNERS, stranger } from './sample-village.ts'
import { AS_OF, startTax, type AnsweredProfile, type TaxServer } from './tax-server.ts'

const BILLS = `{ billNo kind taxYear amount dueDate surcharge totalDue status relief paidOn vehicle { id }
  authority { code name } }`
const PERSON = (fields: string): string => `query ($people: [_Any!]!) {
  _entities(representations: $people) { ... on Person { tax { ${fields} } } }
}`
const VEHICLE = `query ($vehicles: [_Any!]!) {
  _entities(representations: $vehicles) { ... on Vehicle {
    licenceTax { taxYear amount surcharge status dueDate relief } } }
}`

let tax: TaxServer
beforeAll(async () => {
  tax = await startTax()
})
afterAll(() => tax.close())
beforeEach(() => void tax.statements())

const person = (nationalId: string, more: object = {}): object => ({
  __typename: 'Person',
  id: tax.seal(nationalId),
  formerIds: [],
  isProtected: false,
  ...more,
})
const profile = async (fields: string, representation: object): Promise<AnsweredProfile> => {
  const answer = await tax.ask(PERSON(fields), { people: [representation] })
  expect(answer.errors).toBeUndefined()
  return answer.data!._entities[0]!.tax
}
const licenceTaxOf = async (...indexes: number[]): Promise<unknown[]> => {
  const vehicles = indexes.map((index) => ({ __typename: 'Vehicle', id: `ve-${index}` }))
  const answer = await tax.ask(VEHICLE, { vehicles })
  expect(answer.errors).toBeUndefined()
  return answer.data!._entities.map((each) => each.licenceTax)
}

describe('bills', () => {
  it('of the debtor that are open: licence tax of 107, ten days late, with 5 % on it', async () => {
    const { bills } = await profile(
      `bills(status: [UNPAID, OVERDUE]) ${BILLS}`,
      person(numberOf(owner.debtor)),
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
    const { bills } = await profile(
      `bills(status: [ENFORCED]) { kind taxYear amount surcharge dueDate }`,
      person(numberOf(owner.debtor)),
    )
    // 200 m² at a declared 800: 160,000 at 2 permille
    expect(bills).toEqual([
      { kind: 'LAND_VALUE_TAX', taxYear: 106, amount: 320, surcharge: 48, dueDate: '2017-11-30' },
    ])
  })

  it('of income tax are owed to the national bureau, not to the local office', async () => {
    const people = Array.from({ length: OWNERS }, (_, index) => person(numberOf(index)))
    const answer = await tax.ask(PERSON('bills { kind amount dueDate authority { code } }'), {
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
    const answer = await earlier.ask(PERSON('bills { kind taxYear status paidOn }'), { people })
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
    const now = await profile(asked, person(numberOf(owner.renumbered)))
    const both = await profile(
      asked,
      person(numberOf(owner.renumbered), { formerIds: [tax.seal(formerNumber)] }),
    )
    expect(now.bills).toEqual([expect.objectContaining({ kind: 'HOUSE_TAX', taxYear: 107 })])
    expect(both.bills).toContainEqual({ kind: 'LICENCE_PLATE_TAX', taxYear: 107 })
    expect(both.bills).toContainEqual({ kind: 'HOUSE_TAX', taxYear: 107 })
  })

  it('of a low-value home are exempt', async () => {
    const { bills } = await profile(
      `bills(status: [EXEMPT]) { kind amount relief totalDue }`,
      person(numberOf(owner.poor)),
    )
    const exempt = { kind: 'HOUSE_TAX', amount: 0, relief: 'LOW_VALUE_HOME', totalDue: 0 }
    expect(bills).toEqual([exempt, exempt])
  })
})

describe('licence-plate tax of a vehicle in 107', () => {
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

  it('is null for a vehicle the tax office does not know', async () => {
    expect(await licenceTaxOf(999)).toEqual([null])
  })
})

describe('self-use residence', () => {
  const ask = (index: number, more?: object): Promise<AnsweredProfile> =>
    profile(
      `selfUseResidence { isGranted since endedOn registrant checkedOn
        address { text isProtected doorPlate { id } } }`,
      person(numberOf(index), more),
    )

  it.each([
    ['the owner', owner.debtor, 'OWNER'],
    ['the spouse', owner.away, 'SPOUSE'],
    ['a daughter', owner.parent, 'LINEAL_KIN'],
  ])('is granted while %s is registered there', async (_who, index, registrant) => {
    const { selfUseResidence } = await ask(index)
    expect(selfUseResidence).toMatchObject({
      isGranted: true,
      registrant,
      endedOn: null,
      checkedOn: '2017-08-31',
      since: expect.stringMatching(/^(19|20)\d\d-01-01$/),
      address: {
        text: `高雄市甲仙區大田里3鄰大田${index + 1}號`,
        isProtected: false,
        doorPlate: { id: `sp-${index}` },
      },
    })
  })

  it('ended with last year where nobody is registered any more', async () => {
    const { selfUseResidence } = await ask(owner.empty)
    expect(selfUseResidence).toMatchObject({
      isGranted: false,
      registrant: null,
      endedOn: '2018-01-01',
    })
  })

  it.each([true, null, undefined])(
    'has no address, plate or land number where isProtected is %s',
    async (isProtected) => {
      const masked = { text: null, isProtected: true, doorPlate: null }
      const { selfUseResidence } = await ask(owner.debtor, { isProtected })
      expect(selfUseResidence).toMatchObject({ isGranted: true, address: masked })
      const answer = await profile(
        `property { houses { address { text isProtected doorPlate { id } } } parcels { section parcelNo } }`,
        person(numberOf(owner.debtor), { isProtected }),
      )
      expect(answer['property']).toEqual({
        houses: [{ address: masked }],
        parcels: [{ section: null, parcelNo: null }],
      })
    },
  )
})

describe('property and income', () => {
  it('lists houses and land with their values', async () => {
    const { property } = await profile(
      `property { assessedTotal
        houses { taxRollNo areaM2 builtYear use assessedValue }
        parcels { taxRollNo areaM2 announcedValuePerM2 declaredValuePerM2 assessedValue isUrban } }`,
      person(numberOf(10)),
    )
    expect(property).toEqual({
      assessedTotal: 1_500_000,
      houses: [
        {
          taxRollNo: 'ho-10',
          areaM2: 99.5,
          builtYear: 74,
          use: 'SELF_USE',
          assessedValue: 500_000,
        },
      ],
      parcels: [
        {
          taxRollNo: 'la-10',
          areaM2: 200,
          announcedValuePerM2: 5000,
          declaredValuePerM2: 800,
          assessedValue: 1_000_000,
          isUrban: false,
        },
      ],
    })
  })

  it('gives the income of the latest year, or of the year asked', async () => {
    const asked = `latest: income { year total items { kind amount payer } authority { code } }
      none: income(year: 105) { total }`
    expect(await profile(asked, person(numberOf(10)))).toEqual({
      latest: {
        year: 106,
        total: 481_200,
        items: [
          { kind: 'SALARY', amount: 480_000, payer: '某公司' },
          { kind: 'INTEREST', amount: 1200, payer: '甲仙區農會' },
        ],
        authority: { code: 'NTB_QISHAN' },
      },
      none: null,
    })
  })
})

describe('a tax file', () => {
  it('says whose it is and when it stood', async () => {
    expect(await profile('asOf authority { code name }', person(numberOf(10)))).toEqual({
      asOf: AS_OF,
      authority: { code: 'LOCALTAX_QISHAN', name: '高雄市稅捐稽徵處旗山分處' },
    })
  })

  it('is null for a person of whom the offices hold nothing', async () => {
    const answer = await tax.ask(PERSON('asOf'), { people: [person(stranger)] })
    expect(answer.data!._entities).toEqual([{ tax: null }])
  })

  it('costs three statements for twenty people, however many bills they have', async () => {
    const people = Array.from({ length: 20 }, (_, index) => person(numberOf(index)))
    const answer = await tax.ask(
      PERSON(`asOf bills(status: [UNPAID, OVERDUE]) ${BILLS}
        selfUseResidence { isGranted address { text } since }`),
      { people },
    )
    expect(answer.data!._entities).toHaveLength(20)
    expect(tax.statements()).toHaveLength(3)
    expect(new Set(answer.extensions.subjects).size).toBe(20)
  })

  it('refuses what the scopes do not reach, and a key that was altered', async () => {
    const people = [person(numberOf(10))]
    const refused = await tax.ask(PERSON('income { total }'), { people }, ['tax:bills'])
    expect(refused.errors?.[0]?.extensions.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE')
    const altered = await tax.ask(PERSON('asOf'), { people: [{ ...people[0], id: 'altered' }] })
    expect(altered.errors?.[0]?.extensions.code).toBe('PERSON_KEY_INVALID')
  })
})
