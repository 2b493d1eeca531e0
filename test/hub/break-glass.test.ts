import { BROTHER_NATIONAL_ID } from '../../subgraphs/_kit/population/demo.ts'
import { inDatabase } from '../support/arrange.ts'
import { maskNationalId } from '../../schemas/scalars/national-id.ts'
import { DEMO_CASE, DEMO_CITIZEN, signIn } from '../support/client.ts'
import { signInOfficer, type Officer } from '../support/officer.ts'
import { auditCommand } from '../support/audit-command.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

let hub: RunningHub
/** Asks and looks; approves; is the demo citizen's brother. All of one desk. */
let officer: Officer, approver: Officer, brother: Officer
/** Someone protected, whom the case in hand is not about. */
let missing: string

const atDesk = (subject: string, role: string) =>
  signInOfficer(hub, { client: 'emergency-desk', purpose: 'emergency', subject, role })

beforeAll(async () => {
  hub = await startTestHub({ HUB_PUBLIC_RATE: '0' })
  officer = await atDesk('jiaxian-desk-1', 'break-glass-officer')
  approver = await atDesk('jiaxian-desk-3', 'break-glass-approver')
  brother = await atDesk('jiaxian-desk-2', 'break-glass-officer')
  const [row] = await inDatabase(hub, 'household', (session) =>
    session.run(
      `select national_id from protection join person_national_id n using (person_no)
         join household_member m using (person_no) where n.valid_to is null and m.is_present limit 1`,
    ),
  )
  missing = String(row!['national_id'])
}, 90_000)
afterAll(() => hub?.stop())

const REASON = '走失長者送醫昏迷,須立即聯絡同戶親屬'
const REQUEST = `mutation ($input: RequestBreakGlassInput!) {
  requestBreakGlass(input: $input) { grant { grantNo approver expiresAt } rejection { code } } }`
const APPROVE = `mutation ($input: ApproveBreakGlassInput!) {
  approveBreakGlass(input: $input) { grant { approver expiresAt requestedAt } rejection { code } } }`
const WAITING = `{ waitingBreakGlass { grantNo caseNo requester reason nationalIdMasked approver } }`
const PERSON = `query ($id: NationalId!) { person(nationalId: $id) {
  name { full } registration { household { address { text isProtected } } } } }`

const request = async (by: Officer, nationalId = missing, reason = REASON) => {
  const { body } = await by(REQUEST, { input: { nationalId, reason } })
  return body.data.requestBreakGlass
}
const waitingFor = async (by: Officer, caseNo?: string) =>
  (await by(WAITING, {}, caseNo === undefined ? {} : { caseNo })).body.data.waitingBreakGlass
const approve = async (by: Officer, grantNo: string) =>
  (await by(APPROVE, { input: { grantNo } })).body.data.approveBreakGlass
const codeOf = ({ body }: Awaited<ReturnType<Officer>>): string | undefined =>
  body.errors?.[0].extensions.code

