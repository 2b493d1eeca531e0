import { existsSync, statSync } from 'node:fs'
import { chown } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Who runs the database server where that is not ourselves. */
export interface ServerUser {
  readonly uid: number
  readonly gid: number
}

// nobody/nogroup on Linux: PostgreSQL refuses to run as root
const NOBODY: ServerUser = { uid: 65_534, gid: 65_534 }

/** The user the server must run as: `undefined` means the one we are. */
export function serverUser(): ServerUser | undefined {
  return process.getuid?.() === 0 ? NOBODY : undefined
}

/** Gives a file or folder to the server's user. */
export async function giveTo(user: ServerUser | undefined, path: string): Promise<void> {
  if (user !== undefined) await chown(path, user.uid, user.gid)
}

/** Whether the user can pass through every folder above `path`, as far as those exist. */
export function canReach(user: ServerUser | undefined, path: string): boolean {
  if (user === undefined) return true
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && !canPass(user, folder)) return false
    if (folder === dirname(folder)) return true
  }
}

function canPass({ uid, gid }: ServerUser, folder: string): boolean {
  const info = statSync(folder)
  if (info.uid === uid) return (info.mode & 0o100) !== 0
  if (info.gid === gid) return (info.mode & 0o010) !== 0
  return (info.mode & 0o001) !== 0
}
