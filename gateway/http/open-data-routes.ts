import type { Stats } from 'node:fs'
import { open, readdir, realpath, type FileHandle } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hubError } from '../../schemas/errors.ts'
import type { ClientLimit } from './client-limit.ts'
import type { RequestLimits } from './request-limits.ts'

/** What the download of open data stands on. */
export interface OpenDataParts {
  /** All that lies in it is public; whoever publishes puts it there. */ readonly folder: string
  readonly limits: RequestLimits
  readonly strangers: ClientLimit
}

interface FileRoute {
  readonly Params: { readonly '*': string }
}

interface PublicFile {
  readonly handle: FileHandle
  readonly stats: Stats
  /** Whether it lies packed, under its name with `.gz` behind it. */ readonly isPacked: boolean
}

const PATH = /^[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9.-]{0,80}){1,4}$/
const FRESH_SECONDS = 3_600
const MEDIA: Readonly<Record<string, string>> = {
  '.csv': 'text/csv; charset=utf-8',
  '.geojson': 'application/geo+json',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * `GET /open-data`: the names of the data sets that agencies published; `GET /open-data/<data set>/…`: a
 * file of one, for anyone, as often as an address may ask without a token. The gateway knows folders, no
 * agency. Caches may keep what they got for an hour and ask by its ETag then.
 */
export function addOpenDataRoutes(app: FastifyInstance, parts: OpenDataParts): void {
  const onRequest = createTurnstile(parts)
  app.get('/open-data', { onRequest }, async (_request, reply) =>
    keep(reply).send({ dataSets: await listDataSets(parts.folder) }),
  )
  app.get<FileRoute>('/open-data/*', { onRequest }, async (request, reply) => {
    const file = await openPublic(parts.folder, request.params['*'])
    if (!file) throw hubError('NOT_FOUND')
    return sendFile(file, request, reply)
  })
}

/** A token changes nothing here: every download counts for the address it goes to. */
function createTurnstile({ limits, strangers }: OpenDataParts) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const seconds = strangers.take(request.ip)
    if (seconds > 0) throw hubError('RATE_LIMITED', { seconds })
    const leave = limits.begin(`address:${request.ip}`)
    reply.raw.once('close', leave)
  }
}

async function listDataSets(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => PATH.test(`${name}/x`)).toSorted()
}

async function openPublic(folder: string, path: string): Promise<PublicFile | undefined> {
  if (!PATH.test(path)) return undefined
  return (await openInside(folder, path, false)) ?? (await openInside(folder, `${path}.gz`, true))
}

/** Opens a file, unless a link of its path leads out of the folder. */
async function openInside(
  folder: string,
  path: string,
  isPacked: boolean,
): Promise<PublicFile | undefined> {
  try {
    const [root, real] = await Promise.all([realpath(folder), realpath(join(folder, path))])
    if (!real.startsWith(`${root}${sep}`)) return undefined
    const handle = await open(real)
    const stats = await handle.stat()
    if (stats.isFile()) return { handle, stats, isPacked }
    await handle.close()
    return undefined
  } catch {
    return undefined
  }
}

async function sendFile(
  { handle, stats, isPacked }: PublicFile,
  request: FastifyRequest<FileRoute>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const goesPacked = isPacked && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  const etag = `"${stats.ino.toString(36)}-${Math.round(stats.mtimeMs).toString(36)}-${stats.size.toString(36)}${goesPacked ? '-gz' : ''}"`
  const type = MEDIA[extname(request.params['*'])] ?? 'application/octet-stream'
  keep(reply).header('etag', etag).header('last-modified', stats.mtime.toUTCString()).type(type)
  if (isPacked) void reply.header('vary', 'accept-encoding')
  if (goesPacked) void reply.header('content-encoding', 'gzip')
  const isKnown = (request.headers['if-none-match'] ?? '').includes(etag)
  if (isKnown || request.method === 'HEAD') {
    await handle.close()
    return reply.code(isKnown ? 304 : 200).send()
  }
  if (isPacked && !goesPacked) return reply.send(unpacked(handle))
  return reply.header('content-length', stats.size).send(handle.createReadStream())
}

function unpacked(handle: FileHandle): Readable {
  // an error of either stream ends the last one, and so the answer
  return pipeline(handle.createReadStream(), createGunzip(), () => undefined)
}

function keep(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', `public, max-age=${FRESH_SECONDS}`)
}
