import { createHash } from 'node:crypto'
import { mkdir, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownPrivateFolder } from './private-folder.ts'
import { canReach, serverUser } from './unprivileged.ts'
import type { ServerUser } from './unprivileged.ts'

/** Where the embedded server of one data folder keeps what. */
export interface EmbeddedLayout {
  readonly user: ServerUser | undefined
  /** The cluster: PostgreSQL's own data folder. */
  readonly cluster: string
  /** The folder the cluster is in, owned by the server's user. */
  readonly home: string
  /** Folder of the Unix socket. */
  readonly socket: string
  readonly log: string
  /** Folder of the role passwords, one 0600 file each, ours alone. */
  readonly passwords: string
  /** Whether the cluster is outside of the data folder, which its user cannot reach. */
  readonly isElsewhere: boolean
}

// sun_path holds 104 bytes on macOS, 108 on Linux, with the name of the socket file and a NUL
const LONGEST_SOCKET_FOLDER = 100 - '/.s.PGSQL.5432'.length
const SYSTEM_HOME = '/var/lib/joint-service-hub'

/** Decides the places and makes the folders. Throws `DATABASE_NOT_STARTED`. */
export async function layOut(dataDir: string): Promise<EmbeddedLayout> {
  const user = serverUser()
  await mkdir(dataDir, { recursive: true, mode: user === undefined ? 0o700 : 0o711 })
  const root = join(await realpath(dataDir), 'postgres')
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16)
  // others may pass through, to reach what is theirs, but not list
  await ownPrivateFolder(root, user === undefined ? 0o700 : 0o711)
  const isElsewhere = !canReach(user, join(root, 'server', 'data'))
  const home = isElsewhere ? join(SYSTEM_HOME, name) : join(root, 'server')
  if (isElsewhere) await mkdir(SYSTEM_HOME, { recursive: true, mode: 0o711 })
  await ownPrivateFolder(home, 0o700, user)
  // beside their cluster, so that the data folder can be thrown away without locking it
  const passwords = isElsewhere ? `${home}-passwords` : join(root, 'passwords')
  await ownPrivateFolder(passwords, 0o700)
  const socket = await socketFolder(home, name, user)
  const cluster = join(home, 'data')
  return { user, cluster, home, socket, log: join(root, 'log'), passwords, isElsewhere }
}

async function socketFolder(
  home: string,
  name: string,
  user: ServerUser | undefined,
): Promise<string> {
  if (Buffer.byteLength(home) <= LONGEST_SOCKET_FOLDER) return home
  const temporary = join(tmpdir(), `hub-${name}`)
  const isShort = Buffer.byteLength(temporary) <= LONGEST_SOCKET_FOLDER
  const folder = isShort ? temporary : join('/tmp', `hub-${name}`)
  await ownPrivateFolder(folder, 0o700, user)
  return folder
}
