import { cpSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { canonicalJson } from '../../../gateway/audit/canonical-json.ts'
import { openLog } from '../../../gateway/audit/log-reader.ts'
import { proveConsistency, isConsistent } from '../../../gateway/audit/merkle.ts'
import { openCheckpoint } from '../../../gateway/audit/signed-note.ts'
import { verifyLog } from '../../../gateway/audit/verify-log.ts'
import { openDisclosures, outcomeOf } from './disclosure-desk.ts'
import {
  SIGNER,
  appendRecords,
  entryAt,
  makeFolder,
  openWriter,
  recordsIn,
  removeFolders,
} from './log-desk.ts'

afterAll(removeFolders)

function isThere(folder: string, bundle: number): boolean {
  return existsSync(join(folder, `tile/entries/00${bundle}`))
}

describe('the log', () => {
  it('writes tiles, bundles and checkpoint where C2SP tlog-tiles has them', async () => {
    const folder = makeFolder()
    const writer = await openWriter(folder)
    await appendRecords(writer, 256 + 44)
    await writer.close()
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    expect(files.toSorted()).toEqual([
      'checkpoint',
      'checkpoints',
      'tile/0/000',
      'tile/0/001.p/44',
      'tile/1/000.p/1',
      'tile/entries/000',
      'tile/entries/001.p/44',
    ])
    expect(statSync(join(folder, 'tile/0/000')).size).toBe(256 * 32)
    const bundle = readFileSync(join(folder, 'tile/entries/000'))
    expect(bundle.readUInt16BE(0)).toBe(entryAt(0).length)
    expect(bundle.subarray(2, 2 + entryAt(0).length)).toEqual(entryAt(0))
    const [origin, size, root, empty, signature] = readFileSync(
      join(folder, 'checkpoint'),
      'utf8',
    ).split('\n')
    expect([origin, size, empty]).toEqual(['hub.local/test', '300', ''])
    expect(Buffer.from(root!, 'base64')).toHaveLength(32)
    expect(signature).toMatch(/^— hub\.local\/test [A-Za-z0-9+/]{91}=$/)
  })

  it('has many tiles in files before their time, each as its records were', async () => {
    const folder = makeFolder()
    const writer = await openWriter(folder, { publishAfterMs: 3_600_000 })
    await appendRecords(writer, 60 * 256, 256)
    const published = (): number => {
      const note = readFileSync(join(folder, 'checkpoint'), 'utf8')
      return openCheckpoint(note, SIGNER)!.size
    }
    for (let tries = 0; tries < 400 && published() < 48 * 256; tries++) await pause(5)
    expect(published()).toBeGreaterThanOrEqual(48 * 256)
    await writer.close()
    expect(verifyLog(folder, SIGNER.verifierKey)).toMatchObject({ size: 60 * 256, fault: null })
  })

  it('has bundles in files before a checkpoint names them, which a kill then leaves whole', async () => {
    const folder = makeFolder()
    const killed = makeFolder()
    const writer = await openWriter(folder, { publishAfterMs: 3_600_000 })
    await appendRecords(writer, 6 * 256, 256)
    for (let tries = 0; tries < 400 && !isThere(folder, 3); tries++) await pause(5)
    expect(readFileSync(join(folder, 'checkpoint'), 'utf8')).toContain('\n0\n')
    cpSync(folder, killed, { recursive: true })
    await writer.close()
    await (await openWriter(killed)).close()
    expect(verifyLog(killed, SIGNER.verifierKey)).toMatchObject({ size: 6 * 256, fault: null })
  })

  it('is the same tree however records were committed, and readable between its commits', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 6 }),
        async (commits) => {
          const folder = makeFolder()
          const whole = makeFolder()
          const total = commits.reduce((sum, count) => sum + count, 0)
          const writer = await openWriter(folder, { publishAfterMs: 1 })
          const sizes: { readonly size: number; readonly root: Buffer }[] = []
          for (const count of commits) {
            await appendRecords(writer, count)
            const { checkpoint, size } = (await openLog(folder, SIGNER))!
            expect(size).toBe(writer.size)
            sizes.push(openCheckpoint(checkpoint, SIGNER)!)
          }
          const other = await openWriter(whole)
          await appendRecords(other, total)
          await Promise.all([writer.close(), other.close()])
          const [left, right] = [folder, whole].map((one) => verifyLog(one, SIGNER.verifierKey))
          expect(left).toMatchObject({ size: total, fault: null, root: right!.root })
          const { nodeAt, checkpoint } = (await openLog(folder, SIGNER))!
          const now = openCheckpoint(checkpoint, SIGNER)!
          for (const then of sizes) {
            const proof = await proveConsistency(then.size, now.size, nodeAt)
            expect(isConsistent(then, now, proof)).toBe(true)
          }
        },
      ),
      { numRuns: 8 },
    )
  })

  it('shares one commit among all records that wait', async () => {
    const folder = makeFolder()
    const writer = await openWriter(folder, { publishAfterMs: 600_000 })
    const indexes = await Promise.all(
      Array.from({ length: 500 }, () => writer.append([entryAt, entryAt])),
    )
    expect(indexes).toEqual(Array.from({ length: 500 }, (_, i) => i * 2))
    const [segment] = readdirSync(join(folder, 'journal'))
    const text = readFileSync(join(folder, 'journal', segment!), 'utf8')
    expect(text.split('\n— hub.local/test ').length - 1).toBe(1)
    await writer.close()
  })

  it('writes what can wait with what comes, and alone when nothing does', async () => {
    const folder = makeFolder()
    const writer = await openWriter(folder, { publishAfterMs: 600_000 })
    const ahead = writer.append([entryAt], 600_000)
    expect(await writer.append([entryAt])).toBe(1)
    expect(await ahead).toBe(0)
    expect(await writer.append([entryAt], 1)).toBe(2)
    const last = writer.append([entryAt], 600_000)
    await writer.close()
    expect(await last).toBe(3)
  })

  it('has tiles of its records soon after the commit, without being closed', async () => {
    const folder = makeFolder()
    const writer = await openWriter(folder, { publishAfterMs: 5 })
    await appendRecords(writer, 10)
    for (let tries = 0; tries < 200; tries++) {
      if (verifyLog(folder, SIGNER.verifierKey).pending === 0) break
      await pause(20)
    }
    expect(verifyLog(folder, SIGNER.verifierKey)).toMatchObject({ size: 10, pending: 0 })
    await writer.close()
  })
})

