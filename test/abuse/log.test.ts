import { cpSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { jest } from '@jest/globals'
import { readLogKeys } from '../../auth/keys/log-keys.ts'
import { openLog } from '../../gateway/audit/log-reader.ts'
import { LogWriter } from '../../gateway/audit/log-writer.ts'
import { writeReceipt } from '../../gateway/audit/receipt.ts'
import {
  createNoteSigner,
  signCheckpoint,
  type NoteSigner,
} from '../../gateway/audit/signed-note.ts'
import { SubjectKeys } from '../../gateway/audit/subject-keys.ts'
import { logFolder, subjectKeysFile } from '../../gateway/audit/tiled-disclosure-log.ts'
import { verifyLog, type LogReport } from '../../gateway/audit/verify-log.ts'
import { verifyReceipt } from '../../gateway/audit/verify-receipt.ts'
import { copyOf, makeFolder, recordsIn, removeFolders } from '../gateway/audit/log-desk.ts'
import { inDatabase } from '../support/arrange.ts'
import { DEMO_CITIZEN, signIn, type HubAnswer, type HubClient } from '../support/client.ts'
import { countsOf } from '../support/counts.ts'
import { canLimitFiles, limitFiles, sizeOfLargest } from '../support/full-disk.ts'
import { freezeDate } from '../support/frozen-date.ts'
import { expectRefusal, expectStillUp } from '../support/refusal.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

const ORIGIN = 'hub.local/gateway'
const REQUESTS = 5
const START = Date.now()
const ifLimitable = canLimitFiles ? it : it.skip

let hub: RunningHub
let desk: HubClient
let signer: NoteSigner
/** The log after each request, and what `hub audit verify` remembers of it. */
const states: { readonly folder: string; readonly note: string; readonly size: number }[] = []

beforeAll(async () => {
  freezeDate(START)
  hub = await startTestHub({ HUB_PUBLIC_RATE: '0' })
  signer = createNoteSigner(ORIGIN, readLogKeys(hub.dataDir).signingSeeds()[0]!)
  desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
  for (let request = 0; request < REQUESTS; request++) {
    expect((await askOneStop()).status).toBe(200)
    states.push(await publishedState())
  }
}, 90_000)
afterEach(() => expectStillUp(hub))
afterAll(async () => {
  jest.useRealTimers()
  await hub?.stop()
  removeFolders()
})

const askOneStop = (client = desk): Promise<HubAnswer> =>
  client.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })
const verify = (folder: string, remembered = ''): LogReport =>
  verifyLog(folder, signer.verifierKey, remembered)
const rememberedNotes = (): string => states.map(({ note }) => note).join('')

describe('L1 the files of the log', () => {
  it('L1 as they are, are sound', async () => {
    const { folder, size } = states.at(-1)!
    expect(size).toBe(2 * REQUESTS)
    expect(verify(folder, rememberedNotes())).toMatchObject({ size, fault: null })
    expect(verify(logFolder(hub.dataDir)).fault).toBeNull()
  })

  it.each([0, 3, 9])('L1 with record %i edited, deleted or cut off name it', (index) => {
    const [start, end] = placesIn(bundleOf(states.at(-1)!))[index]!
    const edited = spoil((bundle) => bundle.with(start + 40, bundle[start + 40]! ^ 1))
    expect(verify(edited).fault).toMatchObject({ index, through: index })
    const deleted = spoil((bundle) =>
      Buffer.concat([bundle.subarray(0, start), bundle.subarray(end)]),
    )
    expect(verify(deleted).fault).toMatchObject({ index, through: index })
    const cut = spoil((bundle) => bundle)
    truncateSync(join(cut, bundlePath(2 * REQUESTS)), end - 7)
    expect(verify(cut).fault).toMatchObject({ index, through: index })
  })

  it('L1 with two records that changed places name the first', () => {
    const [[from, to], [later, end]] = [2, 7].map(
      (index) => placesIn(bundleOf(states.at(-1)!))[index]!,
    ) as [Place, Place]
    const swapped = spoil((bundle) => {
      const parts = [
        [0, from],
        [later, end],
        [to, later],
        [from, to],
        [end, bundle.length],
      ] as const
      return Buffer.concat(parts.map(([a, b]) => bundle.subarray(a, b)))
    })
    expect(verify(swapped).fault).toMatchObject({ index: 2, through: 2 })
  })

  it('L1 put back as they were earlier name the first record that is gone', () => {
    const [older, now] = [states[1]!, states.at(-1)!]
    expect(verify(older.folder).fault).toBeNull()
    expect(verify(older.folder, rememberedNotes()).fault).toMatchObject({ index: older.size })
    expect(verify(older.folder, now.note).fault).toMatchObject({
      index: older.size,
      through: now.size - 1,
    })
  })

  it('L1 forked with the log’s own key name the request of the first record that differs', async () => {
    for (const [index, first] of [
      [0, 0],
      [5, 4],
      [8, 8],
    ] as const) {
      const fork = await forkAt(index)
      expect(verify(fork).fault).toBeNull()
      // Each request was remembered: its two records are all that lies between two checkpoints.
      expect(verify(fork, rememberedNotes()).fault).toMatchObject({
        index: first,
        through: first + 1,
      })
      cpSync(join(states.at(-1)!.folder, 'checkpoint'), join(fork, 'checkpoint'))
      expect(verify(fork).fault).toMatchObject({ index: 0, through: 2 * REQUESTS - 1 })
    }
  })
})

