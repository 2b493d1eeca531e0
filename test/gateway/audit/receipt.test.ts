import fc from 'fast-check'
import type { DisclosureLog } from '../../../gateway/audit/disclosure-log.ts'
import { writeReceipt, type Receipt } from '../../../gateway/audit/receipt.ts'
import { createNoteSigner } from '../../../gateway/audit/signed-note.ts'
import { verifyReceipt } from '../../../gateway/audit/verify-receipt.ts'
import {
  LOG_SIGNER,
  openDisclosures,
  outcomeOf,
  readLogOf,
  subjectKeysOf,
} from './disclosure-desk.ts'
import { makeFolder, removeFolders } from './log-desk.ts'

const CHEN = { id: 'key-of-chen', name: { full: '陳美玲' }, birthDate: '1985-03-02' }
const SON = { id: 'key-of-son', name: { full: '林小明' }, birthDate: '2012-07-09' }
const ANSWER = {
  plate: { plateNo: 'ABC-1234', owner: CHEN },
  person: { ...CHEN, registration: { members: [{ person: SON }] } },
}
const FURTHER = 4_000

let dataDir: string
let disclosures: DisclosureLog
let requestId: string
let leafIndex: number
let early: Receipt
let late: Receipt

beforeAll(async () => {
  dataDir = makeFolder()
  disclosures = await openDisclosures(dataDir)
  await add(10)
  const outcome = outcomeOf(ANSWER, [CHEN.id, SON.id])
  requestId = outcome.context.requestId
  await disclosures.intend(outcome)
  leafIndex = (await disclosures.conclude(outcome)).leafIndex
  early = await receipt()
  await add(FURTHER)
  late = await receipt()
})

afterAll(async () => {
  await disclosures.close()
  removeFolders()
})

