import { setTimeout } from 'node:timers/promises'
import { createDpopProof } from '../../auth/client-token.ts'
import { DEMO_CITIZEN, post, signIn, type HubAnswer, type HubClient } from '../support/client.ts'
import { copyAgreements, type AgreementsFolder } from '../support/agreements-folder.ts'
import { expectRefusal, expectStillUp } from '../support/refusal.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

const COST_OF_ONE_STOP = 219

let hub: RunningHub
let agreements: AgreementsFolder
beforeAll(async () => {
  agreements = copyAgreements({
    'desk-jiaxian': { clients: ['desk-jiaxian', 'desk-second'] },
    'local-tax': { limits: { perCase: 3, perDay: 5 } },
    'motor-office': { freeFormDocuments: false },
  })
  hub = await startTestHub({
    HUB_AGREEMENTS_DIR: agreements.path,
    HUB_PARALLEL_REQUESTS: '40',
    // ten seconds' worth may be spent at once: three times OneStopPerson
    HUB_COST_PER_SECOND: String(Math.ceil((3.2 * COST_OF_ONE_STOP) / 10)),
    HUB_PUBLIC_RATE: '20',
    HUB_FAULTY_DOCUMENTS: '20',
  })
}, 90_000)
afterAll(async () => {
  await hub?.stop()
  agreements?.remove()
})

const NAME = 'query ($id: NationalId!) { person(nationalId: $id) { name { full } } }'
const nameOf = (client: HubClient): Promise<HubAnswer> => client.send(NAME, { id: DEMO_CITIZEN })

function expectLimited(answer: HubAnswer): void {
  expectRefusal(answer, 429, 'RATE_LIMITED')
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
}

async function onlyLimited(asked: Promise<HubAnswer>): Promise<HubAnswer> {
  const answer = await asked
  if (answer.status !== 429) throw new Error('was answered')
  return answer
}

describe('many requests at once', () => {
  it('H17 of 1,000 from one address some are put off, while a client is served', async () => {
    const police = await signIn(hub, 'police-jiaxian', 'lookup-lost-person')
    const flood = Promise.all(
      Array.from({ length: 1_000 }, () => post(hub, '{"query":"{ __typename }"}')),
    )
    expect((await nameOf(police)).status).toBe(200)
    const answers = await flood
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]))
    expectLimited(answers.find(({ status }) => status === 429)!)
    expect((await nameOf(police)).status).toBe(200)
  }, 30_000)

  it('H17 of 200 from one client some are put off, and later ones are served again', async () => {
    const operator = await signIn(hub, 'plate-officer', 'door-plate-administration')
    const { accessToken, dpopKey: key } = operator
    const request = { key, method: 'POST', url: hub.graphqlUrl, accessToken }
    const proofs = await Promise.all(Array.from({ length: 200 }, () => createDpopProof(request)))
    const authorization = `DPoP ${accessToken}`
    const flood = Promise.all(
      proofs.map((dpop) => post(hub, '{"query":"{ __typename }"}', { authorization, dpop })),
    )
    const answers = await flood
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]))
    expectLimited(answers.find(({ status }) => status === 429)!)
    await expectStillUp(hub)
    expect((await operator.send('{ __typename }')).status).toBe(200)
  }, 30_000)
})

describe('an agreement’s limits', () => {
  it('G13 end a client’s questions about one case, then its questions of a day', async () => {
    const tax = await signIn(hub, 'local-tax', 'tax-assessment')
    for (let count = 0; count < 3; count++) expect((await nameOf(tax)).status).toBe(200)
    expectLimited(await nameOf(tax))
    expect((await tax.send(NAME, { id: DEMO_CITIZEN }, { caseNo: '1070510-2' })).status).toBe(200)
    expectLimited(await tax.send(NAME, { id: DEMO_CITIZEN }, { caseNo: '1070510-3' }))
  })

  it('let a client that may not write its own documents send registered ones alone', async () => {
    const motor = await signIn(hub, 'motor-office', 'vehicle-registration')
    expectRefusal(await nameOf(motor), 403, 'DOCUMENT_NOT_REGISTERED')
    const variables = { nationalId: DEMO_CITIZEN }
    expect((await motor.askById('CitizenAtDesk', variables)).status).toBe(200)
    expect((await motor.ask('CitizenAtDesk', variables)).status).toBe(200)
  })
})

describe('cost', () => {
  it('G13 over the budget in summed requests is put off, and other cases with it', async () => {
    const desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
    const second = await signIn(hub, 'desk-second', 'joint-service')
    const ask = (client: HubClient, caseNo = '1070510-4'): Promise<HubAnswer> =>
      client.ask('OneStopPerson', { nationalId: DEMO_CITIZEN }, { caseNo })
    // planned before, and then asked at once: the budget fills again with time
    expect((await ask(desk, '1070510-5')).status).toBe(200)
    const asked = Array.from({ length: 4 }, () => ask(second))
    expectLimited(await Promise.any(asked.map(onlyLimited)))
    // another desk has its own budget, but the case has been asked about enough
    expectLimited(await ask(desk))
    const statuses = (await Promise.all(asked)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(3)
    await expectStillUp(hub)
  })

  it('of asking for the schema is charged like any other', async () => {
    const police = await signIn(hub, 'police-jiaxian', 'lookup-lost-person')
    const query = '{ __schema { queryType { name } } }'
    const ask = (): Promise<HubAnswer> => police.send(query, {}, { caseNo: null })
    // 10,000 is more than this budget has: the first takes all of it
    expect((await ask()).status).toBe(200)
    expectLimited(await ask())
  })
})

describe('guesses', () => {
  it('D7 a sweep of a word list is shut out, and told to the operators once', async () => {
    const words = ['user', 'users', 'secret', 'password', 'token', 'admin', 'income', 'member']
    const client = await signIn(hub, 'hub-operator', 'hub-operation')
    const statuses: number[] = []
    for (let round = 0; round < 5; round++) {
      for (const word of words) {
        const answer = await client.send(`{ ${word}${round} }`)
        statuses.push(answer.status)
        expect(JSON.stringify(answer.body)).not.toMatch(/did you mean|person|doorPlate/i)
      }
    }
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 400))
    expect(statuses.at(-1)).toBe(429)
    expectLimited(await client.send('{ __typename }'))
    const alarms = hub.logs
      .text()
      .split('\n')
      .filter((line) => line.includes('is shut out'))
    expect(alarms).toHaveLength(1)
    expect(JSON.parse(alarms[0]!)).toMatchObject({ level: 40, client: 'hub-operator' })
    await expectStillUp(hub)
  })

  it('D7 the same by one address without a token', async () => {
    // the flood above used up what the address may send; 20 a second come back
    await setTimeout(2_000)
    const statuses: number[] = []
    for (let index = 0; index < 40; index++) {
      const { status } = await post(hub, JSON.stringify({ query: `{ w${index} }` }))
      statuses.push(status)
    }
    expect(statuses).toContain(429)
    expect(hub.logs.text()).toMatch(/"client":null[^\n]*is shut out/)
  })
})