describe('L2 the log’s disk is full', () => {
  const CHANGE = `mutation ($input: ChangeDoorPlateInput!) {
    changeDoorPlate(input: $input) { doorPlate { id } rejection { code } } }`

  ifLimitable(
    'L2 nobody gets data, nothing is changed, and all goes on when there is room',
    async () => {
      const officer = await signIn(hub, 'plate-officer', 'door-plate-administration')
      const [plate] = await onPlates(`select id, version from door_plate
      where town_code = '64000330' and status = 'ACTIVE' and version = 1 limit 1`)
      const input = { key: 'L2', effectiveDate: '2018-05-10', doorPlate: plate }
      const change = (): Promise<HubAnswer> =>
        officer.send(
          CHANGE,
          { input: { ...input, address: { number: '9401號' } } },
          { caseNo: null },
        )
      const [before, asked] = [await footprint(), await countsOf(hub, ['address'])]
      const free = limitFiles(sizeOfLargest(join(logFolder(hub.dataDir), 'journal')))
      try {
        expectRefusal(await change(), 503, 'DISCLOSURE_LOG_UNAVAILABLE')
        expect(await countsOf(hub, ['address'])).toEqual(asked)
        expectRefusal(await askOneStop(), 503, 'DISCLOSURE_LOG_UNAVAILABLE')
        const ready = await fetch(`${hub.origin}/health/ready`)
        expect([ready.status, await ready.json()]).toMatchObject([503, { isLogWritable: false }])
        await expectStillUp(hub)
      } finally {
        free()
      }
      expect(await footprint()).toEqual(before)
      expect((await askOneStop()).status).toBe(200)
      expect((await change()).body.data.changeDoorPlate.rejection).toBeNull()
      expect(await footprint()).not.toEqual(before)
      expect((await publishedState()).note).toBeTruthy()
      expect(verify(logFolder(hub.dataDir), rememberedNotes()).fault).toBeNull()
    },
  )

  const onPlates = (sql: string): Promise<readonly object[]> =>
    inDatabase(hub, 'address', async (session) => (await session.run(sql)) as never)
  const footprint = (): Promise<readonly object[]> =>
    onPlates(`select (select md5(string_agg(p::text, '|' order by id)) from door_plate p) as plates,
      (select count(*) from door_plate_event) as events, (select count(*) from outbox) as outbox`)
})

describe('L3 the machine’s clock goes back', () => {
  it('L3 records go on in number and time', async () => {
    const later = START + 1_000
    const size = (await recordsIn(logFolder(hub.dataDir))).length
    for (const ms of [0, -3_600_000, -1, 7]) {
      jest.setSystemTime(later + ms)
      const client = await signIn(hub, 'desk-jiaxian', 'joint-service')
      expect((await askOneStop(client)).status).toBe(200)
    }
    const records = await recordsIn(logFolder(hub.dataDir))
    expect(records.map(({ seq }) => seq)).toEqual(records.map((_, index) => index))
    const times = records.slice(size).map(({ at }) => Date.parse(at) - later)
    expect(times).toEqual([0, 0, 0, 0, 0, 0, 7, 7])
    expect(verify(logFolder(hub.dataDir), rememberedNotes()).fault).toBeNull()
  })
})