describe('a receipt', () => {
  it('proves records and answer at once, and after many further records', () => {
    expect(early.records.map((one) => one.leafIndex)).toEqual([leafIndex - 1, leafIndex])
    for (const [one, size] of [
      [early, leafIndex + 1],
      [late, leafIndex + 1 + FURTHER],
    ] as const) {
      const report = verifyReceipt(asRead(one), LOG_SIGNER, ANSWER)
      expect(report).toEqual({ fault: null, requestId, size, proven: 'ANSWER' })
    }
  })

  it('fails when any one value of the answer was changed', () => {
    const places = placesIn(ANSWER)
    expect(places).toHaveLength(10)
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.string(), (place, value) => {
        const changed = withValue(ANSWER, place, value)
        fc.pre(JSON.stringify(changed) !== JSON.stringify(ANSWER))
        expect(verifyReceipt(late, LOG_SIGNER, changed).fault).toBe(
          'the data are not those of the answer',
        )
      }),
    )
  })

  it('for one person has that salt alone, and proves what was shown of that person', async () => {
    const keys = subjectKeysOf(dataDir)
    const { pseudonym } = keys.of(SON.id)
    const own = await writeReceipt(await readLogOf(dataDir), keys, requestId, leafIndex, pseudonym)
    keys.close()
    expect(own!.salts.map(({ subject }) => subject)).toEqual([pseudonym])
    expect(verifyReceipt(own!, LOG_SIGNER, [SON])).toMatchObject({ fault: null, proven: 'PERSONS' })
    expect(verifyReceipt(own!, LOG_SIGNER, ANSWER)).toMatchObject({ fault: null })
    const older = { ...SON, birthDate: '2012-07-08' }
    expect(verifyReceipt(own!, LOG_SIGNER, [older]).fault).toBe(
      `the data are not what was disclosed of ${pseudonym}`,
    )
    expect(verifyReceipt(own!, LOG_SIGNER, [CHEN]).fault).not.toBeNull()
  })

  it('fails when its record, proof, place, checkpoint or salt was changed, or for another key', () => {
    const [intent, outcome] = late.records
    const bent = (changes: Partial<typeof outcome>): Receipt => ({
      ...late,
      records: [intent!, { ...outcome!, ...changes }],
    })
    const outside = `record ${leafIndex} is not in the log`
    const record = outcome!.record.replace('officer-7', 'officer-8')
    expect(verifyReceipt(bent({ record }), LOG_SIGNER).fault).toBe(outside)
    const inclusionProof = outcome!.inclusionProof.toReversed()
    expect(verifyReceipt(bent({ inclusionProof }), LOG_SIGNER).fault).toBe(outside)
    expect(verifyReceipt(bent({ leafIndex: leafIndex + 1 }), LOG_SIGNER).fault).toMatch(
      /not in the/,
    )
    const checkpoint = late.checkpoint.replace(`\n${leafIndex + 1 + FURTHER}\n`, '\n9000\n')
    expect(verifyReceipt({ ...late, checkpoint }, LOG_SIGNER).fault).toMatch(/not signed/)
    const [first, second] = late.salts
    const salts = [{ ...first!, salt: second!.salt }, second!]
    expect(verifyReceipt({ ...late, salts }, LOG_SIGNER, ANSWER).fault).not.toBeNull()
    const other = createNoteSigner(LOG_SIGNER.name, Buffer.alloc(32, 1))
    expect(verifyReceipt(late, other).fault).toBe('the checkpoint is not signed by hub.local/test')
  })

  it('has no salt of a person whose key was destroyed; the log stays sound', async () => {
    const outcome = outcomeOf(ANSWER, [CHEN.id, SON.id])
    await disclosures.intend(outcome)
    await disclosures.conclude(outcome)
    const keys = subjectKeysOf(dataDir)
    const { pseudonym } = keys.of(SON.id)
    // Erased by a process beside the running log, which then knows the person no more.
    expect(await keys.erase(SON.id)).toBe(true)
    expect(await keys.erase(SON.id)).toBe(false)
    const log = await readLogOf(dataDir)
    const left = await writeReceipt(log, keys, outcome.context.requestId)
    keys.close()
    expect(left!.salts).toHaveLength(1)
    expect(verifyReceipt(left!, LOG_SIGNER, ANSWER)).toMatchObject({
      fault: null,
      proven: 'PERSONS',
    })
    const again = outcomeOf(ANSWER, [SON.id])
    await disclosures.intend(again)
    const place = await disclosures.conclude(again)
    const record = (await readLogOf(dataDir)).entryAt(place.leafIndex)
    expect((await record).toString()).not.toContain(pseudonym)
  })

  it('is given to the caller that made the request, and to nobody else', async () => {
    const place = { leafIndex, requestId }
    const caller = { actor: 'officer-7', client: 'desk-jiaxian' }
    expect((await disclosures.receiptFor(caller, place))?.salts).toHaveLength(1)
    expect(await disclosures.receiptFor({ ...caller, actor: 'officer-8' }, place)).toBeUndefined()
    expect(await disclosures.receiptFor({ ...caller, client: 'tax' }, place)).toBeUndefined()
    const wrong = { leafIndex: leafIndex + 2, requestId }
    expect(await disclosures.receiptFor(caller, wrong)).toBeUndefined()
    expect(await disclosures.receiptFor(caller, { ...place, leafIndex: 1e12 })).toBeUndefined()
  })

  it('of an answer about 1,200 people spans several records of less than 64 KiB', async () => {
    const people = Array.from({ length: 1_200 }, (_, i) => ({ id: `person-${i}`, name: `Nº ${i}` }))
    const outcome = outcomeOf(
      { persons: people },
      people.map(({ id }) => id),
    )
    await disclosures.intend(outcome)
    const { leafIndex: first } = await disclosures.conclude(outcome)
    const keys = subjectKeysOf(dataDir)
    const log = await readLogOf(dataDir)
    const [found, known] = await Promise.all([
      writeReceipt(log, keys, outcome.context.requestId),
      writeReceipt(log, keys, outcome.context.requestId, first),
    ])
    keys.close()
    expect(known).toEqual(found)
    expect(found!.records.map((one) => one.leafIndex - first)).toEqual([-1, 0, 1, 2])
    expect(found!.records.every(({ record }) => Buffer.byteLength(record) < 65_536)).toBe(true)
    expect(verifyReceipt(found!, LOG_SIGNER, { persons: people })).toMatchObject({ fault: null })
    const changed = people.with(1_199, { id: 'person-1199', name: 'someone else' })
    expect(verifyReceipt(found!, LOG_SIGNER, { persons: changed }).fault).not.toBeNull()
  })
})

async function add(count: number): Promise<void> {
  const one = outcomeOf({ person: { id: 'somebody' } }, ['somebody'])
  await Promise.all(Array.from({ length: count }, () => disclosures.intend(one)))
}

async function receipt(): Promise<Receipt> {
  const keys = subjectKeysOf(dataDir)
  const written = await writeReceipt(await readLogOf(dataDir), keys, requestId)
  keys.close()
  return written!
}

/** What stands in a receipt's file. */
function asRead(one: Receipt): Receipt {
  return JSON.parse(JSON.stringify(one)) as Receipt
}

type Place = readonly (string | number)[]

function placesIn(value: unknown, place: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [place]
  return Object.entries(value).flatMap(([name, inner]) => placesIn(inner, [...place, name]))
}

function withValue(value: unknown, [name, ...rest]: Place, leaf: unknown): unknown {
  if (name === undefined) return leaf
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as never
  Object.assign(copy, { [name]: withValue((value as never)[name], rest, leaf) })
  return copy
}
