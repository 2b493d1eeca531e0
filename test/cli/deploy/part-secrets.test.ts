import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { readAuthConfig } from '../../../auth/config.ts'
import { readSealedKeyConfig } from '../../../auth/sealed-key-config.ts'
import { writePartSecrets } from '../../../cli/deploy/part-secrets.ts'
import { acquireEmbeddedServer } from '../../../subgraphs/_kit/database/embedded-server.ts'
import { openDatabase } from '../../../subgraphs/_kit/database/open-database.ts'
import { parseServerUrl } from '../../../subgraphs/_kit/database/server-url.ts'

const folder = mkdtempSync(join(tmpdir(), 'hub-secrets-'))
const write = (agencies: readonly string[]): void =>
  writePartSecrets({
    folder,
    agencies,
    databaseHost: 'postgres:5432',
    indexHost: 'log-index:5432',
  })

beforeAll(() => write(['tax', 'vehicle']))
afterAll(() => rmSync(folder, { recursive: true }))

const read = (part: string): Record<string, string | undefined> =>
  parseEnv(readFileSync(join(folder, part, 'hub.env'), 'utf8'))

describe('secrets of a deployment', () => {
  it('an agency gets its own hop key and database, and the key of person keys', () => {
    expect(Object.keys(read('tax')).toSorted()).toEqual([
      'HUB_DATABASE_URL_TAX',
      'HUB_HOP_KEY_TAX',
      'HUB_SEALED_KEY',
    ])
    const { user, host, port, database } = parseServerUrl(read('tax')['HUB_DATABASE_URL_TAX']!)
    expect({ user, host, port, database }).toEqual({
      user: 'tax',
      host: 'postgres',
      port: 5432,
      database: 'tax',
    })
  })

  it('the gateway gets the index over its log, and hop keys, the same as each agency’s', () => {
    expect(read('gateway')).toEqual({
      HUB_DATABASE_URL_HUB: expect.stringMatching(/^postgres:\/\/hub:[\w-]+@log-index:5432\/hub$/),
      HUB_HOP_KEY_TAX: read('tax')['HUB_HOP_KEY_TAX'],
      HUB_HOP_KEY_VEHICLE: read('vehicle')['HUB_HOP_KEY_VEHICLE'],
    })
  })

  it('agencies share the key of person keys and nothing else', () => {
    const tax = Object.values(read('tax'))
    const shared = Object.values(read('vehicle')).filter((value) => tax.includes(value))
    expect(shared).toEqual([read('tax')['HUB_SEALED_KEY']])
  })

  it('the hub reads them', () => {
    expect(readAuthConfig(read('gateway')).hopKeys).toHaveProperty('tax')
    expect(readSealedKeyConfig(read('tax'))()[0]).toHaveLength(64)
  })

  it('only their owner may read what is secret', () => {
    for (const file of [
      'tax/hub.env',
      'gateway/hub.env',
      'postgres/superuser-password',
      'log-index/superuser-password',
    ]) {
      expect(statSync(join(folder, file)).mode & 0o077).toBe(0)
    }
    const password = parseServerUrl(read('tax')['HUB_DATABASE_URL_TAX']!).password
    expect(readFileSync(join(folder, 'postgres/roles.sql'), 'utf8')).not.toContain(password)
  })

  it('a second run changes no key, and a new agency joins the old ones', () => {
    const before = [read('tax'), read('vehicle')]
    const index = read('gateway')['HUB_DATABASE_URL_HUB']
    write(['tax', 'traffic', 'vehicle'])
    expect([read('tax'), read('vehicle')]).toEqual(before)
    expect(read('traffic')['HUB_SEALED_KEY']).toBe(read('tax')['HUB_SEALED_KEY'])
    expect(Object.keys(read('gateway'))).toContain('HUB_HOP_KEY_TRAFFIC')
    expect(read('gateway')['HUB_DATABASE_URL_HUB']).toBe(index)
    expect(readdirSync(folder).toSorted()).toEqual([
      'gateway',
      'log-index',
      'postgres',
      'tax',
      'traffic',
      'vehicle',
    ])
  })

  it('PostgreSQL lets each agency into its own database with its password, and into no other', async () => {
    const server = await acquireEmbeddedServer({ dataDir: join(folder, 'data'), isDurable: false })
    try {
      const sql = readFileSync(join(folder, 'postgres/roles.sql'), 'utf8')
      for (const statement of sql.split(/;\n/).filter((part) => part.trim() !== '')) {
        await server.administer(statement)
      }
      const { password } = parseServerUrl(read('tax')['HUB_DATABASE_URL_TAX']!)
      const open = (database: string, secret: string): ReturnType<typeof openDatabase> =>
        openDatabase({
          agency: 'tax',
          url: server.roleUrl('tax', secret, database),
          dataDir: folder,
        })
      const own = await open('tax', password)
      await expect(own.isReachable()).resolves.toBe(true)
      await own.close()
      await expect(open('vehicle', password)).rejects.toMatchObject({ code: '42501' })
      await expect(open('postgres', password)).rejects.toMatchObject({ code: '42501' })
      await expect(open('tax', 'another')).rejects.toMatchObject({ code: '28P01' })
    } finally {
      await server.release()
    }
  })
})
