import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { commandEnvironment } from '../support/test-config.ts'

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const HUB = fileURLToPath(new URL('../../cli/hub.ts', import.meta.url))
const QUERY = ['query', '--operation', 'OneStopPerson']
const DESK = [...QUERY, '--as', 'desk-jiaxian']

let dataDir: string
let stranger: Server
let strangerUrl: string

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hub-cli-'))
  stranger = createServer((_request, response) => response.end('<html>'))
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
  strangerUrl = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/graphql`
})
afterAll(async () => {
  stranger.close()
  await rm(dataDir, { recursive: true, force: true })
})

/** Port 1 is privileged and nobody's, so no hub is there. */
function hub(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const options = { env: { ...commandEnvironment, HUB_DATA_DIR: dataDir, HUB_PORT: '1', ...env } }
  return new Promise((resolve) => {
    execFile(process.execPath, [HUB, ...args], options, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), stdout, stderr })
    })
  })
}

describe('the command hub', () => {
  it.each([
    ['an operation that is not registered', ['query', '--operation', 'Nobody'], 2, '--operation'],
    ['a client that no agreement names', [...QUERY, '--as', 'nobody'], 2, '--as'],
    ['variables that are no JSON', [...DESK, '--variables', '{id:1}'], 2, '--variables'],
    ['a URL that is none', [...DESK, '--url', 'here'], 2, '--url'],
    ['no hub running', DESK, 3, 'npm start'],
    ['an agency that there is not', ['start', 'taxes'], 2, 'taxes'],
  ])(
    'told %s, ends in one line that says what to change',
    async (_what, args, code, named) => {
      const ended = await hub(args)
      expect(ended).toMatchObject({ code, stdout: '' })
      expect(ended.stderr.trim().split('\n')).toHaveLength(1)
      expect(ended.stderr).toMatch(/^[A-Z_]+: /)
      expect(ended.stderr).toContain(named)
    },
    30_000,
  )

  it('says so where something else answers at the hub’s address', async () => {
    const ended = await hub([...QUERY, '--url', strangerUrl])
    expect(ended).toMatchObject({ code: 3, stdout: '' })
    expect(ended.stderr).toMatch(/^HUB_UNREACHABLE: .*\n$/)
  }, 30_000)

  it.each([
    ['a host that is not ours', { HUB_PORT: '0', HUB_HOST: '192.0.2.1' }, 'HUB_HOST'],
    ['a folder that cannot be made', { HUB_DATA_DIR: '/dev/null/hub' }, 'HUB_DATA_DIR'],
  ])(
    'does not start with %s, and names the variable',
    async (_what, env, variable) => {
      const ended = await hub(['start', 'gateway'], env)
      expect(ended).toMatchObject({ code: 2, stdout: '' })
      expect(ended.stderr).toMatch(/^CONFIG_INVALID: .*\n$/)
      expect(ended.stderr).toContain(`CONFIG_INVALID: ${variable}: `)
    },
    30_000,
  )

  it('breaks its help to the width of the terminal alone', async () => {
    const { stdout } = await hub(['seed', '--help'])
    const words = stdout.split('\n\n')[1]!.split('\n')
    expect(words.length).toBeGreaterThan(3)
    for (const line of words.slice(0, -1)) expect(line.length).toBeGreaterThan(60)
  }, 30_000)
})