describe('the disclosure log', () => {
  it('goes on in time and number when the machine’s clock goes back, also over a restart (L3)', async () => {
    const dataDir = makeFolder()
    const noon = Date.parse('2018-05-10T12:00:00Z')
    const clock = [noon, noon + 5, noon - 3_600_000, noon - 1, noon + 7]
    const outcome = outcomeOf({ person: { id: 'somebody' } }, ['somebody'])
    for (const times of [clock.slice(0, 3), clock.slice(3)]) {
      const log = await openDisclosures(dataDir, { now: () => times.shift()! })
      while (times.length > 0) await log.intend(outcome)
      await log.close()
    }
    const records = await recordsIn(join(dataDir, 'log'))
    expect(records.map(({ seq }) => seq)).toEqual([0, 1, 2, 3, 4])
    expect(records.map(({ at }) => Date.parse(at) - noon)).toEqual([0, 5, 5, 5, 7])
    expect(verifyLog(join(dataDir, 'log'), SIGNER.verifierKey).fault).toBeNull()
  })

  it('writes its records as canonical JSON, with no more than pseudonyms of persons', async () => {
    const dataDir = makeFolder()
    const log = await openDisclosures(dataDir)
    const outcome = outcomeOf({ person: { id: 'somebody', name: '陳美玲' } }, ['somebody'])
    await log.intend(outcome)
    const { leafIndex } = await log.conclude(outcome)
    await log.abandon(outcome)
    await log.close()
    const open = (await openLog(join(dataDir, 'log'), SIGNER))!
    const entries = await Promise.all([0, 1, 2].map((index) => open.entryAt(index)))
    for (const entry of entries) {
      expect(entry.toString()).toBe(canonicalJson(JSON.parse(entry.toString())))
      expect(entry.toString()).not.toMatch(/somebody|陳美玲/)
    }
    expect(leafIndex).toBe(1)
    expect(JSON.parse(entries[2]!.toString())).toMatchObject({ leaf: 'OUTCOME', outcome: 'FAILED' })
    await expect(open.entryAt(3)).rejects.toThrow(RangeError)
  })
})
