import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { readLogKeys } from '../../auth/keys/log-keys.ts'
import { openLogIndex, type OwnedLogIndex } from '../../cli/log-index/open-log-index.ts'
import { takeIn, takePersonsIn, type ReadSource } from '../../gateway/hub/index/take-in.ts'
import { canonicalJson } from '../../gateway/audit/canonical-json.ts'
import { openLog } from '../../gateway/audit/log-reader.ts'
import { LogWriter } from '../../gateway/audit/log-writer.ts'
import { createNoteSigner } from '../../gateway/audit/signed-note.ts'
import { SubjectKeys } from '../../gateway/audit/subject-keys.ts'
import { logFolder, subjectKeysFile } from '../../gateway/audit/tiled-disclosure-log.ts'
import { readKitConfig } from '../../subgraphs/_kit/config.ts'
import { makeFolder, removeFolders } from '../gateway/audit/log-desk.ts'
import { inDatabase } from '../support/arrange.ts'
import { auditCommand } from '../support/audit-command.ts'
import { DEMO_CASE, DEMO_CITIZEN, signIn, type HubClient } from '../support/client.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'
import { ROOT } from '../support/source-tree.ts'

let hub: RunningHub
let desk: HubClient
let index: OwnedLogIndex
let citizen: string

beforeAll(async () => {
  hub = await startTestHub()
  desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
  for (let asked = 0; asked < 5; asked++) {
    const { body } = await desk.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })
    citizen = body.data.person.id
  }
  const HUB_DATABASE_URL_HUB = hub.databaseUrl('hub')
  index = await openLogIndex(readKitConfig({ HUB_DATA_DIR: hub.dataDir, HUB_DATABASE_URL_HUB }))
}, 90_000)
afterAll(async () => {
  await index?.close()
  await hub?.stop()
  removeFolders()
})

/** Requests that the citizen sees in their log, newest first, but for the look at the log itself. */
async function looks(): Promise<readonly string[]> {
  const { body } = await desk.ask('AccessLog', { personId: citizen })
  expect(body.errors).toBeUndefined()
  return body.data.accessLog.nodes.map(({ requestId }: { requestId: string }) => requestId)
}

/** All that the index has of a log, in order. */
function contentOf(origin: string): Promise<readonly Record<string, unknown>[]> {
  return inDatabase(hub, 'hub', async (session) => [
    ...(await session.run(
      `select leaf_index, request_id, at, case_no, data_classes, agency, purpose, subject
         from disclosure join ground on ground.id = ground_id join log on log.id = log_id
         left join disclosure_subject using (log_id, leaf_index)
        where origin = $1 order by leaf_index, subject`,
      [origin],
    )),
  ])
}

