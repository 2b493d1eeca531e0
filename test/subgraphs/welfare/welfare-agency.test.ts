import {
  CHANGED_PERSON_FORMER_NATIONAL_ID,
  CHANGED_PERSON_NATIONAL_ID,
  DEMO_CITIZEN_NATIONAL_ID,
} from '../../../subgraphs/_kit/population/demo.ts'
import { generatePopulation } from '../../../subgraphs/_kit/population/generate-population.ts'
import { subgraph } from '../../../subgraphs/welfare/index.ts'
import type { Database } from '../../../subgraphs/welfare/queries.ts'
import {
  AS_OF,
  openAgencyDesk,
  TODAY,
  type AgencyDesk,
  type DeskAnswer,
} from '../../support/agency-desk.ts'

const SCOPES = ['welfare:status', 'welfare:applications']
const WELFARE = `... on Person { welfare {
  asOf authority { code name } status classCode validFrom validTo
  applications { caseNo scheme kind status receivedOn }
} }`

const villages = [...generatePopulation({ scale: 'jiaxian', seed: 107, today: TODAY })].filter(
  ({ facts }) => facts.village === '和安里',
)
let desk: AgencyDesk<Database>

beforeAll(async () => {
  desk = await openAgencyDesk<Database>(subgraph, villages)
})
afterAll(() => desk.close())

const person = (nationalId: string, formerIds: readonly string[] = []) => ({
  __typename: 'Person',
  id: desk.sealer.seal(nationalId),
  formerIds: formerIds.map((id) => desk.sealer.seal(id)),
})
const ask = (nationalId: string, selection = WELFARE): Promise<DeskAnswer> =>
  desk.entities(selection, [person(nationalId)], SCOPES)
const welfareOf = (answer: DeskAnswer) => answer.data._entities[0].welfare

describe('the social affairs bureau, asked about the citizen at the desk', () => {
  it('says low income for 107 and the application it was granted on', async () => {
    const answer = await ask(DEMO_CITIZEN_NATIONAL_ID)
    expect(answer.errors ?? []).toEqual([])
    expect(welfareOf(answer)).toEqual({
      asOf: AS_OF,
      authority: { code: 'SOCIAL_KHH', name: '高雄市政府社會局' },
      status: 'LOW_INCOME',
      classCode: expect.stringMatching(/^[1-4]$/),
      validFrom: '2018-01-01',
      validTo: '2018-12-31',
      applications: [
        {
          caseNo: expect.stringMatching(/^SA107-\d+$/),
          scheme: 'LOW_INCOME',
          kind: expect.stringMatching(/^(FIRST|ANNUAL_REVIEW)$/),
          status: 'APPROVED',
          receivedOn: expect.stringMatching(/^2017-1[0-2]-\d\d$/),
        },
      ],
    })
  })

  it('says who received the application, how it was decided and how it got there', async () => {
    const answer = await ask(
      DEMO_CITIZEN_NATIONAL_ID,
      `... on Person { welfare { classCode applications {
        receivedOn receivedBy { code name } missingDocuments
        decision { verdict classCode decidedOn } history { on status }
      } } }`,
    )
    const { classCode, applications } = welfareOf(answer)
    const [application] = applications
    expect(application.receivedBy).toEqual({ code: 'JIAXIAN_DISTRICT', name: '高雄市甲仙區公所' })
    expect(application.missingDocuments).toEqual([])
    const { decision, history } = application
    expect(decision).toMatchObject({ verdict: 'APPROVED', classCode })
    expect(history[0]).toEqual({ on: application.receivedOn, status: 'RECEIVED' })
    expect(history[1].status).toBe('UNDER_REVIEW')
    expect(history.at(-1)).toEqual({ on: decision.decidedOn, status: 'APPROVED' })
    const days: string[] = history.map(({ on }: { on: string }) => on)
    expect(days).toEqual(days.toSorted())
  })

  it('gives the status to every member of the household, the application to the applicant', async () => {
    const [village] = villages
    const roll = village!.welfareStatuses.find(({ memberOrdinals }) => memberOrdinals.length > 1)!
    const numberOf = (ordinal: number): string =>
      village!.persons.find((each) => each.ordinal === ordinal)!.nationalId
    const member = roll.memberOrdinals.find((ordinal) => ordinal !== roll.applicantOrdinal)!
    expect(welfareOf(await ask(numberOf(member)))).toMatchObject({
      status: roll.kind,
      applications: [],
    })
    expect(welfareOf(await ask(numberOf(roll.applicantOrdinal))).applications).toHaveLength(1)
  })

  it('says NONE for who is not on the roll: the roll is complete, so this is a fact', async () => {
    expect(welfareOf(await ask('A123456789'))).toMatchObject({
      status: 'NONE',
      classCode: null,
      validFrom: null,
      validTo: null,
      applications: [],
    })
  })

  it('draws the old-age allowance of 107 for the old of a household on the roll', async () => {
    const { db } = desk.database
    const grant = await db
      .selectFrom('benefitGrant')
      .select('nationalId')
      .where('scheme', '=', 'ELDERLY_ALLOWANCE')
      .executeTakeFirstOrThrow()
    const selection = '... on Person { welfare { benefits { scheme monthlyAmount validTo } } }'
    expect(welfareOf(await ask(grant.nationalId, selection)).benefits).toEqual([
      { scheme: 'ELDERLY_ALLOWANCE', monthlyAmount: 7463, validTo: '2018-12-31' },
    ])
  })
})

