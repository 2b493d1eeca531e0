import fc from 'fast-check'
import type { CaseRow } from '../../../subgraphs/household/register/register-tables.ts'
import { isCaseOf } from '../../../subgraphs/household/case/case-of.ts'
import { discloseNotes } from '../../../subgraphs/household/note/disclose-notes.ts'
import { composePersonNote } from '../../../subgraphs/household/note/compose-note.ts'
import {
  dueDateOf,
  firstOf,
  isLate,
} from '../../../subgraphs/household/register/registration-deadline.ts'
import { addressOf } from '../../../subgraphs/household/register/registered-address.ts'
import { spousesIn } from '../../../subgraphs/household/relation/kin-of.ts'
import { inRegisterOrder } from '../../../subgraphs/household/relation/member-order.ts'
import type { RelationCode } from '../../../subgraphs/_kit/population/types.ts'
import { composeNationalId } from '../../../schemas/scalars/national-id.ts'
import { makePerson } from './small-village.ts'

const anyNumber = fc
  .tuple(
    fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVXYWZIO'),
    fc.constantFrom(1 as const, 2 as const),
    fc.integer({ min: 0, max: 9_999_999 }),
  )
  .map((parts) => composeNationalId(...parts))

const OPEN: CaseRow = {
  caseNo: '1070510-0147',
  clientId: null,
  officer: null,
  coverage: 'PERSON',
  citizenNationalId: 'S223456786',
  status: 'OPEN',
  openedOn: '2018-05-10',
  closedOn: null,
}

const LIST = { coverage: 'LIST', clientId: 'desk-jiaxian', citizenNationalId: null } as const

describe('a case in hand', () => {
  it.each([
    ['open, of any client, of a former number', OPEN, ['S123456784', 'S223456786'], true],
    ['open and the client’s own', { ...OPEN, clientId: 'desk-jiaxian' }, ['S223456786'], true],
    ['another client’s', { ...OPEN, clientId: 'local-tax' }, ['S223456786'], false],
    ['closed', { ...OPEN, status: 'CLOSED' }, ['S223456786'], false],
    ['of another citizen', OPEN, ['A123456789'], false],
    ['over a list', { ...OPEN, ...LIST }, ['S223456786'], false],
    ['missing', null, ['S223456786'], false],
  ] as const)('that is %s', (_, found, numbers, holds) => {
    expect(isCaseOf(found, 'desk-jiaxian', numbers)).toBe(holds)
  })

  it('of one client never serves a caller without a client', () => {
    expect(isCaseOf({ ...OPEN, clientId: 'desk-jiaxian' }, null, ['S223456786'])).toBe(false)
  })
})

describe('notes 記事', () => {
  it('never let a national ID out, whoever it is of and whatever stands around it', () => {
    fc.assert(
      fc.property(anyNumber, fc.string(), fc.string(), (nationalId, before, after) => {
        const row = { ...NOTE, text: `${before}統一編號${nationalId}民國${after}` }
        const [shown] = discloseNotes([row], false)
        expect(shown?.text).not.toContain(nationalId)
      }),
    )
  })

  it('of a marriage name the spouse with the number, as the register has them', () => {
    const spouse = makePerson(2, ['李某某', null, null])
    const event = {
      type: 'MARRY',
      eventDate: '2001-02-03',
      appliedDate: '2001-02-05',
      registeredDate: '2001-02-05',
      otherOrdinal: 2,
    } as const
    const person = makePerson(1, ['陳某某', 'HEAD', '戶長'])
    expect(composePersonNote({ person, event, other: spouse, address: null })).toEqual({
      text: `與李某某統一編號${spouse.nationalId}民國90年2月3日結婚民國90年2月5日申登。`,
      namesAddress: false,
    })
  })

  it('stay silent on an address only where someone is protected', () => {
    const row = { ...NOTE, namesAddress: true, text: '民國90年2月3日遷入高雄市甲仙區。' }
    expect(discloseNotes([row], true)[0]?.text).toBeNull()
    expect(discloseNotes([row], false)[0]?.text).toBe(row.text)
  })
})

describe('the register’s periods', () => {
  it.each([
    ['on the last day', '2018-01-31', false],
    ['a day later', '2018-02-01', true],
  ])('an application %s', (_, appliedDate, late) => {
    const event = { eventDate: '2018-01-01', appliedDate, deadlineDays: 30 }
    expect([dueDateOf(event), isLate(event)]).toEqual(['2018-01-31', late])
  })

  it.each([0, -1, 101])('refuse a list of the first %d', (first) => {
    expect(() => firstOf([1, 2], first)).toThrow('first is a number from 1 to 100.')
  })
})

describe('members, kin and addresses', () => {
  const codes: readonly RelationCode[] = [
    'HEAD',
    'WIFE',
    'FATHER',
    'SON',
    'ELDER_BROTHER',
    'DAUGHTER_IN_LAW',
    'LODGER',
  ]

  it('stand in the order of 戶籍法施行細則第4條 however they came', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...codes]), (came) => {
        const ordered = inRegisterOrder(came.map((code) => ({ code }))).map(({ code }) => code)
        expect(ordered).toEqual(codes.filter((code) => came.includes(code)))
      }),
    )
  })

  it('a marriage is over on the day of the divorce', () => {
    const marriage = {
      personNo: 1,
      otherPersonNo: 2,
      relation: 'SPOUSE',
      since: '2000-01-01',
      until: '2018-05-10',
      endReason: 'DIVORCE',
      marriageKind: 'CIVIL_CODE',
    } as const
    expect(spousesIn([marriage], '2018-05-09', false)).toHaveLength(1)
    expect(spousesIn([marriage], '2018-05-10', false)).toHaveLength(0)
    expect(spousesIn([marriage], '2018-05-10', true)).toHaveLength(1)
  })

  it('a withheld address gives neither its text nor its plate', () => {
    const household = { addressText: '高雄市甲仙區大田里3鄰大田12號', plateId: 'sp-12' }
    expect(addressOf({ ...household, isProtected: true })).toEqual({
      text: null,
      isProtected: true,
      doorPlate: null,
    })
    expect(addressOf({ ...household, isProtected: false })).toEqual({
      text: household.addressText,
      isProtected: false,
      doorPlate: { id: 'sp-12' },
    })
  })
})

const NOTE = {
  personNo: 1,
  seq: 1,
  type: 'MARRY',
  eventDate: '2001-02-03',
  registeredDate: '2001-02-05',
  namesAddress: false,
  text: '',
} as const
