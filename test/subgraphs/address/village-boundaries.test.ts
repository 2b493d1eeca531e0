import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findVillageAt } from '../../../subgraphs/address/boundary/boundary-queries.ts'
import { importBoundaries } from '../../../subgraphs/address/boundary/import-boundaries.ts'
import { toTwd97 } from '../../../subgraphs/address/location/twd97.ts'
import { codeOf, counts, openImportDesk, type ImportDesk } from './import-desk.ts'
import { jiaxianRow, OPEN_DATA_HEADER } from './plate-rows.ts'

let desk: ImportDesk
beforeAll(async () => {
  desk = await openImportDesk()
})
afterAll(() => desk.close())

const village = (code: string, name: string, arcs: unknown, type = 'Polygon') => ({
  type,
  arcs,
  properties: { VILLCODE: code, TOWNCODE: code.slice(0, 8), VILLNAME: name },
})
/** Two villages side by side around 120.62, 23.11, the western one with a hole; and one elsewhere. */
const TOPOLOGY = {
  type: 'Topology',
  transform: { scale: [0.01, 0.01], translate: [120, 23] },
  arcs: [
    // the line between them, and the rest of each
    [
      [62, 11],
      [0, 2],
    ],
    [
      [62, 13],
      [-2, 0],
      [0, -2],
      [2, 0],
    ],
    [
      [62, 11],
      [2, 0],
      [0, 2],
      [-2, 0],
    ],
    // a hole
    [
      [60.5, 11.5],
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ],
  ],
  objects: {
    villages: {
      type: 'GeometryCollection',
      geometries: [
        village('64000330002', '西安里', [[0, 1], [3]]),
        village('64000330003', '和安里', [[[2, -1]]], 'MultiPolygon'),
        village('63000010001', '莊敬里', [[3]]),
      ],
    },
  },
}

async function take(content: unknown): Promise<object> {
  const file = join(desk.folder, 'villages.json')
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
  return importBoundaries(file, desk.database)
}
const villageAt = async (longitude: number, latitude: number) =>
  (await findVillageAt(desk.database.db, toTwd97(longitude, latitude)))?.name ?? null

describe('village outlines', () => {
  beforeAll(() => take(TOPOLOGY))

  it('are taken for the towns of the hub, and taking them again changes nothing', async () => {
    expect(await take(TOPOLOGY)).toEqual({ villages: 2, rings: 3 })
  })

  it('tell the village of a point, not in a hole and not outside', async () => {
    expect(await villageAt(120.603, 23.112)).toBe('西安里')
    expect(await villageAt(120.63, 23.12)).toBe('和安里')
    expect(await villageAt(120.61, 23.12)).toBeNull()
    expect(await villageAt(120.7, 23.12)).toBeNull()
  })

  it('flag plates far outside their village, which are taken all the same', async () => {
    const rows = [
      jiaxianRow({ number: '1號', x: 120.63, y: 23.12 }),
      // 50 m beyond the line: the outlines are simplified
      jiaxianRow({ number: '2號', x: 120.6195, y: 23.12 }),
      jiaxianRow({ number: '3號', x: 120.65, y: 23.12 }),
    ]
    const taken = await desk.take(`${OPEN_DATA_HEADER}\n${rows.join('\n')}\n`)
    expect(taken).toEqual({ ...counts({ imported: 3 }), flagged: 1 })
    expect(await desk.report()).toEqual([
      expect.stringMatching(/^4,FLAGGED,OUTSIDE_VILLAGE_10\d\d_M,/),
    ])
  })

  it.each([
    ['{"type":"Topology",\n"arcs": [}', /line 2|JSON/],
    ['{"type":"FeatureCollection"}', /Topology/],
    [{ ...TOPOLOGY, arcs: null }, /arcs/],
    [{ ...TOPOLOGY, arcs: [[['a', 1]]] }, /arc 0/],
    [{ ...TOPOLOGY, objects: {} }, /objects/],
    [{ ...TOPOLOGY, arcs: TOPOLOGY.arcs.slice(0, 1) }, /西安里 .* arc/],
    [
      {
        ...TOPOLOGY,
        objects: { villages: { geometries: [village('63000010001', '莊敬里', [[3]])] } },
      },
      /town of the hub/,
    ],
  ])(
    'in a file that is none are refused with the place, and what there was stays',
    async (content, reason) => {
      const refused = take(content)
      await expect(refused).rejects.toThrow(reason)
      expect(await codeOf(refused)).toBe('IMPORT_BOUNDARIES_INVALID')
      expect(await villageAt(120.63, 23.12)).toBe('和安里')
    },
  )
})
