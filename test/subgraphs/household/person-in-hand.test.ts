import { CITIZEN, FORMER_NUMBER, numberOf, village } from './chen-family.ts'
import { openDesk, TAX_LIST, type RegisterDesk } from './register-desk.ts'

const PERSON = `query ($nationalId: NationalId!) {
  person(nationalId: $nationalId) { id name { full latin } nationalIdMasked birthDate sex formerIds }
}`

const OPEN_CASE = {
  officer: null,
  coverage: 'PERSON',
  citizenNationalId: CITIZEN,
  status: 'OPEN',
  openedOn: '2018-05-10',
  closedOn: null,
} as const

describe('finding the person at the desk', () => {
  let desk: RegisterDesk
  beforeAll(async () => void (desk = await openDesk([village])))
  afterAll(() => desk.close())

  it('answers the citizen of the open case, the number masked', async () => {
    const { data, errors } = await desk.ask(PERSON, { nationalId: CITIZEN })
    expect(errors).toBeUndefined()
    expect(data.person).toEqual({
      id: desk.sealer.seal(CITIZEN),
      name: { full: '測試一', latin: null },
      nationalIdMasked: 'S2****6786',
      birthDate: '1965-05-05',
      sex: 'FEMALE',
      formerIds: [desk.sealer.seal(FORMER_NUMBER)],
    })
  })

  it('finds her by the number she had before it was changed', async () => {
    const { data } = await desk.ask(PERSON, { nationalId: FORMER_NUMBER })
    expect(data.person.id).toBe(desk.sealer.seal(CITIZEN))
  })

  it('writes down who was searched for, found or not', async () => {
    const stranger = numberOf(5)
    const { data, extensions } = await desk.ask(PERSON, { nationalId: stranger })
    expect(data.person).toBeNull()
    expect(extensions?.subjects).toEqual([desk.sealer.seal(stranger)])
  })

  it.each([
    ['of another citizen', numberOf(5), {}],
    ['that is closed', CITIZEN, { case: '1070510-0001' }],
    ['that does not exist', CITIZEN, { case: '1070510-9999' }],
    ['and a person who is not in the register', 'A123456789', {}],
  ])('answers nothing for a case %s', async (_, nationalId, caller) => {
    const { data, errors } = await desk.ask(PERSON, { nationalId }, caller)
    expect({ data, errors }).toEqual({ data: { person: null }, errors: undefined })
    expect(desk.statements()).toHaveLength(2)
  })

  it('says CASE_NOT_VALID where the agreement lets the caller know of existence', async () => {
    const caller = { existence: true, case: '1070510-0001' }
    const { data, errors } = await desk.ask(PERSON, { nationalId: CITIZEN }, caller)
    expect(data).toEqual({ person: null })
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['CASE_NOT_VALID'])
  })

  it('keeps a case of one client from another', async () => {
    await desk.database.db
      .insertInto('serviceCase')
      .values({ ...OPEN_CASE, caseNo: '1070510-0200', clientId: 'social-affairs' })
      .execute()
    const asked = { nationalId: CITIZEN }
    const theirs = await desk.ask(PERSON, asked, { case: '1070510-0200', client: 'social-affairs' })
    const ours = await desk.ask(PERSON, asked, { case: '1070510-0200' })
    expect([theirs.data.person === null, ours.data.person === null]).toEqual([false, true])
  })

  it.each([
    ['the person', () => desk.ask(PERSON, { nationalId: CITIZEN }, { case: null })],
    [
      'a person another agency leads to',
      () =>
        desk.entities(
          '... on Person { birthDate }',
          [{ __typename: 'Person', id: desk.sealer.seal(CITIZEN) }],
          { case: null },
        ),
    ],
    [
      'a household another agency leads to',
      () =>
        desk.entities(
          '... on Household { householdNo }',
          [{ __typename: 'Household', id: 'hh-100' }],
          { case: null },
        ),
    ],
  ])('asks for a case number before it answers %s', async (_, asking) => {
    const { errors } = await asking()
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['CASE_REQUIRED'])
  })

  describe.each([
    ['a person', 'Person', () => desk.sealer.seal(CITIZEN), () => desk.sealer.seal('A123456789')],
    ['a household', 'Household', () => 'hh-100', () => 'hh-12345'],
  ])('%s another agency leads to', (_, __typename, present, absent) => {
    const led = (id: string, caller: Record<string, unknown>) =>
      desk.entities(`... on ${__typename} { id }`, [{ __typename, id }], caller)

    beforeAll(async () => {
      await desk.database.db
        .insertInto('serviceCase')
        .values({ ...OPEN_CASE, caseNo: '1070510-0300', clientId: 'motor-office' })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    })

    it.each([
      ['closed', { case: '1070510-0001' }],
      ['of nobody', { case: '1070510-9999' }],
      ['of another client', { case: '1070510-0300' }],
    ])('S10 Z16 looks absent under a case that is %s', async (__, caller) => {
      const refused = await led(present(), caller)
      const refusedStatements = desk.statements()
      const missing = await led(absent(), {})
      expect(refused.data).toEqual({ _entities: [null] })
      expect([refused.data, refused.errors]).toEqual([missing.data, missing.errors])
      expect(refusedStatements).toEqual(desk.statements())
      const told = await led(present(), { ...caller, existence: true })
      expect(told.data).toEqual({ _entities: [null] })
      expect(told.errors?.map(({ extensions }) => extensions.code)).toEqual(['CASE_NOT_VALID'])
    })

    it('is answered under a case of the client’s own', async () => {
      const { data } = await led(present(), { case: '1070510-0300', client: 'motor-office' })
      expect(data._entities).toEqual([{ id: present() }])
    })
  })

  it('resolves a sealed key of the former number to the person of today', async () => {
    const keys = [FORMER_NUMBER, CITIZEN, 'A123456789'].map((number) => ({
      __typename: 'Person',
      id: desk.sealer.seal(number),
    }))
    const { data } = await desk.entities('... on Person { id nationalIdMasked }', keys, TAX_LIST)
    const now = { id: desk.sealer.seal(CITIZEN), nationalIdMasked: 'S2****6786' }
    expect(data._entities).toEqual([now, now, null])
  })

  it('never follows a former number that is someone else’s now', async () => {
    const twice = numberOf(5)
    await desk.database.db
      .insertInto('personNationalId')
      .values({
        personNo: 8,
        nationalId: twice,
        validFrom: '1970-03-04',
        validTo: '1980-01-01',
        reason: 'DUPLICATE_ALLOTMENT',
      })
      .execute()
    const keys = [twice, numberOf(8)].map((number) => ({
      __typename: 'Person',
      id: desk.sealer.seal(number),
    }))
    const { data } = await desk.entities(
      '... on Person { name { full } formerIds }',
      keys,
      TAX_LIST,
    )
    expect(data._entities).toEqual([
      { name: { full: '林寄居' }, formerIds: [] },
      { name: { full: '護某妹' }, formerIds: [] },
    ])
  })

  it('puts no national ID into a statement, a log line or an error', async () => {
    const texts: string[] = []
    for (const caller of [{}, { existence: true, case: '1070510-0001' }]) {
      const { errors } = await desk.ask(PERSON, { nationalId: CITIZEN }, caller)
      texts.push(JSON.stringify(errors ?? []), desk.statements().join('\n'), desk.log())
    }
    expect(texts.join('\n')).not.toMatch(/[A-Z][12]\d{8}/)
  })
})
