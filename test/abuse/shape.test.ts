import { DEMO_CITIZEN, post, signIn, type HubAnswer, type HubClient } from '../support/client.ts'
import { inDatabase } from '../support/arrange.ts'
import { countsOf } from '../support/counts.ts'
import {
  COMMENTS,
  COSTLY,
  FRAGMENT_CYCLE,
  OVERSIZED,
  eventsQuery,
} from '../support/oversized-documents.ts'
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

async function timed(query: string): Promise<{ answer: HubAnswer; ms: number }> {
  const started = performance.now()
  const answer = await post(hub, JSON.stringify({ query }))
  return { answer, ms: performance.now() - started }
}

describe('a document beyond the limits', () => {
  it.each(OVERSIZED)(
    '%s is refused in less than 50 ms, before any agency is asked',
    async (_case, query) => {
      const before = await countsOf(hub, hub.agencies)
      let quickest = Infinity
      // other suites run beside this one, so one quick answer of ten is enough
      for (let attempt = 0; attempt < 10 && quickest >= 50; attempt++) {
        const { answer, ms } = await timed(query)
        expectRefusal(answer, 400, 'OPERATION_LIMIT')
        expect(answer.body.errors[0].message).toMatch(/\d/)
        quickest = Math.min(quickest, ms)
      }
      expect(quickest).toBeLessThan(50)
      expect(await countsOf(hub, hub.agencies)).toEqual(before)
    },
  )

  it('G4 a cycle of fragments is refused', async () => {
    const answer = await post(hub, JSON.stringify({ query: FRAGMENT_CYCLE }))
    expectRefusal(answer, 400, 'OPERATION_LIMIT')
  })

  it('G9 150 kB of comments is refused', async () => {
    expectRefusal(await post(hub, JSON.stringify({ query: COMMENTS })), 413, 'REQUEST_TOO_LARGE')
  })

  it('G14 an unused fragment is refused', async () => {
    const query = '{ __typename } fragment F on Query { __typename }'
    expectRefusal(await post(hub, JSON.stringify({ query })), 400, 'QUERY_INVALID')
  })

  it('G8 one document of two operations names neither', async () => {
    const body = { query: 'query A { __typename } query B { __typename }', operationName: 'A' }
    expectRefusal(await post(hub, JSON.stringify(body)), 400, 'OPERATION_LIMIT')
  })
})

describe('a list without an end', () => {
  const ask = (size: string, n?: unknown): Promise<HubAnswer> =>
    desk.send(eventsQuery(size), { id: DEMO_CITIZEN, ...(n !== undefined && { n }) })

  it.each(['1000000000', '101', '0', '-1', 'null'])('G12 first: %s is refused', async (size) => {
    expectRefusal(await ask(size), 400, 'OPERATION_LIMIT')
  })

  it.each([1_000_000_000, 101, 0, -1])('G12 first: $n of %j is refused', async (n) => {
    expectRefusal(await ask('$n', n), 400, 'OPERATION_LIMIT')
  })

  it.each([1, 100])('G12 first: $n of %j is served', async (n) => {
    const { status, body } = await ask('$n', n)
    expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined })
  })

  it('G12 no first is the schema’s own, 20', async () => {
    const query =
      'query ($id: NationalId!) { person(nationalId: $id) { registration { events { type } } } }'
    expect((await desk.send(query, { id: DEMO_CITIZEN })).status).toBe(200)
  })
})

describe('cost', () => {
  it('G13 over the most that one request may cost is refused', async () => {
    const answer = await desk.send(COSTLY, { id: DEMO_CITIZEN })
    expectRefusal(answer, 400, 'OPERATION_LIMIT')
  })

  it('G15 ten birth dates of one person by aliases lock that person, and the right one with it', async () => {
    const client = await signIn(hub, 'local-tax', 'tax-assessment')
    const dates = Array.from({ length: 9 }, (_, day) => `1901-01-0${day + 1}`)
    const [row] = await inDatabase(hub, 'household', (session) =>
      session.run(
        `select birth_date::text as date from person join person_national_id using (person_no)
          where national_id = $1`,
        [DEMO_CITIZEN],
      ),
    )
    const claims = [...dates, String(row!['date'])]
    const heads = claims.map((_, n) => `$c${n}: HouseholdClaimInput!`).join(' ')
    const fields = claims.map((_, n) => `a${n}: verifyHousehold(claim: $c${n}) { personMatches }`)
    const variables = claims.map((birthDate, n) => [
      `c${n}`,
      { nationalId: DEMO_CITIZEN, birthDate },
    ])
    const { body } = await client.send(
      `query (${heads}) { ${fields.join(' ')} }`,
      Object.fromEntries(variables) as object,
    )
    const answers = Object.values(body.data as Record<string, { personMatches: string } | null>)
    expect(answers.filter((answer) => answer?.personMatches === 'NO')).toHaveLength(3)
    expect(answers.filter((answer) => answer === null).length).toBeGreaterThanOrEqual(6)
    const codes = body.errors.map(
      (error: { extensions: { code: string } }) => error.extensions.code,
    )
    expect(new Set(codes)).toEqual(new Set(['VERIFICATION_LOCKED']))
    const { body: next } = await client.ask('VerifyHousehold', {
      claim: { nationalId: DEMO_CITIZEN, birthDate: claims.at(-1) },
    })
    expect(next.data.verifyHousehold).toBeNull()
  })

  it('G15 three persons by aliases tell no more than one each', async () => {
    const ids = ['A123456789', 'S100000006', DEMO_CITIZEN]
    const query = `query ($a: NationalId!, $b: NationalId!, $c: NationalId!) { a: person(nationalId: $a) { id } b: person(nationalId: $b) { id } c: person(nationalId: $c) { name { full } } }`
    const { body } = await desk.send(query, { a: ids[0], b: ids[1], c: ids[2] })
    expect(body.data).toMatchObject({ a: null, b: null, c: { name: { full: expect.any(String) } } })
  })
})