describe('the roll by day', () => {
  const place = async (
    nationalId: string,
    kind: 'LOW_INCOME' | 'MID_LOW_INCOME',
    from: string,
    to: string,
  ) => {
    const { db } = desk.database
    const id = `test-${nationalId}-${kind}-${from}`
    const classCode = kind === 'LOW_INCOME' ? '2' : null
    await db
      .insertInto('rollEntry')
      .values({
        id,
        kind,
        classCode,
        applicantNationalId: nationalId,
        validFrom: from,
        validTo: to,
      })
      .execute()
    await db.insertInto('rollMember').values({ entryId: id, nationalId }).execute()
  }

  it('counts the first and the last day in, and no other', async () => {
    await place('N116247806', 'MID_LOW_INCOME', TODAY, TODAY)
    await place('F131104093', 'MID_LOW_INCOME', '2018-01-01', '2018-05-09')
    await place('Y123456788', 'MID_LOW_INCOME', '2018-05-11', '2018-12-31')
    expect(welfareOf(await ask('N116247806')).status).toBe('MID_LOW_INCOME')
    expect(welfareOf(await ask('F131104093')).status).toBe('NONE')
    expect(welfareOf(await ask('Y123456788')).status).toBe('NONE')
  })

  it('finds a person under a former number too, and low income before mid-low income', async () => {
    await place(CHANGED_PERSON_FORMER_NATIONAL_ID, 'LOW_INCOME', '2018-01-01', '2018-06-30')
    await place(CHANGED_PERSON_NATIONAL_ID, 'MID_LOW_INCOME', '2018-01-01', '2018-12-31')
    const both = person(CHANGED_PERSON_NATIONAL_ID, [CHANGED_PERSON_FORMER_NATIONAL_ID])
    const answer = await desk.entities(WELFARE, [both], SCOPES)
    expect(welfareOf(answer)).toMatchObject({
      status: 'LOW_INCOME',
      classCode: '2',
      validTo: '2018-06-30',
    })
  })
})

describe('what the agreement covers', () => {
  it('lets the status be read without the applications, and refuses these', async () => {
    const people = [person(DEMO_CITIZEN_NATIONAL_ID)]
    const status = '... on Person { welfare { asOf status } }'
    expect(welfareOf(await desk.entities(status, people, ['welfare:status'])).status).toBe(
      'LOW_INCOME',
    )
    const refused = await desk.entities(WELFARE, people, ['welfare:status'])
    expect(refused.errors?.[0]?.extensions.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE')
    expect(desk.statements()).toEqual([])
  })
})

describe('twenty people in one wave', () => {
  it('cost two statements, as one person does', async () => {
    const [village] = villages
    const people = village!.persons.slice(0, 20).map(({ nationalId }) => person(nationalId))
    const answer = await desk.entities(WELFARE, people, SCOPES)
    expect(answer.errors ?? []).toEqual([])
    expect(answer.data._entities).toHaveLength(20)
    expect(desk.statements()).toHaveLength(2)
    await ask(DEMO_CITIZEN_NATIONAL_ID)
    expect(desk.statements()).toHaveLength(2)
  })
})
