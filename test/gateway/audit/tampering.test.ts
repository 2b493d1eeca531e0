import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { joinEntries, splitEntries } from '../../../gateway/audit/entry-bundle.ts'
import { createNoteSigner } from '../../../gateway/audit/signed-note.ts'
import { verifyLog, type LogReport } from '../../../gateway/audit/verify-log.ts'
import {
  SIGNER,
  appendRecords,
  copyOf,
  fillLog,
  makeFolder,
  openWriter,
  removeFolders,
} from './log-desk.ts'

const SIZE = 700
const FULL_BUNDLE = 'tile/entries/001'
const LAST_BUNDLE = 'tile/entries/002.p/188'

let log: string

beforeAll(async () => {
  log = await fillLog(300)
  const writer = await openWriter(log)
  await appendRecords(writer, SIZE - 300)
  await writer.close()
})

afterAll(removeFolders)

describe('the verifier', () => {
  it('finds an untouched log sound, with its size and the checkpoint to remember', () => {
    expect(verify(log)).toMatchObject({ origin: 'hub.local/test', size: SIZE, fault: null })
    expect(verify(log).checkpoint).toBe(readFileSync(join(log, 'checkpoint'), 'utf8'))
  })

  it('names the record of which one byte was changed', () => {
    for (const index of [256, 300, 511]) {
      const copy = copyOf(log)
      edit(copy, FULL_BUNDLE, (entries) => {
        const entry = Buffer.from(entries[index - 256]!)
        entry[10]! ^= 1
        return entries.with(index - 256, entry)
      })
      expect(verify(copy).fault).toEqual({
        index,
        through: index,
        reason: 'the record and its hash in tile/0/001 differ',
      })
      expect(verify(copy).size).toBe(index)
    }
  })

  it('names the place of a record that was removed', () => {
    const copy = copyOf(log)
    edit(copy, FULL_BUNDLE, (entries) => entries.toSpliced(44, 1))
    expect(verify(copy).fault?.index).toBe(300)
  })

  it('names the first of two records that changed places', () => {
    const copy = copyOf(log)
    edit(copy, FULL_BUNDLE, (entries) => entries.with(7, entries[90]!).with(90, entries[7]!))
    expect(verify(copy).fault?.index).toBe(263)
  })

  it('names the first record that is gone when a file is cut short or missing', () => {
    const cut = copyOf(log)
    truncateSync(join(cut, LAST_BUNDLE), 1_000)
    const left = Math.floor(1_000 / (readFileSync(join(log, LAST_BUNDLE)).length / 188))
    expect(verify(cut).fault).toMatchObject({ index: 512 + left })
    const missing = copyOf(log)
    rmSync(join(missing, FULL_BUNDLE))
    expect(verify(missing).fault).toMatchObject({ index: 256 })
  })

  it('places a record that was changed together with its tiles between two checkpoints', async () => {
    const forged = await forge(log, 400)
    const { fault } = verify(forged)
    // The checkpoints of 300 and of 700 records are signed: 400 is between them.
    expect(fault).toMatchObject({ index: 300, through: 699 })
    expect(fault?.reason).toMatch(/^the records are not those of .* of 700 records$/)
  })

  it('names a log that was cut back to an older state, by the checkpoint that someone remembers', async () => {
    const older = await fillLog(300)
    const remembered = verify(log).checkpoint
    expect(verify(older).fault).toBeNull()
    expect(verify(older, remembered).fault).toEqual({
      index: 300,
      through: 699,
      reason: 'the log is cut short: a remembered checkpoint is of 700 records',
    })
  })

  it('names a fork that was signed with the right key, by the checkpoints that someone remembers', async () => {
    const remembered = readFileSync(join(log, 'checkpoints'), 'utf8')
    const fork = await fillFork(SIZE, 350)
    expect(verify(fork).fault).toBeNull()
    expect(verify(fork, remembered).fault).toMatchObject({ index: 300, through: 699 })
  })

  it('refuses a checkpoint that another key signed (L4)', () => {
    const other = createNoteSigner('hub.local/test', Buffer.alloc(32, 8))
    const report = verifyLog(log, other.verifierKey)
    expect(report.size).toBe(0)
    expect(report.fault?.reason).toBe('the checkpoint is missing or not signed by hub.local/test')
    expect(() => verifyLog(log, SIGNER.verifierKey.replace('hub', 'hut'))).toThrow(TypeError)
  })

  it('detects one changed bit anywhere in any file of the log', () => {
    const files = readdirSync(log, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(log.length + 1))
    expect(files).toEqual(expect.arrayContaining(['checkpoint', 'checkpoints', 'tile/1/000.p/2']))
    const copy = copyOf(log)
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), fc.nat(7), (file, place, bit) => {
        const path = join(copy, file)
        const bytes = readFileSync(path)
        bytes[place % bytes.length]! ^= 1 << bit
        writeFileSync(path, bytes)
        const { fault } = verify(copy)
        cpSync(join(log, file), path)
        expect([file, fault === null]).toEqual([file, false])
      }),
      { numRuns: 150 },
    )
    expect(verify(copy).fault).toBeNull()
  })

  it('detects a changed bit in commits that have no tiles yet', async () => {
    const folder = makeFolder()
    const writer = await openWriter(folder, { publishAfterMs: 600_000 })
    await appendRecords(writer, 30, 10)
    const running = copyOf(folder)
    await writer.close()
    expect(verify(running)).toMatchObject({ size: 30, pending: 30, fault: null })
    const [segment] = readdirSync(join(running, 'journal'))
    const path = join(running, 'journal', segment!)
    const bytes = readFileSync(path)
    for (let place = 0; place < bytes.length; place += 37) {
      const changed = Buffer.from(bytes)
      changed[place]! ^= 4
      writeFileSync(path, changed)
      expect([place, verify(running).fault === null]).toEqual([place, false])
    }
  })
})

function verify(folder: string, remembered?: string): LogReport {
  return verifyLog(folder, SIGNER.verifierKey, remembered)
}

function edit(
  folder: string,
  path: string,
  change: (entries: readonly Buffer[]) => readonly Buffer[],
): void {
  const entries = splitEntries(readFileSync(join(folder, path)))!
  writeFileSync(join(folder, path), joinEntries(change(entries)))
}

/** A log rewritten by someone who has its files but not its key. */
async function forge(folder: string, index: number): Promise<string> {
  const forged = await fillFork(SIZE, index)
  for (const file of ['checkpoint', 'checkpoints']) cpSync(join(folder, file), join(forged, file))
  expect(existsSync(join(forged, FULL_BUNDLE))).toBe(true)
  return forged
}

/** A log of the same key in which one record says something else. */
async function fillFork(size: number, index: number): Promise<string> {
  const folder = makeFolder()
  const writer = await openWriter(folder)
  await writer.append(
    Array.from({ length: size }, () => (seq: number) => {
      const leaf = seq === index ? 'INTENT' : 'OUTCOME'
      return Buffer.from(`{"at":"2018-05-10T01:02:03.004Z","leaf":"${leaf}","seq":${seq}}`)
    }),
  )
  await writer.close()
  return folder
}
