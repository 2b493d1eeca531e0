import { ADDRESS, CITIZEN, FORMER_NUMBER, numberOf, village } from './chen-family.ts'
import { openDesk, TAX_LIST, type RegisterDesk } from './register-desk.ts'

describe('what the register says', () => {
  let desk: RegisterDesk
  beforeAll(async () => void (desk = await openDesk([village])))
  afterAll(() => desk?.close())

  const about = async (ordinal: number, selection: string) => {
    const id = desk.sealer.seal(numberOf(ordinal))
    const asked = [{ __typename: 'Person', id }]
    const { data, errors } = await desk.entities(`... on Person { ${selection} }`, asked, TAX_LIST)
    expect(errors).toBeUndefined()
    return data._entities[0]
  }

  it('lists members in the order of 戶籍法施行細則第4條, the relation as written', async () => {
    const { registration } = await about(
      2,
      `registration { household {
         type householdNo headOfHousehold { name { full } }
         members { relationToHead relationCode person { name { full } } }
       } registeredOn }`,
    )
    expect(registration.household.headOfHousehold).toEqual({ name: { full: '測試一' } })
    expect(
      registration.household.members.map(
        (member: { relationToHead: string; person: { name: { full: string } } }) =>
          `${member.relationToHead} ${member.person.name.full}`,
      ),
    ).toEqual(['戶長 測試一', '母 陳王氏', '長子 測試二', '寄居人 林寄居'])
    expect(registration.registeredOn).toBe('2015-08-20')
  })

  it('gives the address and its plate where nobody is protected', async () => {
    const { registration } = await about(2, ADDRESS_OF)
    expect(registration.household.address).toEqual({
      text: ADDRESS,
      isProtected: false,
      doorPlate: { id: 'sp-100' },
    })
  })

  it.each([
    ['the protected person', 7],
    ['a housemate who is not protected', 8],
  ])('withholds the address asked through %s', async (_, ordinal) => {
    const person = await about(ordinal, `isProtected ${ADDRESS_OF}`)
    const withheld = { text: null, isProtected: true, doorPlate: null }
    expect(person.isProtected).toBe(true)
    expect(person.registration.household.address).toEqual(withheld)
  })

  it('withholds it where the household itself is asked for', async () => {
    const asked = ['hh-101', 'hh-100', 'hh-12345'].map((id) => ({ __typename: 'Household', id }))
    const selection = '... on Household { address { text isProtected } }'
    const { data } = await desk.entities(selection, asked, TAX_LIST)
    expect(data._entities).toEqual([
      { address: { text: null, isProtected: true } },
      { address: { text: ADDRESS, isProtected: false } },
      null,
    ])
  })

  it('gives no household to the dead and to those registered elsewhere', async () => {
    const selection = 'registration { household { id } registeredElsewhere }'
    expect((await about(1, selection)).registration.household).toBeNull()
    expect((await about(4, selection)).registration).toEqual({
      household: null,
      registeredElsewhere: '臺北市信義區',
    })
  })

  it('shows the closed record with everyone who stood in it', async () => {
    const { history } = await about(
      2,
      `history {
         nationalIds { nationalIdMasked validTo reason }
         closedRecords { status closedOn closedReason members { relationToHead person { name { full } } } }
       }`,
    )
    expect(history.nationalIds).toEqual([
      { nationalIdMasked: 'S1****6784', validTo: '1999-09-09', reason: 'SEX_CHANGE' },
    ])
    const [closed] = history.closedRecords
    expect(closed).toMatchObject({
      status: 'CLOSED',
      closedOn: '2010-06-01',
      closedReason: 'HEAD_DEATH',
    })
    expect(
      closed.members.map((member: { relationToHead: string }) => member.relationToHead),
    ).toEqual(['戶長', '妻', '長女', '外孫'])
  })

  it.each([
    ['nobody', 4, []],
    ['a minor, who comes of age at 20 in 107', 3, ['MINOR']],
    ['the dead', 1, ['DECEASED']],
    ['the protected', 7, ['PROTECTED']],
    ['the housemate of the protected', 8, []],
    ['who moved abroad', 9, ['MOVED_ABROAD']],
    ['who is under guardianship', 10, ['GUARDIANSHIP']],
  ])('flags %s', async (_, ordinal, kinds) => {
    const { flags } = await about(ordinal, 'flags { kind }')
    expect(flags.map(({ kind }: { kind: string }) => kind)).toEqual(kinds)
  })

  it('names the legal ground of a protection and since when it stands', async () => {
    const { flags } = await about(7, 'flags { kind since basis }')
    expect(flags).toEqual([{ kind: 'PROTECTED', since: '2017-01-01', basis: '家庭暴力防治法' }])
  })

  it('leaves notes out unless a reason is given', async () => {
    expect((await about(2, 'notes { text }')).notes).toBeNull()
  })

  it('masks every national ID inside the notes, which the register itself keeps', async () => {
    const { notes } = await about(2, 'notes(reason: OWN_REQUEST) { seq type text }')
    expect(notes.map(({ text }: { text: string }) => text)).toEqual([
      '民國54年5月5日在臺灣省高雄縣出生民國54年5月5日申登。',
      `與李某某統一編號${masked(numberOf(4))}民國79年5月1日結婚民國79年5月1日申登。`,
      '原統一編號S1****6784民國88年9月9日更正為S2****6786民國88年9月9日申登。',
      `與李某某統一編號${masked(numberOf(4))}民國97年8月8日離婚民國97年8月8日申登。`,
      `民國104年6月1日遷入${ADDRESS}民國104年8月20日申登。`,
    ])
    const stored = await desk.database.db.selectFrom('personNote').select('text').execute()
    expect(stored.map(({ text }) => text).join()).toContain(FORMER_NUMBER)
  })

  it('withholds the note that names a protected address, and only that one', async () => {
    const { notes } = await about(7, 'notes(reason: COURT_PROCEEDING) { type text }')
    expect(notes).toEqual([
      { type: 'MOVE_IN', text: null },
      { type: 'DIVORCE', text: expect.stringContaining('離婚') },
    ])
  })

  it('writes the head’s death into the notes of the household that followed', async () => {
    const { registration } = await about(
      2,
      'registration { household { notes(reason: INHERITANCE) { type eventDate text } } }',
    )
    expect(registration.household.notes).toEqual([
      {
        type: 'DEATH',
        eventDate: '2010-06-01',
        text: `原戶長陳阿土統一編號${masked(numberOf(1))}民國99年6月1日死亡,由測試一統一編號S2****6786繼為戶長。`,
      },
    ])
  })

  it('keeps the dates of a registration apart and says which came late', async () => {
    const { registration } = await about(
      2,
      'registration { events(first: 2) { type eventDate appliedDate registeredDate dueDate isLate } }',
    )
    expect(registration.events).toEqual([
      {
        type: 'MOVE_IN',
        eventDate: '2015-06-01',
        appliedDate: '2015-08-20',
        registeredDate: '2015-08-20',
        dueDate: '2015-07-01',
        isLate: true,
      },
      {
        type: 'DIVORCE',
        eventDate: '2008-08-08',
        appliedDate: '2008-08-08',
        registeredDate: '2008-08-08',
        dueDate: null,
        isLate: null,
      },
    ])
  })

  it('follows kin across households, marriages and custody by their dates', async () => {
    const { kinship } = await about(
      2,
      `kinship {
         parents { relation person { name { full } } }
         children { person { name { full } } }
         spouses { person { id } }
         ever: spouses(includeEnded: true) { person { name { full } } until endReason marriageKind }
         childrenInCustody { person { name { full } } since }
       }`,
    )
    expect(kinship).toEqual({
      parents: [{ relation: 'PARENT', person: { name: { full: '陳阿土' } } }],
      children: [{ person: { name: { full: '測試二' } } }],
      spouses: [],
      ever: [
        {
          person: { name: { full: '李某某' } },
          until: '2008-08-08',
          endReason: 'DIVORCE',
          marriageKind: 'CIVIL_CODE',
        },
      ],
      childrenInCustody: [{ person: { name: { full: '測試二' } }, since: '2008-08-08' }],
    })
  })

  it('takes a same-sex annotation for no marriage', async () => {
    const { kinship } = await about(
      5,
      'kinship { spouses(includeEnded: true) { relation } partnerAnnotations { partner { name { full } } annotatedOn } }',
    )
    expect(kinship).toEqual({
      spouses: [],
      partnerAnnotations: [{ partner: { name: { full: '遷某某' } }, annotatedOn: '2016-06-06' }],
    })
  })

  it('refuses a marriage under Act 748 before the Act was in force', async () => {
    const early = desk.database.db
      .insertInto('marriage')
      .values({
        firstPersonNo: 5,
        secondPersonNo: 9,
        kind: 'ACT_748',
        validFrom: '2019-05-23',
        validTo: null,
        endReason: null,
      })
      .execute()
    await expect(early).rejects.toThrow('marriage')
  })

  it('refuses one person in two households at once', async () => {
    const twice = desk.database.db
      .insertInto('householdMember')
      .values({
        householdKey: 101,
        personNo: 2,
        position: 9,
        relationCode: 'LODGER',
        relationText: '寄居人',
        joinedOn: '2018-01-01',
        leftOn: null,
        isPresent: true,
      })
      .execute()
    await expect(twice).rejects.toThrow('household_member_one_household')
  })

  it('gives the issue data of the card in hand', async () => {
    expect((await about(2, 'idCard { issueDate issuePlace issueType }')).idCard).toEqual({
      issueDate: '2005-12-01',
      issuePlace: '高縣',
      issueType: 'RENEWAL',
    })
    expect((await about(1, 'idCard { issueDate }')).idCard).toBeNull()
  })

  it('refuses the address to a caller without its scope', async () => {
    const scopes = ['household:identity', 'household:registration']
    const id = desk.sealer.seal(CITIZEN)
    const asked = [{ __typename: 'Person', id }]
    const { data, errors } = await desk.entities(`... on Person { ${ADDRESS_OF} }`, asked, {
      scopes,
    })
    expect(data).toBeUndefined()
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE')
  })
})

const ADDRESS_OF = 'registration { household { address { text isProtected doorPlate { id } } } }'

function masked(nationalId: string): string {
  return `${nationalId.slice(0, 2)}****${nationalId.slice(6)}`
}
