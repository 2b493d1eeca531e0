import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { acquireEmbeddedServer } from '../../../../subgraphs/_kit/database/embedded-server.ts'
import { canReach } from '../../../../subgraphs/_kit/database/unprivileged.ts'

const HOLDER = fileURLToPath(new URL('./holder.ts', import.meta.url))
const NOBODY = { uid: 65_534, gid: 65_534 }
const isRoot = process.getuid?.() === 0
const itAsRoot =
  isRoot && canReach(NOBODY, HOLDER) && canReach(NOBODY, process.execPath) ? it : it.skip

let root: string
const holders: ChildProcess[] = []

// one data folder for all: making a cluster takes longer than anything that is done with it
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'hub-embedded-'))
  await chmod(root, 0o755)
})
afterEach(async () => {
  for (const child of holders.splice(0)) await end(child)
})
afterAll(async () => {
  await rm(root, { recursive: true, force: true })
})

describe('the embedded server', () => {
  it('is shared by two processes that start at once, and the last one stops it', async () => {
    const [first, second] = await Promise.all([hold(root), hold(root)])
    expect(second.told.started).toBe(first.told.started)
    const pid = await postmasterOf(first.told.cluster)
    await end(first.child)
    expect(isRunning(pid)).toBe(true)
    await end(second.child)
    await hasEnded(pid)
  })

  it('outlives a holder that is killed, and stops with the one that is left', async () => {
    const killed = await hold(root)
    const left = await hold(root)
    const pid = await postmasterOf(left.told.cluster)
    killed.child.kill('SIGKILL')
    await once(killed.child, 'exit')
    expect(isRunning(pid)).toBe(true)
    await end(left.child)
    await hasEnded(pid)
  })

  it('is joined again after its only holder was killed', async () => {
    const killed = await hold(root)
    killed.child.kill('SIGKILL')
    await once(killed.child, 'exit')
    const next = await hold(root)
    expect(next.told.started).toBe(killed.told.started)
    const pid = await postmasterOf(next.told.cluster)
    await end(next.child)
    await hasEnded(pid)
  })

  it('is brought back by its holder when somebody kills it', async () => {
    const server = await acquireEmbeddedServer({ dataDir: root, isDurable: false })
    const pid = await postmasterOf(server.cluster)
    process.kill(pid, 'SIGKILL')
    const next = await eventually(async () => {
      const now = await postmasterOf(server.cluster)
      expect(now).not.toBe(pid)
      expect(await server.administer('select 1 as one')).toEqual([{ one: 1 }])
      return now
    })
    await server.release()
    await hasEnded(next)
  })

  it('starts over a crashed server whose process number another program has now', async () => {
    const first = await acquireEmbeddedServer({ dataDir: root, isDurable: false })
    const file = join(first.cluster, 'postmaster.pid')
    const left = (await readFile(file, 'utf8')).split('\n').slice(1)
    await first.release()
    const stranger = spawn('sleep', ['60'], isRoot ? NOBODY : {})
    holders.push(stranger)
    await writeFile(file, [stranger.pid, ...left].join('\n'), { mode: 0o600 })
    if (isRoot) await chown(file, NOBODY.uid, NOBODY.gid)
    const second = await acquireEmbeddedServer({ dataDir: root, isDurable: false })
    expect(await second.administer('select 1 as one')).toEqual([{ one: 1 }])
    await second.release()
    stranger.kill()
  })

  it('serves a data folder whose path is too long for a socket', async () => {
    const dataDir = join(root, ...Array.from({ length: 12 }, () => 'a-long-folder-name'))
    const server = await acquireEmbeddedServer({ dataDir, isDurable: false })
    const folder = decodeURIComponent(new URL(server.adminUrl()).hostname)
    expect(await server.administer('select 1 as one')).toEqual([{ one: 1 }])
    expect(Buffer.byteLength(folder)).toBeLessThan(90)
    await server.release()
    await rm(folder, { recursive: true })
  })

  it('keeps passwords and the cluster to their owners, and opens no network port', async () => {
    const server = await acquireEmbeddedServer({ dataDir: root, isDurable: false })
    const modes = [server.passwords, join(server.passwords, 'hub'), server.cluster]
    expect(modes.map((path) => (statSync(path).mode & 0o777).toString(8))).toEqual([
      '700',
      '600',
      '700',
    ])
    const [row] = await server.administer(`select current_setting('listen_addresses') as open`)
    expect(row).toEqual({ open: '' })
    await server.release()
  })

  it('never runs as root', async () => {
    const server = await acquireEmbeddedServer({ dataDir: root, isDurable: false })
    const owner = (await stat(join(server.cluster, 'postmaster.pid'))).uid
    expect(owner).toBe(isRoot ? NOBODY.uid : process.getuid?.())
    await server.release()
  })

  itAsRoot('works for a user without rights in a folder of his own', async () => {
    const dataDir = join(root, 'own')
    await mkdir(dataDir)
    await chown(dataDir, NOBODY.uid, NOBODY.gid)
    const { child, told } = await hold(dataDir, NOBODY)
    expect((await stat(told.cluster)).uid).toBe(NOBODY.uid)
    expect(told.isElsewhere).toBe(false)
    await end(child)
  })

  itAsRoot(
    'lives elsewhere, and says so, where its user cannot reach the data folder',
    async () => {
      const dataDir = join(root, 'closed')
      await mkdir(dataDir, { mode: 0o700 })
      const server = await acquireEmbeddedServer({ dataDir, isDurable: false })
      expect(server.isElsewhere).toBe(true)
      expect(server.cluster).toMatch(/^\/var\/lib\/joint-service-hub\/[0-9a-f]{16}\/data$/)
      await server.release()
      await rm(dirname(server.cluster), { recursive: true })
    },
  )
})

interface Told {
  readonly started: string
  readonly cluster: string
  readonly isElsewhere: boolean
}

async function hold(
  dataDir: string,
  user: { uid?: number; gid?: number } = {},
): Promise<{ child: ChildProcess; told: Told }> {
  const child = spawn(process.execPath, [HOLDER, dataDir], {
    ...user,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  holders.push(child)
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { child, told: JSON.parse(line) as Told }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.stdin?.end()
  await once(child, 'exit')
}

async function postmasterOf(cluster: string): Promise<number> {
  return Number((await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')[0])
}

function isRunning(pid: number): boolean {
  // on Linux a dead process may stand in the table until its parent collects it
  const file = `/proc/${pid}/stat`
  if (existsSync('/proc/self/stat')) {
    return existsSync(file) && !readFileSync(file, 'utf8').includes(') Z ')
  }
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** The server takes its pid file away a moment before it ends. */
async function hasEnded(pid: number): Promise<void> {
  await eventually(async () => expect(isRunning(pid)).toBe(false))
}

async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 0; tries < 200; tries += 1) {
    try {
      return await attempt()
    } catch {
      await pause(25)
    }
  }
  return attempt()
}
