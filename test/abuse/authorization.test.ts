import {
  DEMO_CASE,
  DEMO_CITIZEN,
  post,
  signIn,
  type HubAnswer,
  type HubClient,
} from '../support/client.ts'
import { countsOf } from '../support/counts.ts'
import { createDpopProof } from '../../auth/client-token.ts'
import { expectRefusal, expectStillUp } from '../support/refusal.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

let hub: RunningHub
/** May read tax facts and identity, never motor or welfare facts. */
let tax: HubClient
let desk: HubClient
beforeAll(async () => {
  hub = await startTestHub({ HUB_PUBLIC_RATE: '0' })
  tax = await signIn(hub, 'local-tax', 'tax-assessment')
  desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
}, 90_000)
afterEach(() => expectStillUp(hub))
afterAll(() => hub?.stop())

const FORBIDDEN = ['vehicle', 'welfare']

/** Asks as the tax office; what it may not read must be null, coded, and nowhere asked for. */
async function expectFiltered(query: string, variables: object = {}): Promise<HubAnswer> {
  const before = await countsOf(hub, FORBIDDEN)
  const answer = await tax.send(query, { id: DEMO_CITIZEN, ...variables })
  const codes = (answer.body.errors ?? []).map(
    (error: { extensions: { code: string } }) => error.extensions.code,
  )
  expect(codes.length).toBeGreaterThan(0)
  expect(new Set(codes)).toEqual(new Set(['UNAUTHORIZED_FIELD_OR_TYPE']))
  expect(JSON.stringify(answer.body.data ?? null)).not.toMatch(
    /plateNumber|LOW_INCOME|[A-Z]{3}-\d{4}/,
  )
  expect(await countsOf(hub, FORBIDDEN)).toEqual(before)
  return answer
}

const person = (selection: string, variables = ''): string =>
  `query Q($id: NationalId!${variables}) { person(nationalId: $id) { ${selection} } }`

describe('a field outside the agreement stays closed', () => {
  it('Z1 under another name', async () => {
    const { body } = await expectFiltered(person('name: motor { asOf } tax: welfare { asOf }'))
    expect(body.data.person).toEqual({ name: null, tax: null })
  })

  it.each([
    ['inline', person('... on Person { motor { asOf } }')],
    ['untyped', person('... { motor { asOf } }')],
    ['named', `${person('...F')} fragment F on Person { motor { asOf } }`],
    [
      'nested',
      `${person('...F')} fragment F on Person { ...G } fragment G on Person { motor { asOf } }`,
    ],
  ])('Z2 in a fragment that is %s', async (_kind, query) => {
    const { body } = await expectFiltered(query)
    expect(body.data.person).toEqual({ motor: null })
  })

  it('Z5 by the type it leads to, also under a type condition', async () => {
    const selection = 'welfare { ... on WelfareProfile { asOf } }'
    const { body } = await expectFiltered(person(selection))
    expect(body.data.person).toEqual({ welfare: null })
  })

  it('Z6 on the way back from another agency’s facts', async () => {
    const path =
      'registration { household { headOfHousehold { motor { asOf } } members { person { welfare { asOf } } } } }'
    await expectFiltered(person(path))
  })

  it.each([true, false])('Z7 whatever a variable says: %s', async (flag) => {
    const query = person(
      'tax { asOf } motor @include(if: $v) { asOf } welfare @skip(if: $v) { asOf }',
      ', $v: Boolean!',
    )
    const { body } = await expectFiltered(query, { v: flag })
    expect(body.data.person.tax).toEqual({ asOf: expect.any(String) })
    expect(body.data.person.motor ?? null).toBeNull()
    expect(body.data.person.welfare ?? null).toBeNull()
  })

  it('Z8 in a second operation', async () => {
    const query = `${person('id')} query B($id: NationalId!) { person(nationalId: $id) { motor { asOf } } }`
    const { status, body } = await tax.send(query, { id: DEMO_CITIZEN })
    expect({ status, code: body.errors[0].extensions.code }).toEqual({
      status: 400,
      code: 'OPERATION_LIMIT',
    })
  })

  it('Z23 its type’s name and how many there are', async () => {
    const { body } = await expectFiltered(person('motor { __typename vehicles { __typename } }'))
    expect(body.data.person).toEqual({ motor: null })
  })
})

