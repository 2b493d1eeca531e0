import { isSameAddress, isSameName } from '../../../subgraphs/household/claim/same-text.ts'
import { ADDRESS, CITIZEN, FORMER_NUMBER, numberOf, village } from './chen-family.ts'
import { openDesk, type RegisterDesk } from './register-desk.ts'

const VERIFY = `query ($claim: HouseholdClaimInput!) {
  verifyHousehold(claim: $claim) {
    checkedAt authority { code name } personMatches addressMatches
    livesWith { nationalIdMasked matches relation } registeredSinceMatches
  }
}`
const ABSENT = 'A123456789'
const RIGHT = { nationalId: CITIZEN, name: '測試一', birthDate: '1965-05-05' }
const LOCKED = 'VERIFICATION_LOCKED'

let desk: RegisterDesk
beforeAll(async () => void (desk = await openDesk([village])))
afterAll(() => desk?.close())
beforeEach(async () => void (await desk.database.db.deleteFrom('claimMismatch').execute()))

async function verify(claim: object, caller = {}) {
  const { data, errors } = await desk.ask(VERIFY, { claim }, caller)
  return { answer: data?.verifyHousehold, codes: errors?.map(({ extensions }) => extensions.code) }
}

/** Opens a case of someone. */
async function caseOf(nationalId: string, caseNo: string): Promise<{ case: string }> {
  await desk.database.db
    .insertInto('serviceCase')
    .values({
      caseNo,
      clientId: null,
      officer: null,
      coverage: 'PERSON',
      citizenNationalId: nationalId,
      status: 'OPEN',
      openedOn: '2018-05-10',
      closedOn: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return { case: caseNo }
}

describe('a claim about a household', () => {
  it('that is right in everything is answered YES, with the relation of who lives there', async () => {
    const claim = {
      ...RIGHT,
      address: ADDRESS,
      livesWith: [numberOf(3), numberOf(4), ABSENT],
      registeredSince: '2018-05-10',
    }
    const { answer, codes } = await verify(claim)
    expect(codes).toBeUndefined()
    expect(answer).toEqual({
      checkedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/),
      authority: { code: 'QS_HRO', name: '高雄市旗山戶政事務所' },
      personMatches: 'YES',
      addressMatches: 'YES',
      livesWith: [
        {
          nationalIdMasked: expect.stringMatching(/^S1\*{4}\d{4}$/),
          matches: 'YES',
          relation: '長子',
        },
        {
          nationalIdMasked: expect.stringMatching(/^S1\*{4}\d{4}$/),
          matches: 'NO',
          relation: null,
        },
        { nationalIdMasked: 'A1****6789', matches: 'NO', relation: null },
      ],
      registeredSinceMatches: 'YES',
    })
    expect(desk.statements()).toHaveLength(6)
  })

  it('is answered in what it claims alone', async () => {
    const { answer } = await verify(RIGHT)
    expect(answer).toMatchObject({
      personMatches: 'YES',
      addressMatches: 'UNKNOWN',
      livesWith: [],
      registeredSinceMatches: 'UNKNOWN',
    })
  })

  it.each([
    ['another name', { ...RIGHT, name: '測試二' }],
    ['another birth date', { ...RIGHT, birthDate: '1965-05-06' }],
  ])('with %s learns nothing of the household', async (_, claim) => {
    const { answer } = await verify({ ...claim, address: ADDRESS, livesWith: [numberOf(3)] })
    expect(answer).toMatchObject({
      personMatches: 'NO',
      addressMatches: 'UNKNOWN',
      livesWith: [{ matches: 'UNKNOWN', relation: null }],
    })
  })

  it('of a number alone is no claim', async () => {
    const { answer } = await verify({ nationalId: CITIZEN, address: ADDRESS })
    expect(answer).toMatchObject({ personMatches: 'UNKNOWN', addressMatches: 'UNKNOWN' })
  })

  it('of residence since a day is wrong where the household was entered later', async () => {
    const { answer } = await verify({ ...RIGHT, registeredSince: '1950-01-01' })
    expect(answer).toMatchObject({ registeredSinceMatches: 'NO' })
  })

  it.each([
    ['the protected', 7, '護某某'],
    ['a housemate of the protected', 8, '護某妹'],
    ['the dead', 1, '陳阿土'],
  ])('of %s is UNKNOWN in all but the person', async (_, ordinal, name) => {
    const own = await caseOf(numberOf(ordinal), `1070510-04${ordinal}0`)
    // taxes go on after a death, so this purpose still sees who died eight years ago
    const caller = { ...own, purpose: 'tax-assessment' }
    const claim = { nationalId: numberOf(ordinal), name, registeredSince: '2018-05-10' }
    const right = await verify(
      { ...claim, address: '高雄市甲仙區大田里3鄰大田101號', livesWith: [numberOf(7)] },
      caller,
    )
    const wrong = await verify({ ...claim, address: '高雄市', livesWith: [ABSENT] }, caller)
    expect(right.answer).toMatchObject({
      personMatches: 'YES',
      addressMatches: 'UNKNOWN',
      livesWith: [{ matches: 'UNKNOWN', relation: null }],
      registeredSinceMatches: 'UNKNOWN',
    })
    expect(wrong.answer).toMatchObject({ addressMatches: 'UNKNOWN', personMatches: 'YES' })
  })

  it('never tells someone of another case from nobody', async () => {
    const claim = { name: '林寄居', birthDate: '1970-03-04', address: ADDRESS }
    const refused = await verify({ ...claim, nationalId: numberOf(5) })
    const refusedStatements = desk.statements()
    const absent = await verify({ ...claim, nationalId: ABSENT })
    const { checkedAt: _, ...told } = refused.answer
    expect({ codes: refused.codes, ...told }).toEqual({
      ...absent.answer,
      codes: absent.codes,
      checkedAt: undefined,
    })
    expect(told.personMatches).toBe('NO')
    expect(refusedStatements).toEqual(desk.statements())
  })

  it('names at most 20 housemates', async () => {
    const livesWith = Array.from({ length: 21 }, () => numberOf(3))
    expect((await verify({ ...RIGHT, livesWith })).codes).toEqual(['OPERATION_LIMIT'])
  })
})

describe('three claims that do not match', () => {
  const WRONG = { ...RIGHT, name: '別人' }
  const tryThrice = async (claim: object, caller = {}) => {
    for (let count = 0; count < 3; count++) {
      expect((await verify(claim, caller)).codes).toBeUndefined()
    }
  }

  it('lock the person, so that even a right one is not answered', async () => {
    await tryThrice(WRONG)
    expect(await verify(RIGHT)).toEqual({ answer: null, codes: [LOCKED] })
    expect(await verify(WRONG)).toEqual({ answer: null, codes: [LOCKED] })
  })

  it('lock by a wrong address as well as by a wrong name', async () => {
    await tryThrice({ ...RIGHT, address: '高雄市甲仙區大田里3鄰大田1號' })
    expect((await verify(RIGHT)).codes).toEqual([LOCKED])
  })

  it.each([
    ['of nobody', ABSENT],
    ['of another citizen', numberOf(5)],
  ])('lock a number %s alike', async (_, nationalId) => {
    await tryThrice({ ...WRONG, nationalId })
    expect(await verify({ ...WRONG, nationalId })).toEqual({ answer: null, codes: [LOCKED] })
  })

  it('count together by former and present number', async () => {
    await verify(WRONG)
    await tryThrice({ ...RIGHT, nationalId: FORMER_NUMBER })
    await verify({ ...WRONG, nationalId: FORMER_NUMBER })
    await verify(WRONG)
    expect((await verify({ ...RIGHT, nationalId: FORMER_NUMBER })).codes).toEqual([LOCKED])
  })

  it('lock that person for that client alone', async () => {
    await tryThrice(WRONG)
    expect((await verify(RIGHT, { client: 'motor-office' })).answer.personMatches).toBe('YES')
    const other = await caseOf(numberOf(5), '1070510-0451')
    const claim = { nationalId: numberOf(5), name: '林寄居' }
    expect((await verify(claim, other)).answer.personMatches).toBe('YES')
  })

  it('lock for a day', async () => {
    await tryThrice(WRONG)
    const setBack = (hours: number) =>
      desk.database.db
        .updateTable('claimMismatch')
        .set({ latestAt: new Date(Date.now() - hours * 3_600_000) })
        .execute()
    await setBack(23)
    expect((await verify(RIGHT)).codes).toEqual([LOCKED])
    await setBack(25)
    expect((await verify(RIGHT)).codes).toBeUndefined()
    await tryThrice(WRONG)
    expect((await verify(RIGHT)).codes).toEqual([LOCKED])
  })

  it('are three also when twelve are sent at once', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => verify(WRONG)))
    expect(all.filter(({ answer }) => answer !== null)).toHaveLength(3)
    const one = `q: verifyHousehold(claim: $claim) { personMatches }`
    const aliases = Array.from({ length: 12 }, (_, index) => one.replace('q', `q${index}`))
    const { data } = await desk.ask(
      `query ($claim: HouseholdClaimInput!) { ${aliases.join(' ')} }`,
      { claim: { ...WRONG, nationalId: ABSENT } },
    )
    expect(Object.values(data).filter((answer) => answer !== null)).toHaveLength(3)
  })

  it('leave a right one unanswered that was sent behind many wrong ones at once', async () => {
    const wrong = Array.from({ length: 40 }, () => verify(WRONG))
    const right = verify(RIGHT)
    const others = await Promise.all(wrong)
    expect(others.filter((one) => one.answer !== null)).toHaveLength(3)
    expect(await right).toEqual({ answer: null, codes: [LOCKED] })
  })

  it('are counted without a national ID, which stands in no log or statement either', async () => {
    await tryThrice(WRONG)
    const rows = await desk.database.db.selectFrom('claimMismatch').selectAll().execute()
    expect(rows.map(({ mismatches }) => mismatches)).toEqual([3])
    const kept = [JSON.stringify(rows), desk.log(), ...desk.statements()].join('\n')
    expect(kept).not.toMatch(/[A-Z][12]\d{8}/)
  })
})

