import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readRegisteredOperations } from '../../gateway/compile/registered-operations.ts'
import { post, type HubAnswer } from '../support/client.ts'
import { countsOf } from '../support/counts.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

let hub: RunningHub
beforeAll(async () => {
  hub = await startTestHub()
}, 90_000)
afterAll(() => hub?.stop())

const operations = readRegisteredOperations()
/** Asks as anyone can: no token, no case. */
async function ask(operation: string, variables: object): Promise<HubAnswer> {
  const query = operations.get(operation)?.text
  return post(hub, JSON.stringify({ query, variables }))
}

const JIAXIAN = '64000330'
async function somePlate(): Promise<{ id: string; text: string; location: Place }> {
  const { body } = await ask('DoorPlatesByArea', { townCode: JIAXIAN, village: '和安里', first: 1 })
  return body.data.doorPlatesByArea.nodes[0]
}
interface Place {
  readonly longitude: number
  readonly latitude: number
}

describe('door plates, to anyone', () => {
  it('are listed by village, page by page, with the number of all', async () => {
    const variables = { townCode: JIAXIAN, village: '和安', first: 100 }
    const first = await ask('DoorPlatesByArea', variables)
    expect(first.body.errors).toBeUndefined()
    const { totalCount, pageInfo, nodes } = first.body.data.doorPlatesByArea
    expect(nodes).toHaveLength(100)
    expect(totalCount).toBeGreaterThan(100)
    expect(pageInfo.hasNextPage).toBe(true)
    const second = await ask('DoorPlatesByArea', { ...variables, after: pageInfo.endCursor })
    const next = second.body.data.doorPlatesByArea.nodes
    expect(next[0].id).not.toBe(nodes.at(-1).id)
    expect(first.body.extensions.disclosure).toBeUndefined()
  })

  it('are found by their address, however it is written', async () => {
    const { id, text } = await somePlate()
    for (const written of [
      text,
      `847${text.replace('高雄市甲仙區和安里', '高雄縣甲仙鄉和安村')}`,
    ]) {
      const { body } = await ask('DoorPlatesByAddress', { text: written })
      expect(body.errors).toBeUndefined()
      const { parsed, matches } = body.data.doorPlatesByAddress
      expect(parsed).toMatchObject({ county: '高雄市', town: '甲仙區', village: '和安里' })
      expect(matches[0]).toMatchObject({ distanceM: 0, doorPlate: { id } })
    }
  })

  it('are found near a landmark', async () => {
    const { body } = await ask('DoorPlatesByLandmark', { name: '甲仙國小', first: 3 })
    expect(body.errors).toBeUndefined()
    const [match] = body.data.doorPlatesByLandmark
    expect(match.landmark).toMatchObject({ name: '甲仙國小', kind: 'SCHOOL' })
    expect(match.landmark.location.longitude).toBeCloseTo(120.589, 2)
  })

  it('are found where two roads meet, or not at all', async () => {
    const { body } = await ask('DoorPlatesByIntersection', { roadA: '中正路', roadB: '永福街' })
    expect(body.errors).toBeUndefined()
    // the sample's plates have no roads
    expect(body.data.doorPlatesByIntersection).toEqual([])
  })

  it('are found near a point, the nearest first', async () => {
    const { id, location } = await somePlate()
    const { longitude, latitude } = location
    const { body } = await ask('DoorPlatesNear', { longitude, latitude, withinM: 5_000 })
    expect(body.errors).toBeUndefined()
    const plates = body.data.doorPlatesNear
    expect(plates).toHaveLength(10)
    expect(plates[0].distanceM).toBeLessThan(1)
    const metres = plates.map(({ distanceM }: { distanceM: number }) => distanceM)
    expect(metres).toEqual(metres.toSorted((one: number, other: number) => one - other))
    expect(plates.map((plate: { doorPlate: { id: string } }) => plate.doorPlate.id)).toContain(id)
  })

  it('reach no agency but this one', async () => {
    const others = ['household', 'tax', 'vehicle', 'welfare']
    const before = await countsOf(hub, others)
    await ask('DoorPlatesByAddress', { text: '甲仙區中正路1號' })
    expect(await countsOf(hub, others)).toEqual(before)
  })
})

