import { execFile } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createDpopProof } from '../../../auth/client-token.ts'
import type { Receipt } from '../../../gateway/audit/receipt.ts'
import { DEMO_CITIZEN, signIn, type HubAnswer, type HubClient } from '../../support/client.ts'
import { startTestHub, type RunningHub } from '../../support/running-hub.ts'
import { auditCommand, type EndedCommand } from '../../support/audit-command.ts'
import { ROOT } from '../../support/source-tree.ts'
import { makeFolder, removeFolders } from './log-desk.ts'

const run = promisify(execFile)

let hub: RunningHub
let desk: HubClient
let answer: HubAnswer
let requestId: string
let folder: string

beforeAll(async () => {
  hub = await startTestHub()
  folder = makeFolder()
  desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
  answer = await desk.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })
  requestId = answer.body.extensions.disclosure.requestId
}, 120_000)

afterAll(async () => {
  await hub.stop()
  removeFolders()
})

describe('hub audit, beside a running hub', () => {
  it('verifies the log and remembers its checkpoint', async () => {
    const { code, lines } = await audit('verify')
    expect(code).toBe(0)
    expect(lines[0]).toMatchObject({ origin: 'hub.local/gateway', size: 2, fault: null })
    const file = join(hub.dataDir, 'audit', 'remembered-checkpoints')
    expect(readFileSync(file, 'utf8')).toBe(lines[0]!['checkpoint'])
    await desk.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })
    expect((await audit('verify')).lines[0]).toMatchObject({ size: 4, fault: null })
  }, 30_000)

  it('shows the records of a request, and says when there is none', async () => {
    const { lines } = await audit('show', '--request', requestId)
    expect(lines.map((line) => [line['leafIndex'], line['leaf']])).toEqual([
      [0, 'INTENT'],
      [1, 'OUTCOME'],
    ])
    const unknown = await audit('show', '--request', 'of-nobody')
    expect(unknown).toMatchObject({ code: 2, lines: [] })
    expect(unknown.text).toContain('--request: the log has no such request')
  }, 30_000)

  it('writes a receipt that proves the answer, and fails on a changed one', async () => {
    const { text } = await audit('receipt', '--request', requestId)
    const [receipt, data, changed] = ['receipt', 'data', 'changed'].map((one) => join(folder, one))
    writeFileSync(receipt!, text)
    writeFileSync(data!, JSON.stringify(answer.body))
    writeFileSync(changed!, JSON.stringify(answer.body).replace('"FEMALE"', '"MALE"'))
    const key = (await audit('key')).text.trim()
    const good = await audit('verify-receipt', receipt!, '--key', key, '--data', `@${data}`)
    expect(good).toMatchObject({ code: 0, lines: [{ fault: null, proven: 'ANSWER' }] })
    const bad = await audit('verify-receipt', receipt!, '--key', key, '--data', `@${changed}`)
    expect(bad).toMatchObject({
      code: 1,
      lines: [{ fault: 'the data are not those of the answer' }],
    })
  }, 30_000)

  it('verifies by two files and a key alone, with nothing of the hub beside them', async () => {
    const key = (await audit('key')).text.trim()
    const alone = makeFolder()
    for (const name of ['verify-log.ts', 'verifier']) {
      cpSync(join(ROOT, 'gateway/audit', name), join(alone, name), { recursive: true })
    }
    const script = join(alone, 'verify-log.ts')
    const { stdout } = await run(process.execPath, [script, join(hub.dataDir, 'log'), key])
    expect(JSON.parse(stdout)).toMatchObject({ origin: 'hub.local/gateway', fault: null })
  }, 30_000)
})

describe('the receipt address of an answer', () => {
  it('gives the receipt to the client that asked', async () => {
    const { status, body } = await fetchReceipt(desk)
    expect(status).toBe(200)
    expect((body as Receipt).records.map((one) => one.leafIndex)).toEqual([0, 1])
    expect((body as Receipt).salts).toHaveLength(4)
  })

  it('has nothing for another client, and asks who is there first', async () => {
    const other = await signIn(hub, 'social-affairs', 'low-income-review')
    expect(await fetchReceipt(other)).toMatchObject({ status: 404 })
    const url: string = answer.body.extensions.disclosure.receiptUrl
    expect((await fetch(url)).status).toBe(401)
  })
})

async function fetchReceipt({
  accessToken,
  dpopKey,
}: HubClient): Promise<{ readonly status: number; readonly body: unknown }> {
  const url: string = answer.body.extensions.disclosure.receiptUrl
  const dpop = await createDpopProof({ key: dpopKey, method: 'GET', url, accessToken })
  const response = await fetch(url, { headers: { authorization: `DPoP ${accessToken}`, dpop } })
  return { status: response.status, body: await response.json() }
}

function audit(...words: readonly string[]): Promise<EndedCommand> {
  return auditCommand(hub, ...words)
}
