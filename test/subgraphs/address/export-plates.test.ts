import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { readExportArea } from '../../../subgraphs/address/export/export-area.ts'
import { exportPlates } from '../../../subgraphs/address/export/export-plates.ts'
import { publishOpenData } from '../../../subgraphs/address/export/publish-open-data.ts'
import { copyTestDatabase } from '../../support/test-database.ts'
import { subgraph } from '../../../subgraphs/address/index.ts'
import { codeOf, openImportDesk, type ImportDesk } from './import-desk.ts'
import { jiaxianRow, OPEN_DATA_HEADER } from './plate-rows.ts'

const EVERYWHERE = readExportArea({})
const ROWS = [
  jiaxianRow({ number: '1號' }),
  jiaxianRow({ number: '44之2號五樓', road: '中正路', section: '二段', x: 120.63 }),
  jiaxianRow({ number: '3號' }),
  jiaxianRow({ village: '西安里', code: '6403300-002', number: '7號' }),
]

let desk: ImportDesk
beforeAll(async () => {
  desk = await openImportDesk()
  await desk.take(`${OPEN_DATA_HEADER}\n${ROWS.join('\n')}\n`)
  await desk.database.db
    .updateTable('doorPlate')
    .set({ note: '=1+1,"廟"' })
    .where('number', '=', 3)
    .execute()
})
afterAll(() => desk.close())

