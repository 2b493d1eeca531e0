import { setTimeout } from 'node:timers/promises'
import { createClient } from '@redis/client'
import { hashBody, mintHopToken } from '../../auth/hop-token.ts'
import { openStore } from '../../auth/open-store.ts'
import { revokeAgreement, shareRevocation } from '../../auth/revocations.ts'
import { createSealer } from '../../auth/sealed-key.ts'
import { copyAgreements, type AgreementsFolder } from '../support/agreements-folder.ts'
import { DEMO_CASE, DEMO_CITIZEN, type HubAnswer } from '../support/client.ts'
import { forgetWithdrawals, withdrawConsent } from '../support/consent.ts'
import { askWith, signProof, signToken } from '../support/forged-token.ts'
import { expectRefusal, expectStillUp } from '../support/refusal.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'
import { hasStoreProgram, startTestStore, type TestStore } from '../support/test-store.ts'

let store: TestStore
let agreements: AgreementsFolder
let hub: RunningHub
let secondGateway: string
let secondTax: URL

/** Valkey or Redis is not among what npm brings: without one on the machine these are skipped. */
const describeWithStore = hasStoreProgram ? describe : describe.skip

describeWithStore('two gateways and two instances of tax that share a store', () => {
  beforeAll(async () => {
    store = await startTestStore()
    agreements = copyAgreements({ 'motor-office': { limits: { perCase: 100, perDay: 4 } } })
    hub = await startTestHub({
      HUB_STORE_URL: store.url,
      HUB_AGREEMENTS_DIR: agreements.path,
      HUB_PUBLIC_RATE: '0',
    })
    secondGateway = (await hub.startSecondGateway()).graphqlUrl
    secondTax = await hub.startSecondAgency('tax')
  }, 90_000)
  afterEach(() => expectStillUp(hub))
  afterAll(async () => {
    await hub?.stop()
    agreements?.remove()
    await store?.stop()
  })

  const askAt = async (address: string, token: string): Promise<HubAnswer> =>
    askWith({ ...hub, graphqlUrl: address }, token, { dpop: await signProof(hub, token) })
  const tokenOf = (client: string, purpose: string): Promise<string> =>
    signToken(hub, {
      client_id: client,
      sub: client,
      authorization_details: [{ type: 'hub_purpose', purpose }],
    })

  it('A16 a proof that one gateway took is refused by the other', async () => {
    const token = await signToken(hub)
    const dpop = await signProof(hub, token)
    expect((await askWith(hub, token, { dpop })).body.errors).toBeUndefined()
    const replayed = await askWith({ ...hub, graphqlUrl: secondGateway }, token, { dpop })
    expectRefusal(replayed, 401, 'UNAUTHENTICATED')
    expect((await askAt(secondGateway, token)).body.errors).toBeUndefined()
  })

  it('B4 a hop token that one instance of an agency took is refused by the other', async () => {
    const id = createSealer(hub.sealedKey).seal(DEMO_CITIZEN)
    const person = { __typename: 'Person', id, formerIds: [], isProtected: false }
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { tax { asOf } } } }`
    const body = JSON.stringify({ query, variables: { r: [person] } })
    const token = hopToken(body)
    expect((await fetchFrom(hub.agencyUrl('tax'), body, token)).status).toBe(200)
    const replayed = await fetchFrom(secondTax, body, token)
    expect(replayed.status).toBe(401)
    expect(await replayed.text()).toContain('HOP_TOKEN_REPLAYED')
    expect((await fetchFrom(secondTax, body, hopToken(body))).status).toBe(200)
  })

  it('G13 the requests of a day are counted over both gateways', async () => {
    const token = await tokenOf('motor-office', 'vehicle-registration')
    const statuses: number[] = []
    for (const address of [hub.graphqlUrl, secondGateway, hub.graphqlUrl, secondGateway]) {
      statuses.push((await askAt(address, token)).status)
    }
    expect(statuses).toEqual([200, 200, 200, 200])
    expectRefusal(await askAt(hub.graphqlUrl, token), 429, 'RATE_LIMITED')
    expectRefusal(await askAt(secondGateway, token), 429, 'RATE_LIMITED')
  })

  it.each([
    ['in the store', 'local-tax', 'tax-assessment', shareWithAll],
    [
      'in the folder of the first',
      'police-jiaxian',
      'lookup-lost-person',
      async (id: string) => revokeAgreement(hub.dataDir, id),
    ],
  ])(
    'S11 an agreement revoked %s opens nothing at either within 5 s',
    async (_where, client, purpose, revoke) => {
      const token = await tokenOf(client, purpose)
      const addresses = [hub.graphqlUrl, secondGateway]
      for (const address of addresses) expect((await askAt(address, token)).status).toBe(200)
      const inFlight = addresses.flatMap((address) =>
        Array.from({ length: 5 }, () => askAt(address, token)),
      )
      await revoke(`${client}-${purpose}`)
      const revokedAt = performance.now()
      await Promise.all(inFlight)
      for (const address of addresses) {
        while ((await askAt(address, token)).status === 200) await setTimeout(100)
        expect(performance.now() - revokedAt).toBeLessThan(5_000)
        expectRefusal(await askAt(address, token), 403, 'PURPOSE_NOT_ALLOWED')
      }
      expect((await askAt(secondGateway, await signToken(hub))).status).toBe(200)
    },
  )

  it('Z19 a consent that is withdrawn opens nothing at either, at once', async () => {
    const token = await signToken(hub)
    const personAt = async (address: string) => (await askAt(address, token)).body.data.person
    const addresses = [hub.graphqlUrl, secondGateway]
    for (const address of addresses) expect(await personAt(address)).not.toBeNull()
    await withdrawConsent(hub)
    for (const address of addresses) expect(await personAt(address)).toBeNull()
    await forgetWithdrawals(hub)
    for (const address of addresses) expect(await personAt(address)).not.toBeNull()
  })

  it('S15 no name in the store tells whom or what it is about', async () => {
    const client = createClient({ url: store.url })
    await client.connect()
    const names = await client.keys('*')
    client.destroy()
    expect(names.length).toBeGreaterThan(10)
    for (const name of names) expect(name).toMatch(/^hub:(once|take|text|list):[\w-]{43}$/)
  })

  it('S2 while the store hangs or is away personal data is refused, public data is not', async () => {
    const token = await signToken(hub)
    store.freeze()
    const askedAt = performance.now()
    expectRefusal(await askAt(hub.graphqlUrl, token), 503, 'SHARED_STORE_UNAVAILABLE')
    expect(performance.now() - askedAt).toBeLessThan(2_000)
    await expectStillUp(hub)
    store.thaw()
    expect((await untilAnswered(token)).body.errors).toBeUndefined()

    await store.kill()
    for (const address of [hub.graphqlUrl, secondGateway]) {
      expectRefusal(await askAt(address, token), 503, 'SHARED_STORE_UNAVAILABLE')
    }
    await expectStillUp(hub)
    await store.start()
    expect((await untilAnswered(token)).body.errors).toBeUndefined()
    expect(hub.logs.text()).not.toContain('unhandled')
  })

  it('S11 a store that comes back empty is told again what was revoked', async () => {
    const token = await tokenOf('local-tax', 'tax-assessment')
    for (const address of [hub.graphqlUrl, secondGateway]) {
      expectRefusal(await askAt(address, token), 403, 'PURPOSE_NOT_ALLOWED')
    }
  })

  async function untilAnswered(token: string): Promise<HubAnswer> {
    const until = performance.now() + 5_000
    let answer = await askAt(hub.graphqlUrl, token)
    while ((answer.status !== 200 || answer.body.errors) && performance.now() < until) {
      await setTimeout(50)
      answer = await askAt(hub.graphqlUrl, token)
    }
    return answer
  }
})

async function shareWithAll(agreementId: string): Promise<void> {
  const open = await openStore(store.url)
  await shareRevocation(open, agreementId)
  await open.close()
}

function hopToken(body: string): string {
  const caller = {
    sub: 'desk-jiaxian',
    agency: 'QS_HRO',
    client: 'desk-jiaxian',
    role: 'desk-clerk',
    purpose: 'joint-service',
    legalBasis: 'test',
    case: DEMO_CASE,
    scopes: ['tax:bills'],
    existence: true,
    regions: null,
    caseAssignment: false,
    requestId: '00000000-0000-0000-0000-000000000000',
  }
  const request = { ...caller, aud: 'tax', bh: hashBody(body) }
  return `Bearer ${mintHopToken(request, hub.keys.hopKey('tax'))}`
}

function fetchFrom(url: URL, body: string, authorization: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', authorization }
  return fetch(url, { method: 'POST', headers, body })
}
