import {
  BROTHER_NATIONAL_ID,
  CHANGED_PERSON_NATIONAL_ID,
  DEMO_CITIZEN_NATIONAL_ID,
} from '../../subgraphs/_kit/population/demo.ts'
import { inDatabase } from '../support/arrange.ts'
import { DEMO_CITIZEN, signIn, type HubAnswer } from '../support/client.ts'
import { signInOfficer, type Officer } from '../support/officer.ts'
import { expectStillUp } from '../support/refusal.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

let hub: RunningHub
/** Of the desk: nobody's kin, the citizen's brother, and one whom no agency has told of. */
let clerk: Officer, brother: Officer, unknown: Officer
/** Once the citizen's husband, at the tax office, which may not know of existence. */
let formerHusband: Officer

beforeAll(async () => {
  hub = await startTestHub({ HUB_PUBLIC_RATE: '0' })
  const atDesk = (subject: string) =>
    signInOfficer(hub, { client: 'desk-jiaxian', purpose: 'joint-service', subject })
  clerk = await atDesk('jiaxian-desk-1')
  brother = await atDesk('jiaxian-desk-2')
  unknown = await atDesk('jiaxian-desk-99')
  formerHusband = await signInOfficer(hub, {
    client: 'local-tax',
    purpose: 'tax-assessment',
    subject: 'tax-officer-1',
  })
}, 90_000)
afterEach(() => expectStillUp(hub))
afterAll(() => hub?.stop())

const PERSON = 'query ($id: NationalId!) { person(nationalId: $id) { name { full } } }'
const VAGUE = {
  message:
    'This person is not answered to this officer under this case; hand the case to another officer.',
  path: ['person'],
}

/** Opens a case for anyone, as a visit would. */
async function openCase(caseNo: string, citizen: string, clientId: string | null): Promise<string> {
  await inDatabase(hub, 'household', (session) =>
    session.run(
      `insert into service_case (case_no, client_id, citizen_national_id, status, opened_on)
       values ($1, $2, $3, 'OPEN', '2018-05-10')`,
      [caseNo, clientId, citizen],
    ),
  )
  return caseNo
}

const saidIn = ({ status, body }: HubAnswer): string => {
  const errors = body.errors?.map(({ extensions, ...rest }: { extensions: { code: string } }) => ({
    ...rest,
    code: extensions.code,
  }))
  return JSON.stringify({ status, data: body.data, errors })
}

describe('Z25 an officer who looks up', () => {
  it('nobody of theirs is answered', async () => {
    const { body } = await clerk(PERSON, { id: DEMO_CITIZEN })
    expect(body.errors).toBeUndefined()
    expect(body.data.person.name.full).toEqual(expect.any(String))
  })

  it('themselves, their sister, or anyone while unknown is refused by one code and sentence', async () => {
    const own = await openCase('1070510-8001', CHANGED_PERSON_NATIONAL_ID, 'desk-jiaxian')
    const answers = [
      await clerk(PERSON, { id: CHANGED_PERSON_NATIONAL_ID }, { caseNo: own }),
      await brother(PERSON, { id: DEMO_CITIZEN_NATIONAL_ID }),
      await unknown(PERSON, { id: DEMO_CITIZEN_NATIONAL_ID }),
    ]
    const said = new Set(answers.map(saidIn))
    expect([...said]).toEqual([
      JSON.stringify({
        status: 200,
        data: { person: null },
        errors: [{ ...VAGUE, code: 'PERSON_REFUSED' }],
      }),
    ])
  })

  it('a person under no case learns of no kinship: any stranger is refused alike', async () => {
    const [own, other] = [
      await brother(PERSON, { id: BROTHER_NATIONAL_ID }),
      await brother(PERSON, { id: 'A123456789' }),
    ]
    expect(saidIn(own)).toBe(saidIn(other))
    expect(own.body.errors[0].extensions.code).toBe('CASE_NOT_VALID')
  })

  it('the former spouse sees nobody at all where existence is not granted', async () => {
    const refused = await formerHusband(PERSON, { id: DEMO_CITIZEN })
    expect(saidIn(refused)).toBe(saidIn(await formerHusband(PERSON, { id: 'A123456789' })))
    const tax = 'query ($id: NationalId!) { person(nationalId: $id) { tax { asOf } } }'
    const { body } = await formerHusband(tax, { id: DEMO_CITIZEN })
    expect(body.data).toEqual({ person: null })
  })

  it('whoever lives with them is refused too', async () => {
    await inDatabase(hub, 'household', (session) =>
      session.run(
        `update desk_officer set national_id = (select other.national_id from household_member own
           join person_national_id mine on mine.person_no = own.person_no and mine.national_id = $1
           join household_member mate on mate.household_key = own.household_key
             and mate.is_present and mate.person_no <> own.person_no
           join person_national_id other on other.person_no = mate.person_no and other.valid_to is null
           where own.is_present limit 1)
         where subject = 'police-officer-1'`,
        [DEMO_CITIZEN],
      ),
    )
    const officer = await signInOfficer(hub, {
      client: 'police-jiaxian',
      purpose: 'lookup-lost-person',
      subject: 'police-officer-1',
    })
    const { body } = await officer(PERSON, { id: DEMO_CITIZEN })
    expect([body.data, body.errors]).toEqual([{ person: null }, undefined])
  })

  it('a colleague is answered, and the fetch stands out in the log of the operators', async () => {
    const theirs = await openCase('1070510-8002', CHANGED_PERSON_NATIONAL_ID, 'desk-jiaxian')
    const desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
    const options = { caseNo: theirs }
    const { body } = await desk.send(PERSON, { id: CHANGED_PERSON_NATIONAL_ID }, options)
    expect(body.data.person.name.full).toEqual(expect.any(String))
    const { requestId } = body.extensions.disclosure
    const line = hub.logs
      .text()
      .split('\n')
      .find((text) => text.includes(requestId) && text.includes('"marks"'))
    expect(JSON.parse(line!)).toMatchObject({ marks: ['COLLEAGUE'], level: 40 })
    expect(hub.logs.text()).toContain('"marks":["RECUSAL"]')
    expect(hub.logs.text()).not.toMatch(/[A-Z][12]\d{8}/)
  })
})

