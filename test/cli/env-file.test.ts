import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../support/source-tree.ts'

interface Ended {
  readonly code: number
  readonly stderr: string
}

const folder = mkdtempSync(join(tmpdir(), 'hub-env-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** `hub token` against a port where nobody listens, so it ends as soon as it has read its settings. */
function run(envFile: string, env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['cli/hub.ts', 'token', '--as', 'auditor'],
      { cwd: ROOT, env: { HUB_DATA_DIR: folder, HUB_ENV_FILE: envFile, ...env } },
      (error, _stdout, stderr) => resolve({ code: Number(error?.code ?? 0), stderr }),
    )
  })
}

describe('HUB_ENV_FILE', () => {
  it('a file that cannot be read stops the command, which names the variable', async () => {
    await expect(run(join(folder, 'none.env'))).resolves.toEqual({
      code: 2,
      stderr: 'CONFIG_INVALID: HUB_ENV_FILE: names a file that cannot be read\n',
    })
  })

  it('its variables count where none is set, and what is set stays', async () => {
    const file = join(folder, 'hub.env')
    writeFileSync(file, 'HUB_PORT=none\n')
    const told = 'CONFIG_INVALID: HUB_PORT: must be a whole number up to 65535\n'
    await expect(run(file)).resolves.toEqual({ code: 2, stderr: told })
    const { code, stderr } = await run(file, { HUB_PORT: '9' })
    expect(code).toBe(3)
    expect(stderr).not.toContain('HUB_PORT')
  })
})
