import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fastify, { type FastifyInstance } from 'fastify'
import { createMemoryStore } from '../../../auth/shared-store.ts'
import { createClientLimit } from '../../../gateway/http/client-limit.ts'
import { readLimitsConfig } from '../../../gateway/http/limits-config.ts'
import { addOpenDataRoutes } from '../../../gateway/http/open-data-routes.ts'
import { RequestLimits } from '../../../gateway/http/request-limits.ts'

const TEXT = '{"type":"FeatureCollection","features":[]}\n'

let root: string
let app: FastifyInstance
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'hub-open-data-'))
  const folder = join(root, 'open-data')
  await mkdir(join(folder, '.plates-1', 'map'), { recursive: true })
  await symlink('.plates-1', join(folder, 'plates'))
  await writeFile(join(root, 'secret.txt'), 'no one’s business')
  await symlink(root, join(folder, '.plates-1', 'out'))
  await writeFile(join(folder, '.plates-1', 'licence.txt'), '政府資料開放授權條款')
  await writeFile(join(folder, '.plates-1', 'map', 'all.geojson.gz'), gzipSync(TEXT))
  app = fastify()
  const limits = new RequestLimits(createMemoryStore(), readLimitsConfig({}))
  addOpenDataRoutes(app, { folder, limits, strangers: createClientLimit(0) })
})
afterAll(async () => {
  await app.close()
  await rm(root, { recursive: true })
})

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'GET', url, headers })

describe('open data', () => {
  it('is listed by data set', async () => {
    expect((await get('/open-data')).json()).toEqual({ dataSets: ['plates'] })
  })

  it('is sent as it is, with its type, and may be kept for an hour', async () => {
    const { statusCode, headers, body } = await get('/open-data/plates/licence.txt')
    expect({ statusCode, body }).toEqual({ statusCode: 200, body: '政府資料開放授權條款' })
    expect(headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(headers['cache-control']).toBe('public, max-age=3600')
  })

  it('goes packed to who takes it so, and unpacked to who does not', async () => {
    const url = '/open-data/plates/map/all.geojson'
    const plain = await get(url)
    expect(plain.body).toBe(TEXT)
    const packed = await get(url, { 'accept-encoding': 'gzip, br' })
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
    expect(packed.rawPayload).toEqual(gzipSync(TEXT))
    expect(packed.headers['etag']).not.toBe(plain.headers['etag'])
  })

  it('is not sent again to who has it', async () => {
    const url = '/open-data/plates/licence.txt'
    const { headers } = await get(url)
    const again = await get(url, { 'if-none-match': String(headers['etag']) })
    expect({ status: again.statusCode, body: again.body }).toEqual({ status: 304, body: '' })
    expect((await get(url, { 'if-none-match': '"other"' })).statusCode).toBe(200)
  })

  it.each([
    'plates',
    'plates/',
    'plates/none.txt',
    'plates/map',
    'plates/out/secret.txt',
    '.plates-1/licence.txt',
    '../secret.txt',
    '%2e%2e/secret.txt',
    'plates/..%2f..%2f..%2fsecret.txt',
    'plates/licence.txt%00',
    'plates/LICENCE.txt',
    `plates/${'a'.repeat(5_000)}`,
  ])('%s is nothing that was published', async (path) => {
    expect((await get(`/open-data/${path}`)).statusCode).toBe(404)
  })
})