describe('L4 a checkpoint that an unknown key signed', () => {
  const stranger = createNoteSigner(ORIGIN, Buffer.alloc(32, 3))
  const signAnew = (note: string, by: NoteSigner): string => {
    const [, size, root] = note.split('\n')
    return signCheckpoint(by, Number(size), Buffer.from(root!, 'base64'))
  }

  it('L4 is refused by the verifier, and the hub does not start on it', async () => {
    const { folder, note, size } = states.at(-1)!
    for (const by of [stranger, createNoteSigner('hub.local/other', Buffer.alloc(32, 3))]) {
      const copy = copyOf(folder)
      writeFileSync(join(copy, 'checkpoint'), signAnew(note, by))
      expect(verify(copy)).toMatchObject({
        size: 0,
        checkpoint: '',
        fault: { reason: `the checkpoint is missing or not signed by ${ORIGIN}` },
      })
      const options = { folder: copy, signer, onFault: () => undefined }
      await expect(LogWriter.open(options)).rejects.toMatchObject({
        code: 'DISCLOSURE_LOG_DAMAGED',
      })
    }
    const copy = copyOf(folder)
    writeFileSync(join(copy, 'checkpoints'), signAnew(note, stranger))
    expect(verify(copy).fault).toMatchObject({ index: size, reason: /not signed by/ })
  })

  it('L4 is refused in a receipt', async () => {
    const { requestId } = (await recordsIn(states[0]!.folder))[1]!
    const keys = SubjectKeys.open(subjectKeysFile(hub.dataDir), readLogKeys(hub.dataDir).subjectKey)
    const receipt = (await writeReceipt(
      (await openLog(states[0]!.folder, signer))!,
      keys,
      requestId!,
    ))!
    keys.close()
    expect(verifyReceipt(receipt, signer)).toMatchObject({ fault: null, requestId })
    const checkpoint = signAnew(receipt.checkpoint, stranger)
    const { fault } = verifyReceipt({ ...receipt, checkpoint }, signer)
    expect(fault).toBe(`the checkpoint is not signed by ${ORIGIN}`)
  })
})

type Place = readonly [start: number, end: number]

const bundlePath = (size: number): string => `tile/entries/000.p/${size}`
const bundleOf = ({ folder, size }: (typeof states)[number]): Buffer =>
  readFileSync(join(folder, bundlePath(size)))

/** Where each record stands in a bundle, by C2SP tlog-tiles alone: two bytes of length, then itself. */
function placesIn(bundle: Buffer): readonly Place[] {
  const places: Place[] = []
  for (let start = 0; start < bundle.length; start = places.at(-1)![1]) {
    places.push([start, start + 2 + bundle[start]! * 256 + bundle[start + 1]!])
  }
  return places
}

/** A copy of the newest state whose records somebody changed. */
function spoil(change: (bundle: Buffer) => Uint8Array): string {
  const state = states.at(-1)!
  const copy = copyOf(state.folder)
  writeFileSync(join(copy, bundlePath(state.size)), change(bundleOf(state)))
  return copy
}

/** The log written anew under its own key, with one record that says something else. */
async function forkAt(forked: number): Promise<string> {
  const bundle = bundleOf(states.at(-1)!)
  const entries = placesIn(bundle).map(([start, end]) => bundle.subarray(start + 2, end))
  const text = entries[forked]!.toString().replace('desk-jiaxian', 'desk-nobody')
  const folder = makeFolder()
  const { writer } = await LogWriter.open({ folder, signer, onFault: () => undefined })
  await writer.append(entries.with(forked, Buffer.from(text)).map((entry) => () => entry))
  await writer.close()
  return folder
}

/** A copy of the running hub's log once its tiles have all records, about a second after the last. */
async function publishedState(): Promise<(typeof states)[number]> {
  const log = logFolder(hub.dataDir)
  for (let tries = 0; verify(log).pending > 0 && tries < 500; tries++) await pause(20)
  const folder = join(makeFolder(), 'log')
  mkdirSync(folder)
  cpSync(log, folder, { recursive: true })
  const { checkpoint: note, size } = verify(folder)
  return { folder, note, size }
}
