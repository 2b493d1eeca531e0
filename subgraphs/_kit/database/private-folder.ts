import { chmod, lstat, mkdir } from 'node:fs/promises'
import { hubError } from '../../../schemas/errors.ts'
import { giveTo } from './unprivileged.ts'
import type { ServerUser } from './unprivileged.ts'

/**
 * Makes the folder with this mode, owned by `owner` (ourselves when undefined). A folder that is
 * already there is accepted only from that owner: in a shared temporary folder anyone else could
 * have put it there first. Throws `DATABASE_NOT_STARTED`.
 */
export async function ownPrivateFolder(
  path: string,
  mode: number,
  owner?: ServerUser,
): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 })
    await giveTo(owner, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const info = await lstat(path)
  const owners = [owner?.uid, process.getuid?.() ?? info.uid]
  if (!info.isDirectory() || !owners.includes(info.uid)) {
    const reason = 'a folder it needs under the temporary folder belongs to somebody else.'
    throw hubError('DATABASE_NOT_STARTED', { reason })
  }
  await chmod(path, mode)
  await giveTo(owner, path)
}
