import { randomBytes } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The password of a role, from its 0600 file; made on first use. Two processes at once agree on one,
 * because a file appears under its name complete or not at all.
 */
export async function rolePassword(folder: string, role: string): Promise<string> {
  const path = join(folder, role)
  const draft = join(folder, `.${role}-${process.pid}-${randomBytes(4).toString('hex')}`)
  const known = await readFile(path, 'utf8').catch(() => undefined)
  if (known !== undefined) return known
  await writeFile(draft, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' })
  try {
    await link(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(draft, { force: true })
  }
  return readFile(path, 'utf8')
}
