import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import type { ImportProgress } from '../../../subgraphs/address/import/import-doorplates.ts'
import {
  openDatabase,
  type AgencyDatabase,
} from '../../../subgraphs/_kit/database/open-database.ts'
import { findPlatesOfVillage } from '../../../subgraphs/address/queries.ts'
import { subgraph } from '../../../subgraphs/address/index.ts'
import { copyTestDatabase } from '../../support/test-database.ts'
import { counts, openImportDesk, type ImportDesk } from './import-desk.ts'
import { jiaxianRow, OPEN_DATA_HEADER } from './plate-rows.ts'

const file = (...rows: readonly string[]): string => `${OPEN_DATA_HEADER}\n${rows.join('\n')}\n`

let desk: ImportDesk
beforeAll(async () => {
  desk = await openImportDesk()
})
afterAll(() => desk.close())
beforeEach(() => desk.empty())

describe('an import of door plates', () => {
  it('accounts for every row and tells why one was not taken', async () => {
    const content = file(
      jiaxianRow({ number: '1號' }),
      jiaxianRow({ number: '44之2號' }),
      jiaxianRow({ number: '44號之2' }),
      jiaxianRow({ number: '不明' }),
      'a row, too short',
      jiaxianRow({ number: '5號', x: 23.1165, y: 120.6233 }),
      `"${jiaxianRow({ number: '6號' }).split(',')[0]}`,
      jiaxianRow({ number: '7號' }).replace('6403300', '9999999'),
    )
    expect(await desk.take(content)).toEqual(counts({ imported: 2, duplicate: 1, rejected: 5 }))
    const lines = await desk.report()
    expect(lines.map((line) => line.split(',').slice(0, 3).join(' ')).toSorted()).toEqual([
      '4 DUPLICATE LINE_3',
      '5 REJECTED NUMBER_UNREADABLE',
      '6 REJECTED FIELD_COUNT_WRONG',
      '7 REJECTED COORDINATES_SWAPPED',
      '8 REJECTED QUOTE_OPEN',
      '9 REJECTED TOWN_UNKNOWN',
    ])
  })

  it('run again changes nothing and says so', async () => {
    const content = file(jiaxianRow({ number: '1號' }), jiaxianRow({ number: '2號' }))
    await desk.take(content)
    const before = await desk.register()
    expect(await desk.take(content)).toEqual(counts({ unchanged: 2 }))
    expect(await desk.register()).toEqual(before)
  })

  it('keeps the plate and moves its point where the file has another', async () => {
    await desk.take(file(jiaxianRow({})))
    const [before] = await desk.register()
    expect(await desk.take(file(jiaxianRow({ x: 120.624 })))).toEqual(counts({ updated: 1 }))
    const [after] = await desk.register()
    expect(after).toMatchObject({ id: (before as { id: string }).id, version: 2 })
    expect(after).not.toEqual({ ...before, version: 2 })
  })

  it('keeps the plate where its neighbourhood was redrawn', async () => {
    await desk.take(file(jiaxianRow({ neighborhood: 4 })))
    const [before] = await desk.register()
    expect(await desk.take(file(jiaxianRow({ neighborhood: 9 })))).toEqual(counts({ updated: 1 }))
    const { id } = before as { id: string }
    expect(await desk.register()).toEqual([expect.objectContaining({ id, neighborhood: 9 })])
    // the old neighbourhood gets a house of that number: another plate, with an id of its own
    const both = file(jiaxianRow({ neighborhood: 9 }), jiaxianRow({ neighborhood: 4 }))
    expect(await desk.take(both)).toEqual(counts({ imported: 1, unchanged: 1 }))
    expect(await desk.take(both)).toEqual(counts({ unchanged: 2 }))
  })

  it('takes plates without a street as different in different neighbourhoods', async () => {
    const roadless = (neighborhood: number) => jiaxianRow({ road: '', neighborhood })
    await desk.take(file(roadless(4)))
    expect(await desk.take(file(roadless(9)))).toEqual(counts({ imported: 1 }))
    expect(await desk.register()).toHaveLength(2)
  })

  it('keeps the remark where the same address stands with and without one', async () => {
    await desk.take(file(jiaxianRow({}), jiaxianRow({ number: '1號(農業資材室)' })))
    expect(await desk.register()).toEqual([expect.objectContaining({ note: '農業資材室' })])
  })

  it('leaves a plate abolished that an officer abolished', async () => {
    await desk.take(file(jiaxianRow({})))
    await desk.database.db
      .updateTable('doorPlate')
      .set({ status: 'ABOLISHED', validTo: '2018-05-01' })
      .execute()
    expect(await desk.take(file(jiaxianRow({})))).toEqual(counts({ unchanged: 1 }))
    expect(await desk.register()).toEqual([expect.objectContaining({ status: 'ABOLISHED' })])
  })

  it('leaves plates alone that are not in the file, and those of the sample', async () => {
    await desk.take(file(jiaxianRow({ number: '1號' })))
    await sql`insert into door_plate
        (id, address_key, text, raw, town_code, village, number, location, is_synthetic)
      select 'sp-1', address_key, text, raw, town_code, village, number, location, true
      from door_plate`.execute(desk.database.db)
    const before = await desk.register()
    expect(await desk.take(file(jiaxianRow({ number: '2號' })))).toEqual(counts({ imported: 1 }))
    expect(await desk.register()).toEqual(expect.arrayContaining([...before]))
  })

  it('learns a village that the area table does not have', async () => {
    await desk.take(file(jiaxianRow({ village: '新設里', code: '6403300-008' })))
    const known = await desk.database.db
      .selectFrom('administrativeArea')
      .select(['code', 'name', 'parentCode'])
      .where('code', '=', '64000330008')
      .execute()
    expect(known).toEqual([{ code: '64000330008', name: '新設里', parentCode: '64000330' }])
  })

  it('tells how far it is: bytes while reading, parts while merging', async () => {
    const seen: ImportProgress[] = []
    const path = join(desk.folder, 'progress.csv')
    await writeFile(path, file(jiaxianRow({ number: '1號' }), jiaxianRow({ number: '2號' })))
    await desk.takeFile(path, (progress) => seen.push(progress))
    expect(seen.map(({ phase }) => phase)).toEqual(['READ', 'MERGE'])
    expect(seen.at(-1)).toMatchObject({ rows: 2, partsDone: 1, partsTotal: 1 })
    expect(seen.at(-1)?.bytesRead).toBe(seen.at(-1)?.bytesTotal)
  })

  it('killed at any moment and run again ends as if it had never been killed', async () => {
    const path = join(desk.folder, 'many.csv')
    const rows = Array.from({ length: 12_000 }, (_, index) =>
      jiaxianRow({ number: `${index + 1}號` }),
    )
    await writeFile(path, file(...rows))
    const copy = await copyTestDatabase({
      agency: subgraph.name,
      migrations: subgraph.migrationsFolder,
    })
    try {
      const killed = async (moment: string): Promise<number> => {
        expect(await killImport(path, copy.url, moment)).toBe('SIGKILL')
        const database = await openDatabase<never>({
          agency: 'address',
          url: copy.url,
          dataDir: '',
        })
        const { rows: found } = await sql<{
          count: number
        }>`select count(*)::int as count from door_plate`.execute(database.db)
        await untilAlone(database)
        await database.close()
        return found[0]!.count
      }
      expect(await killed('READ')).toBe(0)
      expect(await killed('0')).toBe(10_000)
      // inside of the second part's transaction: all of it or nothing
      expect([10_000, 12_000]).toContain(await killed(String(Math.ceil(Math.random() * 5))))
      const again = await openImportDesk(copy.url)
      const { imported, unchanged, ...others } = await again.takeFile(path)
      expect({ ...others, rows: imported + unchanged }).toMatchObject({ updated: 0, rows: 12_000 })
      await desk.takeFile(path)
      expect(await again.register()).toEqual(await desk.register())
      await again.close()
    } finally {
      await copy.drop()
    }
    // three processes are started and killed on the way
  }, 60_000)
})