describe('the index over the log', () => {
  it('made anew beside a running hub is what it was', async () => {
    const before = await looks()
    const content = await contentOf('hub.local/gateway')
    const { code, lines } = await auditCommand(hub, 'reindex')
    expect({ code, lines }).toMatchObject({ code: 0, lines: [{ origin: 'hub.local/gateway' }] })
    const again = await contentOf('hub.local/gateway')
    expect(again.slice(0, content.length)).toEqual(content)
    expect((await looks()).slice(-before.length)).toEqual(before)
  }, 30_000)

  it('goes on where it stood after kill -9, and two at once take nothing twice', async () => {
    const other = await fillOtherLog(20_000)
    const env = {
      PATH: '/usr/bin:/bin',
      HUB_DATABASE_URL_HUB: hub.databaseUrl('hub'),
      ...other.env,
    }
    const child = spawn(process.execPath, ['cli/hub.ts', 'audit', 'reindex'], { cwd: ROOT, env })
    const killed = new Promise((done) => child.once('exit', (_code, signal) => done(signal)))
    while (((await index.stand(other.origin, other.keyId)).records ?? 0) < 256) await wait(2)
    child.kill('SIGKILL')
    expect(await killed).toBe('SIGKILL')
    const { records } = await index.stand(other.origin, other.keyId)
    expect(records).toBeLessThan(20_000)
    expect((await contentOf(other.origin)).length).toBe(records)

    await Promise.all([
      takeIn(other.source, index, () => []),
      takeIn(other.source, index, () => []),
    ])
    const content = await contentOf(other.origin)
    expect(content.map((row) => row['leaf_index'])).toEqual(content.map((_, i) => i))
    expect(content).toHaveLength(20_000)
    await inDatabase(hub, 'hub', (session) =>
      session.run('delete from log where origin = $1', [other.origin]),
    )
  }, 60_000)

  it('finds a person in the log of another gateway that has the same key', async () => {
    const other = await fillOtherLog(3, { isSameKey: true, person: citizen })
    await takeIn(other.source, index, () => ['C001'])
    await index.noteCurrent(other.origin, new Date().toISOString())
    const { body } = await desk.send(
      'query L($id: ID!) { accessLog(personId: $id) { isComplete nodes { requestId } } }',
      { id: citizen },
    )
    expect(body.data.accessLog.isComplete).toBe(true)
    const ids = body.data.accessLog.nodes.map(({ requestId }: { requestId: string }) => requestId)
    expect(ids).toEqual(expect.arrayContaining(['elsewhere-0', 'elsewhere-1', 'elsewhere-2']))
    const receipt = await desk.ask('DisclosureReceipt', { requestId: 'elsewhere-1' })
    expect(receipt.body.errors[0].extensions.code).toBe('RECEIPT_ELSEWHERE')
  })

  it('lets no other log in under a name that it knows, nor touch what is there', async () => {
    const origin = 'hub.local/gateway'
    const before = await contentOf(origin)
    const [full, empty] = [await fillOtherLog(2, { isSameKey: true }), await fillOtherLog(0)]
    for (const { source } of [full, empty]) {
      const other = { ...source, origin }
      for (const take of [takePersonsIn(other, index), takeIn(other, index, () => [])]) {
        await expect(take).rejects.toMatchObject({ code: 'LOG_ORIGIN_TAKEN' })
      }
    }
    // the hub goes on following its own log meanwhile
    expect((await contentOf(origin)).slice(0, before.length)).toEqual(before)
    expect(await index.countPersons(origin)).toBeGreaterThan(0)
  })

  it('keeps looks for five years: none younger is removed', async () => {
    const recent = await auditCommand(hub, 'prune', '--before', '2025-01-01')
    expect(recent).toMatchObject({ code: 2, lines: [] })
    expect(recent.text).toContain('RETENTION_RUNNING: Looks are kept for 5 years')
    await inDatabase(hub, 'hub', (session) =>
      session.run(`update disclosure set at = '2015-03-01' where request_id = 'elsewhere-0'`),
    )
    const old = await auditCommand(hub, 'prune', '--before', '2016-01-01')
    expect(old).toMatchObject({ code: 0, lines: [{ removed: 1 }] })
    expect(await looks()).not.toContain('elsewhere-0')
  }, 30_000)

  it('knows nothing more of a person whose key was destroyed, in any log', async () => {
    const before = await looks()
    expect(before.length).toBeGreaterThan(5)
    const { code, lines } = await auditCommand(hub, 'erase', '--subject', citizen)
    expect({ code, lines }).toEqual({ code: 0, lines: [{ isErased: true, inIndex: 2 }] })
    expect(await looks()).toEqual([])
    expect(await auditCommand(hub, 'verify')).toMatchObject({ code: 0, lines: [{ fault: null }] })
    await auditCommand(hub, 'reindex')
    // the first look at the empty log is the person's first record under a new key
    const after = await looks()
    expect(after.filter((one) => before.includes(one))).toEqual([])
  }, 60_000)
})

interface OtherLog {
  readonly origin: string
  readonly keyId: string
  readonly source: ReadSource
  readonly env: Readonly<Record<string, string>>
}

/** The closed log of another gateway, each record of one request about one person. */
async function fillOtherLog(
  count: number,
  { isSameKey = false, person = 'somebody' } = {},
): Promise<OtherLog> {
  const dataDir = makeFolder()
  const origin = `hub.local/other-${count}`
  const signer = createNoteSigner(origin, readLogKeys(dataDir).signingSeeds()[0]!)
  const { subjectKey } = readLogKeys(isSameKey ? hub.dataDir : dataDir)
  const keys = SubjectKeys.open(subjectKeysFile(dataDir), subjectKey)
  const folder = logFolder(dataDir)
  const onFault = (fault: unknown): void => {
    throw fault
  }
  const { writer } = await LogWriter.open({
    folder,
    signer,
    onFault,
    beforeCommit: () => keys.flush(),
  })
  const subjects = [{ subject: keys.of(person).pseudonym, hash: 'none' }]
  const maker = (seq: number): Buffer =>
    Buffer.from(canonicalJson({ ...RECORD, requestId: `elsewhere-${seq}`, seq, subjects }))
  await writer.append(Array.from({ length: count }, () => maker))
  await writer.close()
  const source: ReadSource = {
    origin,
    read: () => openLog(folder, signer),
    handleOf: (one) => keys.handleOf(one),
    handlesFrom: (row) => keys.handlesFrom(row),
  }
  const env = { HUB_DATA_DIR: dataDir, HUB_LOG_ORIGIN: origin }
  return { origin, keyId: keys.handleOf(''), source, env }
}

const RECORD = {
  at: '2026-01-15T03:04:05.006Z',
  leaf: 'OUTCOME',
  actor: 'desk-jiaxian',
  client: 'desk-jiaxian',
  agency: 'QS_HRO',
  role: 'desk-clerk',
  purpose: 'joint-service',
  legalBasis: '個人資料保護法第15條第1款、第16條第7款',
  case: DEMO_CASE,
  channel: 'API',
  coordinates: ['Person.name'],
}