describe('S19 a request in an emergency', () => {
  it.each([
    ['of nine characters', '一二三四五六七八九'],
    ['of blanks', ' '.repeat(20)],
    ['of 256 characters', '急'.repeat(256)],
    ['with a national ID in it', `須立即聯絡 ${DEMO_CITIZEN} 之親屬`],
  ])('needs a reason, not one %s', async (_, reason) => {
    expect(await request(officer, missing, reason)).toEqual({
      grant: null,
      rejection: { code: 'REASON_INVALID' },
    })
  })

  it('is a named officer’s in the role for it, never a system’s', async () => {
    const system = await atDesk('emergency-desk', 'break-glass-officer')
    for (const by of [system, approver]) {
      expect((await request(by)).rejection).toEqual({ code: 'OFFICER_NEEDED' })
    }
  })

  it('does not lift what an officer must never see', async () => {
    expect((await request(brother, DEMO_CITIZEN)).rejection).toEqual({ code: 'NOT_OVERRIDABLE' })
    expect((await request(brother, BROTHER_NATIONAL_ID)).rejection).toEqual({
      code: 'NOT_OVERRIDABLE',
    })
  })

  it('is not for the desk’s daily purpose', async () => {
    const desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
    const { body } = await desk.send(REQUEST, { input: { nationalId: missing, reason: REASON } })
    expect(body.errors[0].extensions.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE')
  })
})

describe('S19 what waits', () => {
  it('is told to who may approve it, with reason and masked number, and to nobody else', async () => {
    const { grant } = await request(officer)
    const told = {
      grantNo: grant.grantNo,
      caseNo: DEMO_CASE,
      requester: 'jiaxian-desk-1',
      reason: REASON,
      nationalIdMasked: maskNationalId(missing),
      approver: null,
    }
    expect(await waitingFor(approver)).toEqual([told])
    const own = await atDesk('jiaxian-desk-1', 'break-glass-approver')
    const system = await atDesk('emergency-desk', 'break-glass-approver')
    for (const by of [officer, own, system]) expect(await waitingFor(by)).toEqual([])
    const underNone = await approver(WAITING, {}, { caseNo: 'NO-SUCH-CASE' })
    expect([underNone.body.data.waitingBreakGlass, codeOf(underNone)]).toEqual([
      null,
      'CASE_NOT_VALID',
    ])
  })

  it('is told no more once it is approved, and not of an officer’s own people', async () => {
    const { grant } = await request(officer, BROTHER_NATIONAL_ID)
    const brotherApproves = await atDesk('jiaxian-desk-2', 'break-glass-approver')
    const [waiting, ...others] = await waitingFor(approver)
    expect(others).toHaveLength(1)
    expect(await waitingFor(brotherApproves)).toEqual([waiting])
    for (const { grantNo } of [waiting, grant]) await approve(approver, grantNo)
    expect(await waitingFor(approver)).toEqual([])
    await inDatabase(hub, 'household', (session) => session.run(`delete from break_glass`))
  })
})

describe('S19 what waits behind a hundred requests', () => {
  it('is told to an officer to whom the people of those hundred are closed', async () => {
    await request(officer, BROTHER_NATIONAL_ID)
    await inDatabase(hub, 'household', (session) =>
      session.run(
        `insert into break_glass (grant_no, case_no, client_id, agency_code, person_no, requester, reason)
           select gen_random_uuid(), case_no, client_id, agency_code, person_no, requester, reason
             from break_glass, generate_series(1, 99)`,
      ),
    )
    const { grant } = await request(officer)
    const brotherApproves = await atDesk('jiaxian-desk-2', 'break-glass-approver')
    expect(await waitingFor(brotherApproves)).toMatchObject([{ grantNo: grant.grantNo }])
    expect(await waitingFor(approver)).toHaveLength(100)
    await inDatabase(hub, 'household', (session) => session.run(`delete from break_glass`))
  })
})

describe('S19 the glass', () => {
  it('is broken only once a second officer approves, for 30 minutes, by the one who asked', async () => {
    const { grant } = await request(officer)
    expect(grant).toMatchObject({ approver: null, expiresAt: null })
    expect(codeOf(await officer(PERSON, { id: missing }))).toBe('CASE_NOT_VALID')

    const alone = await atDesk('jiaxian-desk-1', 'break-glass-approver')
    expect((await approve(alone, grant.grantNo)).rejection).toEqual({ code: 'SAME_OFFICER' })
    expect((await approve(officer, grant.grantNo)).rejection).toEqual({ code: 'OFFICER_NEEDED' })

    const approved = (await approve(approver, grant.grantNo)).grant
    expect(approved.approver).toBe('jiaxian-desk-3')
    const minutes = (Date.parse(approved.expiresAt) - Date.now()) / 60_000
    expect(minutes).toBeGreaterThan(29)
    expect(minutes).toBeLessThanOrEqual(30)
    expect((await approve(approver, grant.grantNo)).rejection).toEqual({ code: 'GRANT_UNKNOWN' })

    const { body } = await officer(PERSON, { id: missing })
    expect(body.errors).toBeUndefined()
    expect(body.data.person.name.full).toEqual(expect.any(String))
    // what protects a life stays closed
    expect(body.data.person.registration.household.address).toEqual({
      text: null,
      isProtected: true,
    })
    const { requestId } = body.extensions.disclosure
    const shown = await auditCommand(hub, 'show', '--request', requestId)
    expect(shown.text).toContain('BREAK_GLASS')
    expect(shown.text).toContain('break-glass-officer')
    const line = hub.logs
      .text()
      .split('\n')
      .find((text) => text.includes(requestId) && text.includes('marks'))
    expect(JSON.parse(line!)).toMatchObject({ level: 40, marks: ['BREAK_GLASS'] })
  })

  it('stays whole for every other officer, purpose and person', async () => {
    const other = await atDesk('jiaxian-desk-3', 'break-glass-officer')
    const daily = await signInOfficer(hub, {
      client: 'desk-jiaxian',
      purpose: 'joint-service',
      subject: 'jiaxian-desk-1',
    })
    for (const by of [other, daily, approver]) {
      expect(codeOf(await by(PERSON, { id: missing }))).toBe('CASE_NOT_VALID')
    }
    expect(codeOf(await officer(PERSON, { id: 'A123456789' }))).toBe('CASE_NOT_VALID')
  })

  it('is whole again when the time is over', async () => {
    await inDatabase(hub, 'household', (session) =>
      session.run(`update break_glass set expires_at = now() where expires_at is not null`),
    )
    expect(codeOf(await officer(PERSON, { id: missing }))).toBe('CASE_NOT_VALID')
  })

  it('leaves no national ID in a log', () => {
    expect(hub.logs.text()).not.toMatch(/[A-Z][12]\d{8}/)
  })
})