describe('Z20 a case', () => {
  it.each([
    ['of another desk', 'social-affairs', DEMO_CITIZEN],
    ['of another citizen', null, CHANGED_PERSON_NATIONAL_ID],
  ])('%s opens nobody', async (kind, clientId, citizen) => {
    const caseNo = await openCase(`1070510-81${kind.length}`, citizen, clientId)
    const answers = [
      await clerk(PERSON, { id: DEMO_CITIZEN }, { caseNo }),
      await clerk(PERSON, { id: 'A123456789' }, { caseNo }),
    ]
    expect(answers[0]!.body.errors[0].extensions.code).toBe('CASE_NOT_VALID')
    expect(saidIn(answers[0]!)).toBe(saidIn(answers[1]!))
  })
})

describe('Z21 a reviewer', () => {
  const APPLICATIONS =
    'query ($id: NationalId!) { person(nationalId: $id) { welfare { applications { caseNo status } } } }'
  const reviewer = (subject: string) =>
    signInOfficer(hub, { client: 'social-affairs', purpose: 'low-income-review', subject })
  const seenBy = async (officer: Officer) => {
    const { body } = await officer(APPLICATIONS, { id: DEMO_CITIZEN })
    return body.data.person.welfare.applications.length
  }

  it('sees the application assigned to them, and none assigned to another', async () => {
    await inDatabase(hub, 'welfare', (session) =>
      session.run(
        `update application set assigned_to = 'welfare-reviewer-1', status = 'UNDER_REVIEW',
           decided_on = null, class_code = null where applicant_national_id = $1`,
        [DEMO_CITIZEN],
      ),
    )
    expect(await seenBy(await reviewer('welfare-reviewer-1'))).toBe(1)
    expect(await seenBy(await reviewer('welfare-reviewer-2'))).toBe(0)
  })

  it('gets no household facts under a case of another reviewer', async () => {
    const caseNo = await openCase('1070510-8210', DEMO_CITIZEN, 'social-affairs')
    await inDatabase(hub, 'household', (session) =>
      session.run(`update service_case set officer = 'welfare-reviewer-1' where case_no = $1`, [
        caseNo,
      ]),
    )
    const ask = async (subject: string) =>
      (await (await reviewer(subject))(PERSON, { id: DEMO_CITIZEN }, { caseNo })).body.data.person
    expect(await ask('welfare-reviewer-1')).not.toBeNull()
    expect(await ask('welfare-reviewer-2')).toBeNull()
  })
})
