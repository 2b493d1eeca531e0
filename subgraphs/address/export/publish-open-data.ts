import { chmod, mkdir, mkdtemp, readdir, readlink, rename, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Connection } from '../../_kit/database/connection.ts'
import type { DatabaseSessions } from '../../_kit/database/open-database.ts'
import { hubError } from '../../../schemas/errors.ts'
import { countExported } from './export-queries.ts'
import { LICENCE, licenceText, SOURCES } from './licence.ts'
import { squareLayers, villageLayer } from './map-layers.ts'
import { writeMap, writePlain, type PublishedFile } from './published-file.ts'
import { unwritable } from './whole-file.ts'
import { writePlateFiles } from './write-plate-files.ts'

export interface PublishOptions {
  /** The folder that the gateway serves as `/open-data`. */ readonly folder: string
  readonly database: DatabaseSessions
  /** The business day, for the catalogue and the attribution. */ readonly today: string
  readonly onProgress?: (done: number, total: number) => void
}

export interface PublishResult {
  readonly plates: number
  readonly files: number
  readonly bytes: number
  readonly folder: string
}

const DATASET = 'doorplates'
const EVERYWHERE = { townCode: null, village: null }
const PUBLISH_LOCK = 4002_002

/**
 * Publishes the plates in force as open data: CSV and GeoJSON of all, a map in three zooms, licence and
 * catalogue. All of it is written into a folder of its own first and put in place of the last
 * publication at once; killed, it leaves that one as it was.
 *
 * @throws HubError EXPORT_AREA_EMPTY, EXPORT_RUNNING, EXPORT_FILE_UNWRITABLE
 */
export async function publishOpenData(options: PublishOptions): Promise<PublishResult> {
  const session = await options.database.connect()
  try {
    await takeLock(session)
    if ((await countExported(session, EVERYWHERE)) === 0) throw hubError('EXPORT_AREA_EMPTY')
    const release = await newRelease(options.folder)
    const files = await writeRelease(session, release, options).catch(async (error: unknown) => {
      await rm(release, { recursive: true, force: true })
      throw error
    })
    await putInPlace(options.folder, release)
    const plates = files.find(({ path }) => path === `${DATASET}.csv`)?.rows ?? 0
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
    return { plates, files: files.length, bytes, folder: join(options.folder, DATASET) }
  } finally {
    await session.close()
  }
}

async function takeLock(session: Connection): Promise<void> {
  const [row] = await session.run(`select pg_try_advisory_lock(${PUBLISH_LOCK}) as is_ours`)
  if (row?.['is_ours'] !== true) throw hubError('EXPORT_RUNNING')
}

async function newRelease(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true })
    const release = await mkdtemp(join(folder, `.${DATASET}-`))
    // the gateway may run under another user
    await chmod(release, 0o755)
    return release
  } catch (error) {
    throw unwritable(error)
  }
}

async function writeRelease(
  session: Connection,
  release: string,
  { today, onProgress }: PublishOptions,
): Promise<readonly PublishedFile[]> {
  await session.run('begin isolation level repeatable read read only')
  const maps = [await villageLayer(session), ...(await squareLayers(session))]
  const files: PublishedFile[] = []
  for (const map of maps) files.push(await writeMap(release, map))
  files.push(...(await writePlateFiles(session, release, onProgress)))
  await session.run('commit')
  files.push(await writePlain(release, 'licence.txt', licenceText(today.slice(0, 4))))
  const catalogue = { dataset: DATASET, asOf: today, licence: LICENCE, sources: SOURCES, files }
  await writePlain(release, 'catalogue.json', `${JSON.stringify(catalogue, null, 1)}\n`)
  return files
}

/** One renaming puts the new publication in place; then what is left of older ones goes. */
async function putInPlace(folder: string, release: string): Promise<void> {
  const name = release.slice(folder.length + 1)
  try {
    const link = join(folder, `${name}.link`)
    await symlink(name, link)
    await rename(link, join(folder, DATASET))
    const current = await readlink(join(folder, DATASET))
    const older = (await readdir(folder)).filter(
      (entry) => entry.startsWith(`.${DATASET}-`) && entry !== current,
    )
    for (const entry of older) await rm(join(folder, entry), { recursive: true, force: true })
  } catch (error) {
    throw unwritable(error)
  }
}