async function exported(name: string, area = EVERYWHERE): Promise<string> {
  const file = join(desk.folder, name)
  await exportPlates({ file, area, database: desk.database })
  const bytes = await readFile(file)
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

describe('an export of door plates', () => {
  it('as CSV has a geometry that a GeoPackage takes, with types and projection beside it', async () => {
    const [header = '', first = ''] = (await exported('plates.csv')).split('\n')
    expect(header).toMatch(/^WKT,id,text,town_code,.*,longitude,latitude$/)
    expect(first).toMatch(
      /^POINT \(21\d{4}(\.\d+)? 2557\d{3}(\.\d+)?\),dp-[0-9a-f]{20},高雄市甲仙區/,
    )
    const types = (await readFile(join(desk.folder, 'plates.csvt'), 'utf8')).trim().split(',')
    expect(types).toHaveLength(header.split(',').length)
    expect(types[0]).toBe('WKT')
    const projection = await readFile(join(desk.folder, 'plates.prj'), 'utf8')
    expect(projection).toContain('AUTHORITY["EPSG","3826"]')
  })

  it('holds every plate once, and no cell that a spreadsheet would run', async () => {
    const lines = (await exported('plates.csv.gz')).trimEnd().split('\n')
    expect(lines).toHaveLength(1 + ROWS.length)
    expect(lines.find((line) => line.includes('廟'))).toContain(`,"'=1+1,""廟""",`)
  })

  it('as GeoJSON has points of WGS84 in the order of longitude and latitude', async () => {
    const { type, features } = JSON.parse(await exported('plates.geojson')) as {
      type: string
      features: readonly {
        id: string
        geometry: { coordinates: readonly [number, number] }
        properties: Readonly<Record<string, unknown>>
      }[]
    }
    expect(type).toBe('FeatureCollection')
    expect(features).toHaveLength(ROWS.length)
    const moved = features.find(({ properties }) => properties['section'] === 2)
    expect(moved?.properties).toMatchObject({ number: 44, number_suffix: '2', floor: 5 })
    expect(moved?.geometry.coordinates[0]).toBeCloseTo(120.63, 6)
    expect(moved?.geometry.coordinates[1]).toBeCloseTo(23.1165, 6)
  })

  it('of a village holds its plates alone, by any of its names', async () => {
    for (const village of ['西安里', '西安', '西安村']) {
      const text = await exported('west.csv', readExportArea({ town: '甲仙區', village }))
      expect(text.trimEnd().split('\n')).toHaveLength(2)
    }
    const town = readExportArea({ town: '64000330' })
    expect((await exported('town.csv', town)).trimEnd().split('\n')).toHaveLength(1 + ROWS.length)
  })

  it('is refused for a town that is none, a village without its town, an empty place and other formats', async () => {
    expect(() => readExportArea({ town: '台北' })).toThrow(/town must be/)
    expect(() => readExportArea({ village: '西安里' })).toThrow(/needs its town/)
    const codes = [
      codeOf(exported('none.csv', readExportArea({ town: '旗山區' }))),
      codeOf(exported('plates.shp')),
      codeOf(exported('plates.csv/below.csv')),
    ]
    expect(await Promise.all(codes)).toEqual([
      'EXPORT_AREA_EMPTY',
      'EXPORT_FORMAT_UNKNOWN',
      'EXPORT_FILE_UNWRITABLE',
    ])
  })

  it('killed half-way leaves no half file under the name, and the older one as it was', async () => {
    const { name: agency, migrationsFolder: migrations } = subgraph
    const copy = await copyTestDatabase({ agency, migrations })
    const many = await openImportDesk(copy.url)
    const rows = Array.from({ length: 2_100 }, (_, index) => jiaxianRow({ number: `${index}號` }))
    await many.take(`${OPEN_DATA_HEADER}\n${rows.join('\n')}\n`)
    const file = join(many.folder, 'city.csv')
    await exportPlates({ file, area: EVERYWHERE, database: many.database })
    const whole = await readFile(file)
    const script = fileURLToPath(new URL('./killed-export.ts', import.meta.url))
    const child = spawn(process.execPath, [script, file, copy.url], { stdio: 'inherit' })
    const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
    expect(signal).toBe('SIGKILL')
    expect(await readFile(file)).toEqual(whole)
    await many.close()
    await copy.drop()
  })
})

describe('a publication of open data', () => {
  const publish = () =>
    publishOpenData({
      folder: join(desk.folder, 'open'),
      database: desk.database,
      today: '2018-05-10',
    })

  it('has the plates in both formats, a map in three zooms, licence and catalogue', async () => {
    const { plates, files, folder } = await publish()
    expect(plates).toBe(ROWS.length)
    const catalogue = JSON.parse(await readFile(join(folder, 'catalogue.json'), 'utf8')) as {
      files: readonly { path: string; rows: number }[]
      licence: { spdx: string }
    }
    expect(catalogue.licence.spdx).toBe('OGDL-Taiwan-1.0')
    expect(catalogue.files).toHaveLength(files)
    expect(Object.fromEntries(catalogue.files.map(({ path, rows }) => [path, rows]))).toEqual({
      'map/villages.geojson': 2,
      'map/64000330.geojson': 2,
      'map/64000330/64000330002.geojson': 1,
      'map/64000330/64000330003.geojson': 3,
      'doorplates.csv': 4,
      'doorplates.csvt': 0,
      'doorplates.prj': 0,
      'doorplates.geojson': 4,
      'licence.txt': 0,
    })
    const licence = await readFile(join(folder, 'licence.txt'), 'utf8')
    expect(licence).toContain('https://data.gov.tw/license')
    expect(licence).toContain('高雄市政府 2018')
  })

  it('counts the same plates at every zoom', async () => {
    const { folder } = await publish()
    const sumOf = async (path: string): Promise<number> => {
      const text = gunzipSync(await readFile(join(folder, 'map', `${path}.geojson.gz`)))
      const { features } = JSON.parse(text.toString('utf8')) as {
        features: readonly { properties: { plates?: number } }[]
      }
      return features.reduce((sum, { properties }) => sum + (properties.plates ?? 1), 0)
    }
    expect(await sumOf('villages')).toBe(ROWS.length)
    expect(await sumOf('64000330')).toBe(ROWS.length)
    const villages = ['64000330/64000330002', '64000330/64000330003']
    const sums = await Promise.all(villages.map(sumOf))
    expect(sums).toEqual([1, 3])
  })

  it('takes the place of the last one and leaves nothing of it', async () => {
    await publish()
    await publish()
    const entries = await readdir(join(desk.folder, 'open'))
    expect(entries.toSorted()).toEqual([expect.stringMatching(/^\.doorplates-/), 'doorplates'])
  })
})
