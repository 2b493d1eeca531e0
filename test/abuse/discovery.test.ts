import { post, signIn, type HubAnswer, type HubClient } from '../support/client.ts'
import { expectRefusal, expectStillUp } from '../support/refusal.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

let hub: RunningHub
let desk: HubClient
beforeAll(async () => {
  hub = await startTestHub({ HUB_PUBLIC_RATE: '0' })
  desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
}, 90_000)
afterEach(() => expectStillUp(hub))
afterAll(() => hub?.stop())

/** Words that stand in the schema and in no question below. */
const SCHEMA_WORDS =
  /TaxProfile|HouseholdRegistration|WelfareApplication|nationalIdMasked|AdministrativeLevel\b.*TOWN/

async function expectNothingLearned(query: string): Promise<void> {
  for (const answer of [await desk.send(query), await ask(query)]) expectRefusedUntaught(answer)
}

const ask = (query: string): Promise<HubAnswer> => post(hub, JSON.stringify({ query }))

function expectRefusedUntaught(answer: HubAnswer): void {
  expectRefusal(answer, 400, 'QUERY_INVALID')
  const text = JSON.stringify(answer.body)
  expect(text).not.toMatch(/did you mean|suggest|apollo|graphos|federation/i)
  expect(text).not.toMatch(SCHEMA_WORDS)
}

describe('the schema', () => {
  it.each([
    '{ __schema { types { name } } }',
    '{ __type(name: "Person") { fields { name } } }',
    '{ a: __schema { queryType { name } } }',
    'query Q { ...F } fragment F on Query { __schema { directives { name } } }',
  ])('D1 is not told to a stranger by %s', async (query) => {
    expectRefusedUntaught(await ask(query))
  })

  it('D1 is told to a client within its rights alone', async () => {
    const { status, body } = await desk.send('{ __schema { types { name fields { name } } } }')
    const text = JSON.stringify(body)
    expect(status).toBe(200)
    expect(text).toContain('"TaxProfile"')
    // income is not for the desk, former numbers are for no client
    expect(text).not.toMatch(/"TaxIncome"|"income"|"formerIds"|"_Service"|"_Entity"|"join__/)
    const { body: named } = await desk.send('{ __type(name: "TaxIncome") { fields { name } } }')
    expect(named.data).toEqual({ __type: null })
  })

  it.each([
    ['D3', '{ _service { sdl } }'],
    ['D4', '{ _entities(representations: [{ __typename: "Person", id: "x" }]) { __typename } }'],
  ])('%s is not told by %s', async (_id, query) => {
    await expectNothingLearned(query)
  })

  it.each([
    ['a field', '{ persn(nationalId: 1) { id } }'],
    ['a field below', '{ doorPlate(id: "1") { txt } }'],
    ['a type', '{ doorPlate(id: "1") { ... on DoorPlat { id } } }'],
    ['a variable’s type', 'query ($a: NationlId) { doorPlate(id: $a) { id } }'],
    ['an argument', '{ doorPlate(idd: "1") { id } }'],
    ['an enum value', '{ administrativeAreas(level: TOWM) { code } }'],
    ['a directive', '{ doorPlate(id: "1") { id @skipp(if: true) } }'],
  ])('D2 a misspelt %s is answered without the right word', async (_what, query) => {
    await expectNothingLearned(query)
  })
})

/** A thing that is closed to the asker, in a document with a fault, and the same with a name that is nowhere. */
describe('D2 a faulty document', () => {
  const inTax = (field: string): string =>
    `query ($n: NationalId!) { person(nationalId: $n) { tax { ${field} } } }`
  it.each([
    ['the desk', 'a field without its selection', inTax('income'), 'income'],
    ['the desk', 'an argument of a closed field', inTax('income(yeer: 1) { year }'), 'income'],
    ['the desk', 'a fragment', inTax('... on TaxIncome { yeer }'), 'TaxIncome'],
    ['a stranger', 'a field without its argument', '{ person { id } }', 'person'],
    ['a stranger', 'a type', '{ doorPlate(id: "1") { ... on Person { idd } } }', 'Person'],
    [
      'a stranger',
      'a variable',
      'query ($a: NationalId) { doorPlate(id: $a) { id } }',
      'NationalId',
    ],
    [
      'a stranger',
      'a mutation',
      'mutation { abolishDoorPlate { plate { id } } }',
      'abolishDoorPlate',
    ],
  ])('tells %s of %s as if it were not there', async (asker, _what, query, name) => {
    const send = asker === 'the desk' ? desk.send : ask
    const nowhere = `${name.slice(0, -1)}0`
    const [closed, absent] = [await send(query), await send(query.replace(name, nowhere))]
    expectRefusal(closed, 400, 'QUERY_INVALID')
    expect(JSON.stringify(closed.body).replaceAll(name, nowhere)).toBe(JSON.stringify(absent.body))
  })
})

describe('pages and traces', () => {
  it('D5 there is no page to explore with', async () => {
    const paths = [
      '/',
      '/graphql',
      '/graphiql',
      '/playground',
      '/explorer',
      '/altair',
      '/voyager',
      '/sandbox',
    ]
    for (const path of paths) {
      const response = await fetch(`${hub.origin}${path}`, { headers: { accept: 'text/html' } })
      expect([404, 405]).toContain(response.status)
      expect(response.headers.get('content-type')).toContain('application/json')
      expect(await response.text()).not.toContain('<')
    }
  })

  it('D6 no header makes an answer carry a trace', async () => {
    const { body } = await post(hub, '{"query":"{ __typename }"}', {
      'apollo-federation-include-trace': 'ftv1',
      'x-apollo-tracing': '1',
    })
    expect(Object.keys(body.extensions ?? {})).toEqual(['sources'])
  })
})