describe('open data that was published', () => {
  it('is for anyone to download, with an ETag to ask by again', async () => {
    const folder = join(hub.dataDir, 'open-data', 'doorplates')
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'licence.txt'), '政府資料開放授權條款')
    const list = await fetch(`${hub.origin}/open-data`)
    expect(await list.json()).toEqual({ dataSets: ['doorplates'] })
    const url = `${hub.origin}/open-data/doorplates/licence.txt`
    const first = await fetch(url)
    expect(await first.text()).toBe('政府資料開放授權條款')
    expect(first.headers.get('cache-control')).toBe('public, max-age=3600')
    const again = await fetch(url, { headers: { 'if-none-match': first.headers.get('etag')! } })
    expect(again.status).toBe(304)
    expect((await fetch(`${hub.origin}/open-data/doorplates/none.csv`)).status).toBe(404)
  })
})

describe('a question that cannot be answered', () => {
  const point = { longitude: 120.6, latitude: 23.1 }
  it.each([
    ['DoorPlatesNear', { longitude: 23.1, latitude: 120.6 }, 'exchanged'],
    ['DoorPlatesNear', { longitude: 0, latitude: 0 }, 'Taiwan'],
    ['DoorPlatesNear', { ...point, withinM: 1_000_000 }, 'withinM'],
    ['DoorPlatesByArea', { townCode: "'; drop", village: '和安里' }, 'townCode'],
    ['DoorPlatesByArea', { townCode: JIAXIAN, village: '和安里', after: '%' }, 'after'],
    ['DoorPlatesByAddress', { text: '中'.repeat(4_000) }, 'text'],
    ['DoorPlatesByLandmark', { name: '中'.repeat(4_000) }, 'name'],
    ['DoorPlatesByIntersection', { roadA: '中'.repeat(201), roadB: '中正路' }, 'roadA'],
  ])('%s %j is refused and says why', async (operation, variables, reason) => {
    const { body } = await ask(operation, variables)
    expect(body.errors[0].extensions.code).toBe('BAD_USER_INPUT')
    expect(body.errors[0].message).toContain(reason)
  })

  it.each([
    ['DoorPlatesNear', { ...point, first: 101 }],
    ['DoorPlatesNear', { ...point, first: 0 }],
    ['DoorPlatesByArea', { townCode: JIAXIAN, village: '和安里', first: 1_000 }],
  ])('%s %j is refused before the agency is asked', async (operation, variables) => {
    const { body } = await ask(operation, variables)
    expect(body.errors[0].extensions.code).toBe('OPERATION_LIMIT')
    expect(body.errors[0].message).toContain('first')
  })

  // security.md I1, I2, I6
  it.each(["' OR 1=1--", '%', '_', '\\', '\u0000', '\ud800', '之1'.repeat(100), '('.repeat(200)])(
    'words as hostile as %j are read as words',
    async (text) => {
      for (const [operation, variables] of [
        ['DoorPlatesByAddress', { text }],
        ['DoorPlatesByLandmark', { name: text }],
        ['DoorPlatesByIntersection', { roadA: text, roadB: '中正路' }],
        ['DoorPlatesByArea', { townCode: JIAXIAN, village: text, road: text }],
      ] as const) {
        const { status, body } = await ask(operation, variables)
        expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined })
      }
    },
  )

  it.each(['NaN', 'Infinity', '"120.6"', '1e400'])(
    'a longitude of %s is refused',
    async (value) => {
      const query = operations.get('DoorPlatesNear')?.text
      const body = `{"query":${JSON.stringify(query)},"variables":{"longitude":${value},"latitude":23.1}}`
      const answer = await post(hub, body)
      expect(answer.body.errors[0].extensions.code).toMatch(
        /^(REQUEST_MALFORMED|VARIABLE_INVALID)$/,
      )
    },
  )
})
