import { inDatabase } from '../support/arrange.ts'
import { DEMO_CASE, DEMO_CITIZEN, signIn, type HubClient } from '../support/client.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

interface Entry {
  readonly at: string
  readonly agency: { readonly code: string; readonly name: string }
  readonly role: string | null
  readonly purpose: { readonly id: string; readonly name: string; readonly legalBasis: string }
  readonly caseNo: string | null
  readonly dataClasses: readonly string[]
  readonly channel: string
  readonly requestId: string | null
}

let hub: RunningHub
let desk: HubClient
let auditor: HubClient
/** Sealed keys of the demo citizen and of a member of the citizen's household. */
let citizen: string
let member: string

beforeAll(async () => {
  hub = await startTestHub()
  desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
  auditor = await signIn(hub, 'auditor', 'disclosure-audit')
  const { body } = await desk.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })
  citizen = body.data.person.id
  const { members } = body.data.person.registration.household
  member = members
    .map(({ person }: { person: { id: string } }) => person.id)
    .find((id: string) => id !== citizen)
  const tax = await signIn(hub, 'local-tax', 'tax-assessment')
  await tax.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })
}, 90_000)
afterAll(() => hub?.stop())

async function entriesFor(
  client: HubClient,
  personId = citizen,
  page: object = {},
): Promise<readonly Entry[]> {
  const { body } = await client.ask('AccessLog', { personId, ...page })
  expect(body.errors).toBeUndefined()
  return body.data.accessLog.nodes
}

/** Runs a statement in the index over the log. */
function runInIndex(statement: string): Promise<readonly Record<string, unknown>[]> {
  return inDatabase(hub, 'hub', async (session) => [...(await session.run(statement))])
}

const codesOf = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(entries.map(({ agency }) => agency.code))

