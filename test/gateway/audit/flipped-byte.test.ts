import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { verifyLog } from '../../../gateway/audit/verify-log.ts'
import { SIGNER, appendRecords, copyOf, fillLog, openWriter, removeFolders } from './log-desk.ts'

const PUBLISHED = 260
const SIZE = 320
const PER_COMMIT = 7

/** Records of a log from the first to the last that a byte of its files speaks of. */
type Hit = readonly [first: number, last: number]

/** A log whose last commits have no tiles yet, and the same with tiles, its journal not yet gone. */
let running: string
let published: string

beforeAll(async () => {
  const folder = await fillLog(PUBLISHED)
  const writer = await openWriter(folder, { publishAfterMs: 600_000 })
  await appendRecords(writer, SIZE - PUBLISHED, PER_COMMIT)
  running = copyOf(folder)
  await writer.close()
  published = copyOf(folder)
  cpSync(join(running, 'journal'), join(published, 'journal'), { recursive: true })
})

afterAll(removeFolders)

describe('one changed byte', () => {
  it('anywhere in a log is found, and where it is a record’s, that record is named', () => {
    for (const [log, pending] of [
      [running, SIZE - PUBLISHED],
      [published, 0],
    ] as const) {
      expect(verify(log)).toMatchObject({ size: SIZE, pending, fault: null })
      const files = filesOf(log)
      for (const kind of [/^tile\/entries/, /^tile\/0/, /^tile\/1/, /^journal/, /^checkpoint$/]) {
        expect(files.some((file) => kind.test(file))).toBe(true)
      }
      const copy = copyOf(log)
      fc.assert(
        fc.property(
          fc.constantFrom(...files),
          fc.nat(),
          fc.integer({ min: 1, max: 255 }),
          (file, at, change) => {
            const bytes = readFileSync(join(log, file))
            const offset = at % bytes.length
            const changed = Buffer.from(bytes)
            changed[offset]! ^= change
            writeFileSync(join(copy, file), changed)
            const { fault } = verify(copy)
            writeFileSync(join(copy, file), bytes)
            const hit = recordsAt(file, bytes, offset)
            const named = hit ? [fault?.index, fault?.through] : undefined
            expect([file, offset, fault !== null, named]).toEqual([file, offset, true, hit])
          },
        ),
        { numRuns: 250 },
      )
    }
  })

  it('in a segment of the journal that was closed is found as well', () => {
    const copy = copyOf(published)
    const [name] = readdirSync(join(copy, 'journal'))
    const later = join(copy, 'journal', `${String(SIZE).padStart(16, '0')}.journal`)
    writeFileSync(later, '')
    expect(verify(copy).fault).toBeNull()
    const bytes = readFileSync(join(copy, 'journal', name!))
    for (const offset of [2, 30, 200, bytes.length - 400, bytes.length - 5]) {
      const changed = Buffer.from(bytes)
      changed[offset]! ^= 1
      writeFileSync(join(copy, 'journal', name!), changed)
      const hit = recordsAt('journal', bytes, offset)
      expect(verify(copy).fault).toMatchObject(hit ? { index: hit[0], through: hit[1] } : {})
    }
  })
})

const verify = (folder: string) => verifyLog(folder, SIGNER.verifierKey)

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted()
}

/** Which records a byte is of, by the formats alone; nothing for a checkpoint or a commit's frame. */
function recordsAt(file: string, bytes: Buffer, offset: number): Hit | undefined {
  const [, kind, tile] = /^tile\/(\w+)\/(\d{3})/.exec(file) ?? []
  if (file.startsWith('journal')) return commitAt(bytes, offset)
  if (kind === undefined) return undefined
  if (kind === 'entries') {
    const record = Number(tile) * 256 + recordIn(bytes, offset)
    return [record, record]
  }
  const span = 256 ** Number(kind)
  const first = (Number(tile) * 256 + Math.floor(offset / 32)) * span
  return [first, first + span - 1]
}

/** C2SP tlog-tiles: each record after its length in two bytes. */
function recordIn(bytes: Buffer, offset: number): number {
  let record = 0
  for (let end = 2 + bytes.readUInt16BE(0); end <= offset; record++) {
    end += 2 + bytes.readUInt16BE(end)
  }
  return record
}

/** A commit is read whole or not at all: a byte of one record concerns all that were committed with it. */
function commitAt(bytes: Buffer, offset: number): Hit | undefined {
  let at = 0
  while (at + bytes.readUInt32BE(at) <= offset) at += bytes.readUInt32BE(at)
  const first = Number(bytes.readBigUInt64BE(at + 8))
  const end = at + 24 + Number(bytes.readBigUInt64BE(at + 16))
  if (offset < at + 24 || offset >= end) return undefined
  return [first, Math.min(first + PER_COMMIT, SIZE) - 1]
}