describe('the same text', () => {
  const REGISTERED = '高雄市甲仙區大田里3鄰中山路二段12之3號'
  it.each([
    ['as registered', REGISTERED, true],
    ['without village and neighbourhood', '高雄市甲仙區中山路2段12-3號', true],
    ['with a postal code and full width', '847 高雄市甲仙區大田里三鄰中山路２段１２之３號', true],
    ['with 之 after 號', '高雄市甲仙區中山路二段12號之3', true],
    ['a part of it', '高雄市甲仙區', false],
    ['nothing', '', false],
    ['another number', '高雄市甲仙區大田里3鄰中山路二段12之4號', false],
    ['another village', '高雄市甲仙區東安里3鄰中山路二段12之3號', false],
  ])('of an address: %s', (_, claimed, same) => {
    expect(isSameAddress(claimed, REGISTERED)).toBe(same)
  })

  it('of an address: 台 for 臺, twelve in characters', () => {
    expect(isSameAddress('台北市信義區莊敬路十二號二樓', '臺北市信義區莊敬路12號2樓')).toBe(true)
  })

  it('of a name: separators, width and romanisation do not matter, letters do', () => {
    const [full, latin] = ['伍麗華Saidhai‧Tahovecahe', 'Saidhai‧Tahovecahe']
    expect(isSameName('伍麗華 Saidhai·Tahovecahe', full, latin)).toBe(true)
    expect(isSameName('伍麗華', full, latin)).toBe(true)
    expect(isSameName('伍麗', full, latin)).toBe(false)
    expect(isSameName('', full, latin)).toBe(false)
  })
})
