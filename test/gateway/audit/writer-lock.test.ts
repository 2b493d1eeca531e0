import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { claimLog } from '../../../gateway/audit/writer-lock.ts'

const MODULE = new URL('../../../gateway/audit/writer-lock.ts', import.meta.url).href
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-writer-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the writer of a disclosure log', () => {
  it('is one alone, and lets the next one in when it ends', () => {
    const release = claimLog(folder)
    expect(() => claimLog(folder)).toThrow(
      expect.objectContaining({ code: 'DISCLOSURE_LOG_IN_USE' }),
    )
    release()
    claimLog(folder)()
    expect(readdirSync(folder)).toEqual([])
  })

  it('that was killed leaves no claim behind', async () => {
    const script = `import(${JSON.stringify(MODULE)}).then(({ claimLog }) => {
      claimLog(${JSON.stringify(folder)}); process.stdout.write('claimed'); setInterval(() => {}, 1000) })`
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    expect(() => claimLog(folder)).toThrow(
      expect.objectContaining({ code: 'DISCLOSURE_LOG_IN_USE' }),
    )
    child.kill('SIGKILL')
    await once(child, 'exit')
    claimLog(folder)()
  })

  it('is not taken for another process that was given its number', () => {
    writeFileSync(join(folder, 'writer'), `${process.pid} 1`)
    const release = claimLog(folder)
    expect(readdirSync(folder)).toEqual(['writer'])
    release()
  })
})
