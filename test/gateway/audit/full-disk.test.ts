import { execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { verifyLog } from '../../../gateway/audit/verify-log.ts'
import { LOG_SIGNER } from './disclosure-desk.ts'
import { makeFolder, recordsIn, removeFolders } from './log-desk.ts'

const FULL_DISK_LOG = fileURLToPath(new URL('full-disk-log.ts', import.meta.url))
// util-linux: takes the limit off a process that runs
const PRLIMIT = '/usr/bin/prlimit'
const ifLimitable = existsSync(PRLIMIT) ? it : it.skip

afterAll(removeFolders)

describe('a log without room (L2)', () => {
  ifLimitable('refuses with 503, loses nothing, and goes on when there is room', async () => {
    const dataDir = makeFolder()
    const node = `ulimit -S -f 48 && exec "${process.execPath}" "${FULL_DISK_LOG}" "${dataDir}"`
    const child = spawn('bash', ['-c', node], { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
    const ended = new Promise((resolve) => child.once('close', resolve))
    while (!text.includes('\n') && child.exitCode === null) await pause(10)
    const full = JSON.parse(text.split('\n')[0]!) as { readonly acknowledged: number }
    expect(full).toMatchObject({
      code: 'DISCLOSURE_LOG_UNAVAILABLE',
      status: 503,
      isWritable: false,
    })
    expect(full.acknowledged).toBeGreaterThan(10)
    execFileSync(PRLIMIT, ['--pid', String(child.pid), '--fsize=unlimited'])
    expect(await ended).toBe(0)
    const after = JSON.parse(text.split('\n')[1]!) as { readonly leafIndex: number }
    expect(after).toMatchObject({ isWritable: true })
    const report = verifyLog(join(dataDir, 'log'), LOG_SIGNER.verifierKey)
    expect(report).toMatchObject({ size: after.leafIndex + 1, fault: null })
    const records = await recordsIn(join(dataDir, 'log'))
    // An intent may be in the log without its outcome; nothing that was acknowledged is missing.
    expect(records.length - full.acknowledged).toBeLessThanOrEqual(3)
    expect(records.length).toBeGreaterThanOrEqual(full.acknowledged + 2)
  })
})
