import { join } from 'node:path'
import { readLogKeys } from '../../auth/keys/log-keys.ts'
import type { ToldReceipt } from '../../gateway/audit/verify-told-receipt.ts'
import { DEMO_CASE, DEMO_CITIZEN, post, signIn } from '../support/client.ts'
import type { HubAnswer, HubClient } from '../support/client.ts'
import { PUBLIC_CALLER } from '../../auth/hop-claims.ts'
import { hashBody, mintHopToken } from '../../auth/hop-token.ts'
import type { Receipt } from '../../gateway/audit/receipt.ts'
import { verifyReceipt } from '../../gateway/audit/verify-receipt.ts'
import { askWith, signProof, signToken } from '../support/forged-token.ts'
import { createNoteSigner } from '../../gateway/audit/signed-note.ts'
import { auditCommand, fileOf } from '../support/audit-command.ts'
import { removeFolders } from '../gateway/audit/log-desk.ts'
import { startTestHub, type RunningHub, type SecondGateway } from '../support/running-hub.ts'

let hub: RunningHub
let desk: HubClient
let tax: HubClient
let asked: HubAnswer
let verifierKey: string

beforeAll(async () => {
  hub = await startTestHub({}, { hasPeers: true })
  desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
  tax = await signIn(hub, 'local-tax', 'tax-assessment')
  asked = await tax.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })
  const [signingSeed] = readLogKeys(hub.dataDir).signingSeeds()
  verifierKey = createNoteSigner('hub.local/gateway', signingSeed!).verifierKey
}, 90_000)
afterAll(async () => {
  await hub?.stop()
  removeFolders()
})

const requestIdOf = ({ body }: HubAnswer): string => body.extensions.disclosure.requestId

async function receiptFor(
  client: HubClient,
  requestId: string,
  caseNo?: string,
): Promise<ToldReceipt | null> {
  const { body } = await client.ask('DisclosureReceipt', { requestId }, caseNo ? { caseNo } : {})
  return body.data.disclosureReceipt
}

/** Checks it by the command, which has the receipt, the data and the public key alone. */
function verify(receipt: object, data?: unknown): ReturnType<typeof auditCommand> {
  const shown = data === undefined ? [] : ['--data', `@${fileOf(data)}`]
  return auditCommand(hub, 'verify-receipt', fileOf(receipt), '--key', verifierKey, ...shown)
}

describe('the receipt of a request', () => {
  it('proves the whole answer to the caller that asked, and fails on one changed value', async () => {
    const receipt = (await receiptFor(tax, requestIdOf(asked)))!
    expect(JSON.parse(receipt.record)).toMatchObject({ leaf: 'OUTCOME', agency: 'LOCALTAX_QISHAN' })
    const good = await verify(receipt, asked.body)
    expect(good).toMatchObject({ code: 0, lines: [{ fault: null, proven: 'ANSWER' }] })
    const changed = JSON.parse(JSON.stringify(asked.body).replace('"FEMALE"', '"MALE"')) as object
    const bad = await verify(receipt, changed)
    expect(bad).toMatchObject({
      code: 1,
      lines: [{ fault: 'the data are not what was disclosed' }],
    })
  }, 30_000)

  it('proves to the citizen at the desk their own part of what another agency was shown', async () => {
    const receipt = (await receiptFor(desk, requestIdOf(asked)))!
    const own = await verify(receipt, asked.body)
    expect(own).toMatchObject({ code: 0, lines: [{ fault: null, proven: 'PERSONS' }] })
    expect(receipt.salt).not.toBe((await receiptFor(tax, requestIdOf(asked)))!.salt)
  }, 30_000)

  it('still holds after more records, and a forged record does not', async () => {
    const receipt = (await receiptFor(tax, requestIdOf(asked)))!
    for (let more = 0; more < 5; more++) {
      await desk.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })
    }
    expect(await verify(receipt)).toMatchObject({ code: 0 })
    const forged = { ...receipt, record: receipt.record.replace('tax-assessment', 'curiosity') }
    expect(await verify(forged)).toMatchObject({ code: 1 })
  }, 30_000)

  it('goes to the auditor of the agency without any salt', async () => {
    const own = await desk.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })
    const auditor = await signIn(hub, 'auditor', 'disclosure-audit')
    const receipt = (await receiptFor(auditor, requestIdOf(own)))!
    expect(receipt).toMatchObject({ salt: null, leafIndex: expect.any(Number) })
    expect(await verify(receipt)).toMatchObject({ code: 0, lines: [{ proven: 'RECORD' }] })
  }, 30_000)

  it.each([
    ['another agency', () => signIn(hub, 'motor-office', 'vehicle-registration')],
    ['the auditor of another agency', () => signIn(hub, 'auditor', 'disclosure-audit')],
  ])('is nothing to %s, nor is one that never was', async (_who, signInAs) => {
    const client = await signInAs()
    const known = await receiptFor(client, requestIdOf(asked))
    const unknown = await receiptFor(client, '00000000-0000-4000-8000-000000000000')
    for (const receipt of [known, unknown]) {
      expect(receipt).toMatchObject({ record: null, checkpoint: null, leafIndex: null, salt: null })
    }
  })

  it('has no salt for its own actor under another case', async () => {
    const receipt = await receiptFor(tax, requestIdOf(asked), '1070510-0201')
    expect(receipt).toMatchObject({ record: null, salt: null })
  })

  it('of a look of the police is nothing to the citizen while it is kept back', async () => {
    const police = await signIn(hub, 'police-jiaxian', 'lookup-lost-person')
    const look = await police.ask('CitizenAtDesk', { nationalId: DEMO_CITIZEN })
    expect((await receiptFor(police, requestIdOf(look)))!.salt).toEqual(expect.any(String))
    expect(await receiptFor(desk, requestIdOf(look))).toMatchObject({ record: null })
  })

  it('needs a case, as every look at personal data', async () => {
    const { status, body } = await desk.ask(
      'DisclosureReceipt',
      { requestId: requestIdOf(asked) },
      { caseNo: null },
    )
    expect({ status, code: body.errors[0].extensions.code }).toEqual({
      status: 403,
      code: 'CASE_REQUIRED',
    })
  })
})

