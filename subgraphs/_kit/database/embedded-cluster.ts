import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hubError } from '../../../schemas/errors.ts'
import type { EmbeddedLayout } from './embedded-layout.ts'
import { giveTo } from './unprivileged.ts'

export const SUPERUSER = 'hub'

// The system libraries are the binaries' own; of the environment they need no more than this.
export const SERVER_ENV = { PATH: '/usr/bin:/bin', LC_ALL: 'C' }

/**
 * Makes the cluster if there is none. It is made beside its place and moved there when complete, so
 * of two processes one wins and the other uses the winner's. Throws `DATABASE_NOT_STARTED`.
 */
export async function ensureCluster(
  layout: EmbeddedLayout,
  binaries: string,
  password: string,
  isDurable: boolean,
): Promise<void> {
  if (existsSync(layout.cluster)) return
  const draft = join(layout.home, `draft-${process.pid}-${randomBytes(4).toString('hex')}`)
  const passwordFile = `${draft}.password`
  try {
    await writeFile(passwordFile, password, { mode: 0o600, flag: 'wx' })
    await giveTo(layout.user, passwordFile)
    await initialise(layout, binaries, draft, passwordFile, isDurable)
    await rename(draft, layout.cluster)
  } catch (error) {
    // somebody else's cluster is as good as ours
    if (!existsSync(layout.cluster)) throw error
  } finally {
    await rm(passwordFile, { force: true })
    await rm(draft, { recursive: true, force: true })
  }
}

async function initialise(
  layout: EmbeddedLayout,
  binaries: string,
  draft: string,
  passwordFile: string,
  isDurable: boolean,
): Promise<void> {
  let complaint = ''
  for (const characters of characterSets()) {
    const result = await run(layout, join(binaries, 'bin', 'initdb'), [
      `--pgdata=${draft}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      `--lc-ctype=${characters}`,
      ...(isDurable ? [] : ['--no-sync']),
    ])
    if (result.code === 0) return
    complaint = result.output
    await rm(draft, { recursive: true, force: true })
  }
  const reason = `initdb failed: ${complaint.trim().split('\n').at(-1) ?? ''}`
  throw hubError('DATABASE_NOT_STARTED', { reason })
}

// Order is by code point everywhere. Character classes must know Chinese, or pg_trgm sees no letters
// in an address; the names of such locales differ between systems.
function characterSets(): readonly string[] {
  return process.platform === 'darwin'
    ? ['en_US.UTF-8', 'C']
    : ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'C']
}

function run(
  layout: EmbeddedLayout,
  command: string,
  args: readonly string[],
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...layout.user,
      cwd: '/',
      env: SERVER_ENV,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const keep = (text: Buffer): void => {
      output += text.toString('utf8')
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('error', (error) =>
      reject(hubError('DATABASE_NOT_STARTED', { reason: `initdb did not run.` }, error)),
    )
    child.once('close', (code) => resolve({ code, output }))
  })
}
