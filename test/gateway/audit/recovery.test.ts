import { spawn } from 'node:child_process'
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { verifyLog, type LogReport } from '../../../gateway/audit/verify-log.ts'
import {
  SIGNER,
  appendRecords,
  copyOf,
  fillLog,
  makeFolder,
  openWriter,
  recordsIn,
  removeFolders,
} from './log-desk.ts'

const LOADED_LOG = fileURLToPath(new URL('loaded-log.ts', import.meta.url))

afterAll(removeFolders)

describe('a log that goes on', () => {
  it('is sound at every look, although its journal moves to its tiles meanwhile', async () => {
    // long enough that a look takes many times as long as the tiles need to follow
    const folder = await fillLog(15_000)
    const child = spawn(process.execPath, [LOADED_LOG, folder, '1'], { stdio: 'pipe' })
    const ended = new Promise((resolve) => child.once('close', resolve))
    const looks: LogReport[] = []
    try {
      await new Promise((resolve) => child.stdout.once('data', resolve))
      child.stdout.resume()
      while (looks.length < 2) {
        await pause(100)
        looks.push(verifyLog(folder, SIGNER.verifierKey))
      }
    } finally {
      child.kill('SIGKILL')
      await ended
    }
    expect(looks.map(({ fault }) => fault)).toEqual(looks.map(() => null))
    expect(looks.at(-1)!.size).toBeGreaterThan(looks[0]!.size)
  })
})

describe('a log that was killed', () => {
  it('has every record it acknowledged, at random moments under load', async () => {
    const folder = makeFolder()
    let acknowledged = 0
    for (let round = 0; round < 8; round++) {
      acknowledged = Math.max(acknowledged, await killUnderLoad(folder, 20 + Math.random() * 250))
      // Before the restart nothing was written since the kill, and after it the torn end is gone.
      expect(verifyLog(folder, SIGNER.verifierKey)).toMatchObject({ fault: null })
      const faults: unknown[] = []
      const writer = await openWriter(folder, { onFault: (fault) => faults.push(fault) })
      expect(writer.size).toBeGreaterThanOrEqual(acknowledged)
      await writer.close()
      const report = verifyLog(folder, SIGNER.verifierKey)
      expect(report).toMatchObject({ size: writer.size, pending: 0, fault: null })
    }
    expect(acknowledged).toBeGreaterThan(100)
    const records = await recordsIn(folder)
    expect(records.every(({ seq }, i) => seq === i)).toBe(true)
  }, 60_000)

  it('leaves out a commit that was cut short anywhere, and keeps its bytes aside', async () => {
    const { running, segment } = await stopInTheMiddle()
    const whole = readFileSync(segment)
    const commits = [whole.readUInt32BE(0)]
    for (let end = commits[0]!; end < whole.length; end += whole.readUInt32BE(end)) {
      commits.push(whole.readUInt32BE(end))
    }
    const start = whole.length - commits.at(-1)!
    for (const length of [start, start + 3, start + 40, whole.length - 1]) {
      writeFileSync(segment, whole.subarray(0, length))
      const copy = copyOf(running)
      expect(verifyLog(copy, SIGNER.verifierKey)).toMatchObject({ size: 20, fault: null })
      const faults: unknown[] = []
      const writer = await openWriter(copy, { onFault: (fault) => faults.push(fault) })
      expect(writer.size).toBe(20)
      expect(faults).toHaveLength(length === start ? 0 : 1)
      expect(readdirSync(copy).filter((name) => name.startsWith('torn-'))).toHaveLength(
        faults.length,
      )
      await appendRecords(writer, 5)
      await writer.close()
      expect(verifyLog(copy, SIGNER.verifierKey)).toMatchObject({ size: 25, fault: null })
    }
  })

  it('does not start over acknowledged commits that were changed', async () => {
    const { running, segment } = await stopInTheMiddle()
    const bytes = readFileSync(segment)
    bytes[60]! ^= 1
    writeFileSync(segment, bytes)
    await expect(openWriter(running)).rejects.toMatchObject({ code: 'DISCLOSURE_LOG_DAMAGED' })
  })

  it('does not start on tiles, a checkpoint or a key that do not fit each other', async () => {
    const folder = makeFolder()
    const writer = await openWriter(folder)
    await appendRecords(writer, 300)
    await writer.close()
    const changes = ['tile/0/001.p/44', 'tile/1/000.p/1', 'checkpoint']
    for (const path of changes) {
      const copy = copyOf(folder)
      const bytes = readFileSync(join(copy, path))
      bytes[20]! ^= 1
      writeFileSync(join(copy, path), bytes)
      await expect(openWriter(copy)).rejects.toMatchObject({ code: 'DISCLOSURE_LOG_DAMAGED' })
    }
  })

  it('goes on from its right edge alone: full tiles of the past are not read', async () => {
    const folder = makeFolder()
    const writer = await openWriter(folder)
    await appendRecords(writer, 1_000)
    await writer.close()
    const copy = copyOf(folder)
    for (const path of ['tile/0/000', 'tile/0/001', 'tile/entries/000', 'tile/entries/002']) {
      writeFileSync(join(copy, path), '')
    }
    const again = await openWriter(copy)
    await appendRecords(again, 30)
    await again.close()
    expect(again.size).toBe(1_030)
  })

  it('mends a history whose last note was cut short', async () => {
    const folder = makeFolder()
    const writer = await openWriter(folder)
    await appendRecords(writer, 300)
    await writer.close()
    appendFileSync(join(folder, 'checkpoints'), 'hub.local/test\n40')
    const again = await openWriter(folder)
    await appendRecords(again, 300)
    await again.close()
    expect(verifyLog(folder, SIGNER.verifierKey)).toMatchObject({ size: 600, fault: null })
  })
})

/** A log of three commits in the journal, copied while it ran. */
async function stopInTheMiddle(): Promise<{ readonly running: string; readonly segment: string }> {
  const folder = makeFolder()
  const writer = await openWriter(folder, { publishAfterMs: 600_000 })
  await appendRecords(writer, 30, 10)
  const running = copyOf(folder)
  await writer.close()
  const [name] = readdirSync(join(running, 'journal'))
  return { running, segment: join(running, 'journal', name!) }
}

/** Runs a log under load in a process of its own and kills it; answers what it had acknowledged. */
async function killUnderLoad(folder: string, afterMs: number): Promise<number> {
  const child = spawn(process.execPath, [LOADED_LOG, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const ended = new Promise((resolve) => child.once('close', resolve))
  while (!text.includes('\n') && child.exitCode === null) await pause(5)
  await pause(afterMs)
  child.kill('SIGKILL')
  await ended
  // The last line may itself be cut short.
  return Number(text.split('\n').at(-2) ?? 0)
}
