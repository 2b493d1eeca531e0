import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readLogKeys } from '../../../auth/keys/log-keys.ts'
import { hashDisclosure } from '../../../gateway/audit/disclosure-hash.ts'
import { createNoteSigner } from '../../../gateway/audit/signed-note.ts'
import { SubjectKeys } from '../../../gateway/audit/subject-keys.ts'
import { subjectKeysFile } from '../../../gateway/audit/tiled-disclosure-log.ts'
import { verifyLog } from '../../../gateway/audit/verify-log.ts'
import {
  DEMO_CASE,
  DEMO_CITIZEN,
  signIn,
  type HubAnswer,
  type HubClient,
} from '../../support/client.ts'
import { startTestHub, type RunningHub } from '../../support/running-hub.ts'
import { recordsIn } from './log-desk.ts'

const ORIGIN = 'hub.local/gateway'
const NOBODY = 'A100000001'

let hub: RunningHub
let desk: HubClient
let answer: HubAnswer

beforeAll(async () => {
  hub = await startTestHub()
  desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
  answer = await desk.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })
}, 120_000)

afterAll(() => hub.stop())

describe('the disclosure log of a running hub', () => {
  it('has an intent and an outcome of each request, and the answer names the outcome', async () => {
    const { requestId, leafIndex, receiptUrl } = answer.body.extensions.disclosure
    const records = await recordsIn(logOf(hub))
    const own = records.filter((record) => record.requestId === requestId)
    expect(own.map(({ leaf }) => leaf)).toEqual(['INTENT', 'OUTCOME'])
    expect(records[leafIndex]).toBe(own[1])
    expect(receiptUrl).toBe(`${hub.origin}/receipts/${leafIndex}/${requestId}`)
    expect(own[1]).toMatchObject({
      seq: leafIndex,
      actor: 'desk-jiaxian',
      agency: 'QS_HRO',
      purpose: 'joint-service',
      case: DEMO_CASE,
      channel: 'API',
      asked: ['address', 'household', 'tax', 'vehicle', 'welfare'],
      outcome: 'DISCLOSED',
      results: { 'Query.person': 1 },
      refused: [],
    })
  })

  it('names what the answer carries, and no more than was asked', async () => {
    const [intent, outcome] = (await recordsIn(logOf(hub))) as unknown as [Stated, Stated]
    expect(outcome.coordinates).toContain('TaxBill.amount')
    // The citizen has no flags: that the list is empty is told, what a flag says is not.
    expect(outcome.coordinates).toContain('Person.flags')
    expect(outcome.coordinates).not.toContain('PersonFlag.kind')
    expect(outcome.coordinates.filter((one) => !intent.coordinates.includes(one))).toEqual([])
  })

  it('has a hash for each person that whoever holds the answer and the salt can prove', async () => {
    const { person } = answer.body.data
    const { requestId, leafIndex } = answer.body.extensions.disclosure
    const keys = SubjectKeys.open(subjectKeysFile(hub.dataDir), readLogKeys(hub.dataDir).subjectKey)
    const key = keys.of(person.id)
    const [record] = (await recordsIn(logOf(hub))).slice(leafIndex) as unknown as [Stated]
    const data = objectsUnder(person.id, answer.body.data)
    const stated = { data, requestId, subject: key.pseudonym }
    expect(record.subjects).toContainEqual({
      subject: key.pseudonym,
      hash: hashDisclosure(key.saltFor(requestId), stated),
    })
    expect(record.subjects).toHaveLength(4)
    keys.close()
  })

  it('says so when the case is not of this person: nothing was shown', async () => {
    const nothing = await desk.ask('OneStopPerson', { nationalId: NOBODY })
    const records = await recordsIn(logOf(hub))
    const record = records.find(
      ({ requestId, leaf }) =>
        leaf === 'OUTCOME' && requestId === nothing.body.extensions?.disclosure?.requestId,
    )
    expect(record).toMatchObject({ outcome: 'NOTHING', coordinates: [], errorCount: 1 })
  })

  it('keeps no personal data: no number, name, address, birth date or person key (L5)', () => {
    const { person } = answer.body.data
    const secrets = [
      DEMO_CITIZEN,
      person.id,
      person.name.full,
      person.birthDate,
      person.nationalIdMasked,
      person.registration.household.address.text,
      person.motor.vehicles[0].plateNo,
      person.tax.bills[0].billNo,
    ]
    for (const file of filesBelow(hub.dataDir, ['log', 'subjects'])) {
      const text = readFileSync(file).toString('utf8')
      expect(secrets.filter((secret) => text.includes(String(secret)))).toEqual([])
    }
    expect(secrets.every((secret) => typeof secret === 'string' && secret.length > 2)).toBe(true)
  })

  it('is sound by its files and the public key alone', () => {
    const [signingSeed] = readLogKeys(hub.dataDir).signingSeeds()
    const { verifierKey } = createNoteSigner(ORIGIN, signingSeed!)
    const report = verifyLog(logOf(hub), verifierKey)
    expect(report).toMatchObject({ origin: ORIGIN, fault: null })
    expect(report.size).toBeGreaterThanOrEqual(4)
  })
})

interface Stated {
  readonly coordinates: readonly string[]
  readonly subjects?: readonly { readonly subject: string; readonly hash: string }[]
}

/** The objects of an answer that carry this key as their id, from the top down. */
function objectsUnder(id: string, value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return []
  const isOwn = (value as { readonly id?: unknown }).id === id
  return [
    ...(isOwn ? [value] : []),
    ...Object.values(value).flatMap((one) => objectsUnder(id, one)),
  ]
}

function logOf({ dataDir }: RunningHub): string {
  return join(dataDir, 'log')
}

function filesBelow(dataDir: string, folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(dataDir, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  )
}