describe('where two gateways stand behind one address, the receipt of a request', () => {
  let second: SecondGateway
  let token: string
  let receiptUrl: string
  let receipt: { readonly status: number; readonly body: unknown } | undefined
  let shown: HubAnswer
  beforeAll(async () => {
    second = await hub.startSecondGateway()
    token = await signToken(hub, { scope: 'household:identity hub:receipts' })
    shown = await askAt(second.graphqlUrl, token)
    receiptUrl = shown.body.extensions.disclosure.receiptUrl
    // a gateway that has just started tells the others where it is in a moment
    for (let tries = 0; tries < 100 && receipt?.status !== 200; tries++) {
      receipt = await receiptAt(receiptUrl, token)
    }
  }, 30_000)
  afterAll(() => second?.stop())

  const askAt = async (graphqlUrl: string, by: string): Promise<HubAnswer> =>
    askWith({ ...hub, graphqlUrl }, by, { dpop: await signProof(hub, by) })
  const receiptAt = async (url: string, by: string): Promise<NonNullable<typeof receipt>> => {
    const dpop = await signProof(hub, by, { htm: 'GET', htu: url })
    const response = await fetch(url, { headers: { authorization: `DPoP ${by}`, dpop } })
    return { status: response.status, body: await response.json() }
  }
  const operationAt = async (graphqlUrl: string, requestId: string): Promise<HubAnswer> => {
    const query = `query ($requestId: ID!) { disclosureReceipt(requestId: $requestId) {
      requestId record checkpoint leafIndex inclusionProof salt } }`
    return post({ ...hub, graphqlUrl }, JSON.stringify({ query, variables: { requestId } }), {
      authorization: `DPoP ${token}`,
      dpop: await signProof(hub, token),
      'hub-case': DEMO_CASE,
    })
  }

  it('comes by its address from the one that did not answer it, to its own caller alone', async () => {
    expect(receiptUrl).toMatch(/^.*\/receipts\/1\/[\w-]+\?log=hub\.local%2Fsecond-gateway$/)
    expect(receiptUrl.startsWith(hub.origin)).toBe(true)
    expect(receipt?.status).toBe(200)
    const [seed] = readLogKeys(join(hub.dataDir, 'second-gateway')).signingSeeds()
    const signer = createNoteSigner('hub.local/second-gateway', seed!)
    const report = verifyReceipt(receipt!.body as Receipt, signer, shown.body.data)
    expect(report).toMatchObject({ fault: null, proven: 'ANSWER' })
    const other = await signToken(hub, { sub: 'jiaxian-desk-3' })
    expect((await receiptAt(receiptUrl, other)).status).toBe(404)
    const nowhere = receiptUrl.replace('second', 'third')
    expect((await receiptAt(nowhere, token)).status).toBe(503)
    const { status, body } = await receiptAt(
      receiptUrl.replace(/log=.*/, `log=${DEMO_CITIZEN}`),
      token,
    )
    expect(status).toBe(404)
    expect(JSON.stringify(body)).not.toContain(DEMO_CITIZEN)
  })

  it('comes by the operation from both, once the index has it', async () => {
    for (const [look, address] of [
      [shown, hub.graphqlUrl],
      [await askAt(hub.graphqlUrl, token), second.graphqlUrl],
    ] as const) {
      const { requestId, leafIndex } = look.body.extensions.disclosure
      let found = null
      // what another gateway wrote is in the index a second later
      for (let tries = 0; tries < 200 && !found?.record; tries++) {
        found = (await operationAt(address, requestId)).body.data.disclosureReceipt
      }
      expect(found).toMatchObject({ requestId, leafIndex, salt: expect.any(String) })
    }
  })

  it('is given by one gateway to the other alone, and is elsewhere while that is away', async () => {
    const question = { leafIndex: 1, requestId: requestIdOf(shown), caller: null }
    const body = JSON.stringify(question)
    const claims = { ...PUBLIC_CALLER, client: 'gateway', requestId: question.requestId }
    const request = { ...claims, aud: 'hub.local/second-gateway', bh: hashBody(body) }
    const hop = mintHopToken(request, hub.keys.hopKey('tax'))
    const url = new URL('/peer/receipts', second.graphqlUrl)
    for (const authorization of ['', 'Bearer x', `Bearer ${hop}`, `DPoP ${token}`]) {
      const headers = { 'content-type': 'application/json', authorization }
      const response = await fetch(url, { method: 'POST', headers, body })
      expect([authorization, response.status]).toEqual([authorization, 401])
      expect(await response.text()).toContain('HOP_TOKEN_')
    }
    await second.stop()
    const away = await receiptAt(receiptUrl, token)
    expect(away.status).toBe(503)
    expect(JSON.stringify(away.body)).toContain('RECEIPT_ELSEWHERE')
    const { body: told } = await operationAt(hub.graphqlUrl, question.requestId)
    expect(told.errors[0].extensions.code).toBe('RECEIPT_ELSEWHERE')
  })
})