describe('the log of a person’s data, for the citizen at the desk', () => {
  it('says who looked, as what, why, under which law and case, and at what', async () => {
    const entries = await entriesFor(desk)
    const tax = entries.find(({ agency }) => agency.code === 'LOCALTAX_QISHAN')
    expect(tax).toMatchObject({
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      agency: { name: '高雄市稅捐稽徵處旗山分處' },
      role: 'tax-assessor',
      purpose: {
        id: 'tax-assessment',
        name: '稅務行政',
        legalBasis: expect.stringContaining('稅捐稽徵法'),
      },
      caseNo: DEMO_CASE,
      channel: 'API',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(tax!.dataClasses).toEqual(expect.arrayContaining(['C001', 'C002', 'C032']))
    // what it might have asked for under its agreement, it did not: licences never, income this time
    expect(tax!.dataClasses).not.toContain('C039')
    expect(tax!.dataClasses).not.toContain('C081')
  })

  it('is newest first, the desk’s own look at the log included', async () => {
    await entriesFor(desk)
    const [latest, ...rest] = await entriesFor(desk)
    expect(latest).toMatchObject({ agency: { code: 'QS_HRO' }, dataClasses: ['C003'] })
    const times = [latest!, ...rest].map(({ at }) => at)
    expect(times).toEqual(times.toSorted().toReversed())
  })

  it('comes in pages that add up to the whole, whatever is written meanwhile', async () => {
    const whole = await entriesFor(desk)
    const seen: (string | null)[] = []
    let after: string | null = null
    do {
      const { body } = await desk.ask('AccessLog', { personId: citizen, first: 2, after })
      const { nodes, pageInfo } = body.data.accessLog
      expect(nodes.length).toBeLessThanOrEqual(2)
      seen.push(...nodes.map(({ requestId }: Entry) => requestId))
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null
    } while (after !== null)
    const newer = seen.length - whole.length
    expect(newer).toBeGreaterThan(0)
    expect(seen.slice(newer)).toEqual(whole.map(({ requestId }) => requestId))
  })

  it('says until when it is complete', async () => {
    const query =
      'query L($id: ID!) { accessLog(personId: $id) { asOf isComplete nodes { requestId } } }'
    const before = new Date().toISOString()
    const { body } = await desk.send(query, { id: citizen })
    expect(body.data.accessLog.isComplete).toBe(true)
    expect(Date.parse(body.data.accessLog.asOf)).toBeGreaterThan(Date.parse(before) - 10_000)
    const line = body.extensions.sources.find(({ agency }: { agency: string }) => agency === 'hub')
    // the ledger's first fetch is as of the moment it was asked
    expect(line).toMatchObject({ status: 'OK', asOf: expect.stringMatching(/Z$/) })
    await runInIndex(`insert into log (origin, key_id) values ('hub.local/other', 'another key')`)
    const { body: two } = await desk.send(query, { id: citizen })
    expect(two.data.accessLog).toMatchObject({ isComplete: false, asOf: null })
    await runInIndex(`delete from log where origin = 'hub.local/other'`)
  })

  it('is of the person whose case is in hand alone', async () => {
    const { body } = await desk.ask('AccessLog', { personId: member })
    expect(body.data.accessLog?.nodes ?? null).toBeNull()
    expect(body.errors[0].extensions.code).toBe('CASE_NOT_VALID')
    const forged = await desk.ask('AccessLog', { personId: 'not-a-key' })
    expect(forged.body.errors[0].extensions.code).toBe('CASE_NOT_VALID')
  })

  it.each([
    [{ first: 101 }, 'OPERATION_LIMIT'],
    [{ first: 0 }, 'OPERATION_LIMIT'],
    [{ after: 'of nowhere' }, 'BAD_USER_INPUT'],
    [
      { after: Buffer.from('["2018-05-10T00:00:00Z","x"]').toString('base64url') },
      'BAD_USER_INPUT',
    ],
  ])('refuses a page that cannot be: %j', async (page, code) => {
    const { body } = await desk.ask('AccessLog', { personId: citizen, ...page })
    expect(body.data?.accessLog ?? null).toBeNull()
    expect(body.errors[0].extensions.code).toBe(code)
  })

  it('needs the scope: the tax office gets null and the coordinate', async () => {
    const tax = await signIn(hub, 'local-tax', 'tax-assessment')
    const { body } = await tax.ask('AccessLog', { personId: citizen })
    expect(body.data).toEqual({ accessLog: null })
    expect(body.errors[0].extensions).toMatchObject({ coordinate: 'Query.accessLog' })
  })
})

describe('what a rule keeps back', () => {
  it('a look of the police is not there, nor counted, until its days have passed', async () => {
    const police = await signIn(hub, 'police-jiaxian', 'lookup-lost-person')
    const { body } = await police.ask('CitizenAtDesk', { nationalId: DEMO_CITIZEN })
    const { requestId } = body.extensions.disclosure
    expect(codesOf(await entriesFor(desk))).not.toContain('POLICE_JIAXIAN')
    const all = await entriesFor(desk)
    const { body: exact } = await desk.ask('AccessLog', {
      personId: citizen,
      first: all.length + 1,
    })
    expect(exact.data.accessLog.pageInfo.hasNextPage).toBe(false)

    const [rule] = await runInIndex(
      `select delay_days, source from showing_rule where purpose = 'lookup-lost-person'`,
    )
    expect(rule).toMatchObject({ delay_days: 180, source: expect.stringContaining('第10條') })
    await runInIndex(
      `update disclosure set at = at - interval '179 days' where request_id = '${requestId}'`,
    )
    expect(codesOf(await entriesFor(desk))).not.toContain('POLICE_JIAXIAN')
    await runInIndex(
      `update disclosure set at = at - interval '2 days' where request_id = '${requestId}'`,
    )
    const entries = await entriesFor(desk)
    expect(entries.at(-1)).toMatchObject({ agency: { code: 'POLICE_JIAXIAN' }, requestId })
  })

  it('a look to which somebody else’s case led comes late, with its day and agency alone', async () => {
    await runInIndex(
      `insert into disclosure select log_id, -1, '2026-01-15T03:04:05Z', 'of-a-relative', ground_id,
              '1070510-0999', data_classes
         from disclosure join ground on ground.id = ground_id where agency = 'QS_HRO' limit 1`,
    )
    await runInIndex(
      `insert into disclosure_subject
       select distinct subject, log_id, -1 from disclosure_subject join disclosure using (log_id, leaf_index)
        where data_classes = '{C003}'`,
    )
    const related = (await entriesFor(desk)).filter(({ purpose }) => purpose.id === 'related-case')
    expect(related).toEqual([
      {
        at: '2026-01-14T16:00:00.000Z',
        agency: { code: 'QS_HRO', name: '高雄市旗山戶政事務所' },
        role: null,
        purpose: { id: 'related-case', name: '與他人案件相關之查詢', legalBasis: null },
        caseNo: null,
        dataClasses: [],
        channel: 'API',
        requestId: null,
      },
    ])
    await runInIndex(`update disclosure set at = now() - interval '29 days' where leaf_index = -1`)
    const early = (await entriesFor(desk)).filter(({ purpose }) => purpose.id === 'related-case')
    expect(early).toEqual([])
  })
})

describe('the auditor of an agency', () => {
  it('sees the looks of its own agency and of those its agreement names, no other', async () => {
    await entriesFor(auditor)
    const codes = codesOf(await entriesFor(auditor))
    expect(codes).toEqual(new Set(['KH_CIVIL', 'QS_HRO']))
  })

  it('may never have been shown data for another purpose', async () => {
    await runInIndex(
      `insert into ground (actor, client, agency, role, purpose, legal_basis, channel)
       values ('auditor', 'of-another-system', 'QS_HRO', 'desk-clerk', 'joint-service', '', 'API')`,
    )
    await runInIndex(
      `insert into disclosure select log_id, -2, at, 'of-the-auditor', (select max(id) from ground),
              case_no, data_classes from disclosure limit 1`,
    )
    const { body } = await auditor.ask('AccessLog', { personId: citizen })
    expect(body.data.accessLog?.nodes ?? null).toBeNull()
    expect(body.errors[0].extensions.code).toBe('AUDITOR_IS_USER')
    await runInIndex(`delete from disclosure where leaf_index = -2`)
    expect((await entriesFor(auditor)).length).toBeGreaterThan(0)
  })
})

describe('the index', () => {
  it('holds pseudonyms, never a national ID or a person key', async () => {
    const tables = ['log', 'ground', 'disclosure', 'disclosure_subject', 'person']
    for (const table of tables) {
      const rows = JSON.stringify(await runInIndex(`select * from ${table}`))
      expect(rows).not.toMatch(/[A-Z][12]\d{8}/)
      expect(rows).not.toContain(citizen)
    }
    const [{ length }] = (await runInIndex(
      `select max(octet_length(decode(replace(replace(subject, '-', '+'), '_', '/') || '==', 'base64')))
          as length from disclosure_subject`,
    )) as unknown as [{ length: number }]
    expect(length).toBe(16)
  })

  it('an answer names no national ID either', async () => {
    const { body } = await desk.ask('AccessLog', { personId: citizen })
    expect(JSON.stringify(body)).not.toMatch(/[A-Z][12]\d{8}/)
  })
})
