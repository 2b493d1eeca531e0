import fc from 'fast-check'
import { composeNationalId, maskNationalId } from '../../../schemas/scalars/national-id.ts'
import { ADDRESS, CITIZEN, FORMER_NUMBER, numberOf, village } from './chen-family.ts'
import { openDesk, TAX_LIST, type RegisterDesk } from './register-desk.ts'

/** As the registered operation asks. */
const BULK = `query ($nationalIds: [String!]!) {
  persons(nationalIds: $nationalIds) {
    index nationalIdMasked code
    person { id name { full } birthDate registration { household { householdNo address { text isProtected } } } }
  }
}`
const ABSENT = 'A123456789'

interface Line {
  readonly index: number
  readonly nationalIdMasked: string | null
  readonly code: string
  readonly person: { readonly id: string; readonly name: { readonly full: string } } | null
}

describe('a list of people', () => {
  let desk: RegisterDesk
  beforeAll(async () => void (desk = await openDesk([village])))
  afterAll(() => desk?.close())

  const lookUp = async (nationalIds: readonly string[], caller = {}): Promise<readonly Line[]> => {
    const { data, errors } = await desk.ask(BULK, { nationalIds }, { ...TAX_LIST, ...caller })
    expect(errors).toBeUndefined()
    return data.persons
  }

  it('answers each number for itself: found, not found, wrong', async () => {
    expect(await lookUp([CITIZEN, ABSENT, 'S223456785'])).toEqual([
      {
        index: 0,
        nationalIdMasked: 'S2****6786',
        code: 'FOUND',
        person: {
          id: desk.sealer.seal(CITIZEN),
          name: { full: '測試一' },
          birthDate: '1965-05-05',
          registration: {
            household: { householdNo: 'F0000100', address: { text: ADDRESS, isProtected: false } },
          },
        },
      },
      { index: 1, nationalIdMasked: 'A1****6789', code: 'NOT_FOUND', person: null },
      { index: 2, nationalIdMasked: 'S2****6785', code: 'INVALID', person: null },
    ])
  })

  it('finds people by former numbers, in any width and case, as often as they stand there', async () => {
    const lines = await lookUp([CITIZEN, FORMER_NUMBER, ' ｓ２２３４５６７８６ ', CITIZEN])
    expect(new Set(lines.map(({ person }) => person?.id))).toEqual(
      new Set([desk.sealer.seal(CITIZEN)]),
    )
  })

  it('withholds the address of the protected here too', async () => {
    const [line] = await lookUp([numberOf(7)])
    expect(line?.person).toMatchObject({
      registration: { household: { address: { text: null, isProtected: true } } },
    })
  })

  it('says of a text that is no number only that it is wrong', async () => {
    const texts = ['', 'x', `${CITIZEN}0`, `陳${CITIZEN}`, 'A800000014', "'; drop table person"]
    const lines = await lookUp(texts)
    expect(lines.map(({ code }) => code)).toEqual(texts.map(() => 'INVALID'))
    // a resident number 統一證號 is no national ID, but has its shape
    expect(lines.map(({ nationalIdMasked }) => nationalIdMasked)).toEqual([
      null,
      null,
      null,
      null,
      'A8****0014',
      null,
    ])
  })

  it('comes back in the order asked for, whatever stands in it', async () => {
    const people = village.persons.map(({ nationalId }) => nationalId)
    const number = fc.oneof(
      fc.constantFrom(...people),
      fc.integer({ min: 0, max: 999_999 }).map((serial) => composeNationalId('Z', 2, serial)),
      fc.string({ maxLength: 12 }),
      fc.constantFrom('S223456785', 'A323456789', ''),
    )
    const kindOf = (text: string) => {
      if (people.includes(text)) return 'FOUND'
      return /^Z2\d{8}$/.test(text) ? 'NOT_FOUND' : 'INVALID'
    }
    await fc.assert(
      fc.asyncProperty(fc.array(number, { maxLength: 60 }), async (asked) => {
        const lines = await lookUp(asked)
        expect(lines.map(({ index }) => index)).toEqual(asked.map((_, index) => index))
        expect(lines.map(({ code }) => code)).toEqual(asked.map(kindOf))
        expect(lines.map(({ person }) => person?.id ?? null)).toEqual(
          asked.map((text) => (kindOf(text) === 'FOUND' ? desk.sealer.seal(text) : null)),
        )
        for (const [index, text] of asked.entries()) {
          if (kindOf(text) !== 'INVALID') {
            expect(lines[index]?.nationalIdMasked).toBe(maskNationalId(text))
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('of 1,000 costs as many statements as of one: case, people, households', async () => {
    await lookUp([CITIZEN])
    const one = desk.statements()
    const many = Array.from({ length: 990 }, (_, serial) => composeNationalId('S', 1, serial))
    await lookUp([...many, ...village.persons.map(({ nationalId }) => nationalId)])
    expect([one.length, desk.statements().length]).toEqual([3, 3])
  })

  it('of 1,001 is refused whole, before the register is asked', async () => {
    const nationalIds = Array.from({ length: 1001 }, () => CITIZEN)
    const { data, errors } = await desk.ask(BULK, { nationalIds }, TAX_LIST)
    expect(data).toEqual({ persons: null })
    expect(errors?.map(({ message }) => message)).toEqual([
      'The document has more national IDs than the allowed 1000.',
    ])
    expect(errors?.[0]?.extensions.code).toBe('OPERATION_LIMIT')
    expect(desk.statements()).toEqual([])
  })

  it('writes down everyone who was searched for, and nothing of the wrong', async () => {
    const { extensions } = await desk.ask(
      BULK,
      { nationalIds: [ABSENT, 'S223456785', CITIZEN] },
      TAX_LIST,
    )
    expect(extensions?.subjects.toSorted()).toEqual(
      [ABSENT, CITIZEN].map((number) => desk.sealer.seal(number)).toSorted(),
    )
  })
})

describe('who may have a list', () => {
  let desk: RegisterDesk
  beforeAll(async () => void (desk = await openDesk([village])))
  afterAll(() => desk?.close())
  const asked = [CITIZEN, numberOf(5), ABSENT]
  const codes = async (caller: object) => {
    const { data, errors } = await desk.ask(BULK, { nationalIds: asked }, caller)
    expect(errors).toBeUndefined()
    return data.persons.map(({ code }: Line) => code)
  }

  it('the client whose case covers lists, for anyone in the register', async () => {
    expect(await codes(TAX_LIST)).toEqual(['FOUND', 'FOUND', 'NOT_FOUND'])
  })

  it('a case of one citizen covers a list of that citizen alone; others look absent', async () => {
    const { data } = await desk.ask(BULK, { nationalIds: asked }, { client: 'local-tax' })
    const [own, refused, absent] = data.persons
    expect([own.code, refused.code]).toEqual(['FOUND', 'NOT_FOUND'])
    const masked = maskNationalId(numberOf(5))
    expect(refused).toEqual({ ...absent, index: 1, nationalIdMasked: masked })
  })

  it.each([
    ['of another client', { ...TAX_LIST, client: 'social-affairs' }],
    ['that is closed', { case: '1070510-0001' }],
    ['that does not exist', { case: '1070510-9999' }],
  ])('nobody under a case %s', async (_, caller) => {
    expect(await codes(caller)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'])
    expect(desk.statements()).toHaveLength(2)
    const told = await desk.ask(BULK, { nationalIds: asked }, { ...caller, existence: true })
    expect(told.data).toEqual({ persons: null })
    expect(told.errors?.map(({ extensions }) => extensions.code)).toEqual(['CASE_NOT_VALID'])
  })

  it('refused is told from absent only where the agreement grants existence', async () => {
    expect(await codes({ existence: true })).toEqual(['FOUND', 'REFUSED', 'NOT_FOUND'])
  })

  it('the case over a list does not open the desk’s one door', async () => {
    const { data } = await desk.ask(
      'query ($id: NationalId!) { person(nationalId: $id) { id } }',
      { id: CITIZEN },
      TAX_LIST,
    )
    expect(data).toEqual({ person: null })
  })

  it('needs the scope of its own', async () => {
    const { errors } = await desk.ask(
      'query ($nationalIds: [String!]!) { persons(nationalIds: $nationalIds) { code } }',
      { nationalIds: asked },
      { ...TAX_LIST, scopes: ['household:identity'] },
    )
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE')
  })

  it('puts no national ID into a statement, a log line or an error', async () => {
    const texts: string[] = []
    for (const caller of [TAX_LIST, { existence: true, case: '1070510-0001' }]) {
      const { errors } = await desk.ask(BULK, { nationalIds: [...asked, 'S223456785'] }, caller)
      texts.push(JSON.stringify(errors ?? []), desk.statements().join('\n'), desk.log())
    }
    expect(texts.join('\n')).not.toMatch(/[A-Z][12]\d{8}/)
  })
})
