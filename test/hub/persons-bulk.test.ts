import { maskNationalId } from '../../schemas/scalars/national-id.ts'
import { inDatabase } from '../support/arrange.ts'
import { DEMO_CITIZEN, signIn, type HubClient } from '../support/client.ts'
import { countsOf } from '../support/counts.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

const LIST_CASE = '1070510-0201'
const WRONG = [
  'S223456785',
  'A323456789',
  '',
  'x',
  'A800000014',
  'S22345678',
  'S2234567866',
  '２２３４５６７８６',
  'S2 2345678',
  "S223456786'--",
] as const

let hub: RunningHub
let localTax: HubClient
let residents: readonly string[]

beforeAll(async () => {
  hub = await startTestHub()
  localTax = await signIn(hub, 'local-tax', 'tax-assessment')
  residents = await inDatabase(hub, 'household', async (session) => {
    const rows = await session.run(
      `select national_id from person_national_id where valid_to is null
        order by md5(national_id) limit 990`,
    )
    return rows.map((row) => String(row['national_id']))
  })
}, 90_000)
afterAll(() => hub?.stop())

const bulk = (nationalIds: readonly string[], caseNo = LIST_CASE, client = localTax) =>
  client.ask('PersonsBulk', { nationalIds }, { caseNo })

/** Every 99th number a wrong one. */
function mixed(): readonly string[] {
  return WRONG.flatMap((wrong, index) => [wrong, ...residents.slice(index * 99, index * 99 + 99)])
}

describe('PersonsBulk', () => {
  it('answers 1,000 numbers, ten of them wrong, in order and in one wave', async () => {
    const asked = mixed()
    await bulk([DEMO_CITIZEN])
    const before = { fetches: await countsOf(hub, hub.agencies), sql: await hub.statements() }
    const { status, body } = await bulk(asked)
    const after = { fetches: await countsOf(hub, hub.agencies), sql: await hub.statements() }

    expect([status, body.errors, asked.length]).toEqual([200, undefined, 1000])
    const lines = body.data.persons
    expect(lines.map(({ index }: { index: number }) => index)).toEqual([...asked.keys()])
    expect(lines.map(({ code }: { code: string }) => code)).toEqual(
      asked.map((text) => ((WRONG as readonly string[]).includes(text) ? 'INVALID' : 'FOUND')),
    )
    for (const [index, text] of asked.entries()) {
      if (lines[index].code === 'FOUND') {
        expect(lines[index].nationalIdMasked).toBe(maskNationalId(text))
      }
    }
    const ids = lines.flatMap(({ person }: { person: { id: string } | null }) => person?.id ?? [])
    expect(new Set(ids).size).toBe(990)
    expect(after.fetches).toEqual({
      ...before.fetches,
      household: before.fetches['household']! + 1,
    })
    expect(after.sql).toEqual({ ...before.sql, household: before.sql['household']! + 3 })
    expect(JSON.stringify(body)).not.toMatch(/[A-Z][12]\d{8}/)
  })

  it('never tells a refused number from an absent one', async () => {
    const absent = 'A123456789'
    const { body } = await bulk([DEMO_CITIZEN, residents[0]!, absent], '1070510-0147')
    const [own, refused, missing] = body.data.persons
    expect(body.errors).toBeUndefined()
    expect([own.code, refused.code]).toEqual(['FOUND', 'NOT_FOUND'])
    expect(refused).toEqual({
      ...missing,
      index: 1,
      nationalIdMasked: maskNationalId(residents[0]!),
    })
  })

  it('of more than 1,000 is refused by the limit’s name', async () => {
    const { body } = await bulk([...mixed(), DEMO_CITIZEN])
    expect(body.data.persons).toBeNull()
    expect(body.errors[0]).toMatchObject({
      message: 'The document has more national IDs than the allowed 1000.',
      extensions: { code: 'OPERATION_LIMIT' },
    })
  })

  it('is not for the desk, whose agreement has no list', async () => {
    const desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
    const { body } = await bulk([DEMO_CITIZEN], '1070510-0147', desk)
    expect(body.data.persons).toBeNull()
    expect(body.errors[0].extensions).toMatchObject({
      code: 'UNAUTHORIZED_FIELD_OR_TYPE',
      coordinate: 'Query.persons',
    })
  })

  it('says nothing of the numbers where one of them is no text', async () => {
    const { status, body } = await localTax.send(
      'query B($all: [String!]!) { persons(nationalIds: $all) { code } }',
      { all: [DEMO_CITIZEN, { number: DEMO_CITIZEN }] },
      { caseNo: LIST_CASE },
    )
    expect(status).toBe(400)
    expect(body.errors[0].extensions.code).toBe('VARIABLE_INVALID')
    expect(JSON.stringify(body)).not.toMatch(/\d{7}/)
  })

  it('leaves no number in a log', () => {
    expect(hub.logs.text()).toContain('"route":"/graphql"')
    expect(hub.logs.text()).not.toMatch(/[A-Z][12]\d{8}/)
  })
})