describe('rights are the request’s own', () => {
  it('Z13 a plan made for one caller never runs for another, in either order', async () => {
    for (const [first, second] of [
      [desk, tax],
      [tax, desk],
    ] as const) {
      const query = person(`asked: id motor { asOf } k${first === desk}: id`)
      await first.send(query, { id: DEMO_CITIZEN })
      await second.send(query, { id: DEMO_CITIZEN })
      const low = await expectFiltered(query)
      expect(low.body.data.person.motor).toBeNull()
      const high = await desk.send(query, { id: DEMO_CITIZEN })
      expect(high.body.data.person.motor.asOf).toEqual(expect.any(String))
    }
  })

  it('Z14 what one request loaded is not in another’s answer', async () => {
    const query = person('id motor { asOf }')
    const asked = Array.from({ length: 10 }, (_, index) => [
      desk.send(query, { id: DEMO_CITIZEN }),
      tax.send(query, { id: DEMO_CITIZEN }),
      index % 2 === 0
        ? tax.send(query, { id: 'A123456789' })
        : desk.send(query, { id: DEMO_CITIZEN }),
    ]).flat()
    const answers = await Promise.all(asked)
    const motorOf = (remainder: number): readonly unknown[] =>
      answers
        .filter((_, index) => index % 3 === remainder)
        .map(({ body }) => body.data.person.motor)
    expect(motorOf(0)).toEqual(Array.from({ length: 10 }, () => ({ asOf: expect.any(String) })))
    expect(motorOf(1)).toEqual(Array.from({ length: 10 }, () => null))
  })

  it('Z17 a token for one purpose does not read for another', async () => {
    const { body } = await expectFiltered(person('welfare { asOf }'))
    expect(body.data.person).toEqual({ welfare: null })
  })

  it('Z18 a purpose or a scope in a header, an argument or a body counts for nothing', async () => {
    const query = person('motor { asOf }')
    const claimed = {
      'hub-purpose': 'joint-service',
      'hub-scopes': 'vehicle:vehicles household:identity',
      'hub-case': DEMO_CASE,
    }
    const said = { query, variables: { id: DEMO_CITIZEN }, purpose: 'joint-service' }
    expectRefusal(await post(hub, JSON.stringify(said), claimed), 401, 'UNAUTHENTICATED')
    // nor beside a token of another purpose
    const { accessToken, dpopKey: key } = tax
    const dpop = await createDpopProof({ key, method: 'POST', url: hub.graphqlUrl, accessToken })
    const authorization = `DPoP ${accessToken}`
    const { body } = await post(hub, JSON.stringify(said), { ...claimed, authorization, dpop })
    expect(body.data.person).toEqual({ motor: null })
    expect(body.errors[0].extensions.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE')
    const argument = query.replace('nationalId: $id', 'nationalId: $id, purpose: "joint-service"')
    expectRefusal(await tax.send(argument, { id: DEMO_CITIZEN }), 400, 'QUERY_INVALID')
  })

  it('Z20 a closed case, or one of another citizen, opens nobody', async () => {
    const closed = await desk.send(person('id'), { id: DEMO_CITIZEN }, { caseNo: '1070510-0001' })
    const other = await desk.send(person('id'), { id: 'A123456789' })
    for (const { body } of [closed, other]) {
      expect(body.data).toEqual({ person: null })
      expect(body.errors[0].extensions.code).toBe('CASE_NOT_VALID')
    }
  })

  it('Z15 a sweep of numbers under one case finds nobody, and absent and refused look alike', async () => {
    const ids = ['A123456789', 'S100000006', 'S123456784']
    const answers = await Promise.all(ids.map((id) => tax.send(person('name { full }'), { id })))
    const seen = answers.map(({ status, body }) =>
      JSON.stringify({ status, data: body.data, errors: body.errors }),
    )
    expect(new Set(seen).size).toBe(1)
    expect(answers[0]!.body.data).toEqual({ person: null })
  })
})