describe('the plates people can be registered at', () => {
  it('come village by village, without remarks and basements', async () => {
    await desk.take(
      file(
        jiaxianRow({ village: '西安里', code: '6403300-002', number: '1號' }),
        jiaxianRow({ number: '2號' }),
        jiaxianRow({ number: '3號' }),
        jiaxianRow({ number: '4號(房屋不存在)' }),
        jiaxianRow({ number: '5號地下一層' }),
      ),
    )
    const session = await desk.database.connect()
    const inXian = await findPlatesOfVillage(session, '64000330002')
    const inHean = await findPlatesOfVillage(session, '64000330003')
    await session.close()
    expect([inXian.length, inHean.length]).toEqual([1, 2])
    expect(inXian[0]).toEqual({
      id: expect.stringMatching(/^dp-[0-9a-f]{20}$/),
      text: '高雄市甲仙區西安里4鄰中正路1號',
      neighborhood: 4,
      easting: 211_416.65,
      northing: 2_557_233.4,
    })
  })
})

/** Waits until the server has noticed that the killed process is gone, and let go of its lock. */
async function untilAlone(database: AgencyDatabase<never>): Promise<void> {
  const others = sql<{ count: number }>`select count(*)::int as count from pg_locks
    where locktype = 'advisory' and pid <> pg_backend_pid()
      and database = (select oid from pg_database where datname = current_database())`
  while ((await others.execute(database.db)).rows[0]!.count > 0) await setTimeout(10)
}

async function killImport(
  path: string,
  url: string,
  moment: string,
): Promise<NodeJS.Signals | null> {
  const script = fileURLToPath(new URL('./killed-import.ts', import.meta.url))
  const child = spawn(process.execPath, [script, path, url, moment], { stdio: 'inherit' })
  const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  return signal
}
