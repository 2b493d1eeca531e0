import { numberOf, owner } from './sample-village.ts'
import { startTax, type AnsweredProfile, type TaxServer } from './tax-server.ts'

let tax: TaxServer
beforeAll(async () => {
  tax = await startTax()
})
afterAll(() => tax.close())

describe('self-use residence', () => {
  const ask = (index: number, more?: object): Promise<AnsweredProfile> =>
    tax.profile(
      `selfUseResidence { isGranted since endedOn registrant checkedOn
        address { text isProtected doorPlate { id } } }`,
      tax.person(numberOf(index), more),
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
      const answer = await tax.profile(
        `property { houses { address { text isProtected doorPlate { id } } } parcels { section parcelNo } }`,
        tax.person(numberOf(owner.debtor), { isProtected }),
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
    const { property } = await tax.profile(
      `property { assessedTotal
        houses { taxRollNo areaM2 builtYear use assessedValue }
        parcels { taxRollNo areaM2 announcedValuePerM2 declaredValuePerM2 assessedValue isUrban } }`,
      tax.person(numberOf(10)),
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
    expect(await tax.profile(asked, tax.person(numberOf(10)))).toEqual({
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
