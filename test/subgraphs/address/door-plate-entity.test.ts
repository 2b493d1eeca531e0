import { findAreas, type Database } from '../../../subgraphs/address/queries.ts'
import { subgraph } from '../../../subgraphs/address/index.ts'
import { generatePopulation } from '../../../subgraphs/_kit/population/generate-population.ts'
import { openAgencyDesk, type AgencyDesk } from '../../support/agency-desk.ts'

const PLATE = `... on DoorPlate {
  id text status townCode town village villageCode neighborhood area number isSynthetic
  location { longitude latitude easting northing }
  validFrom predecessors { id text } successors { id text } authority { code name }
}`

let desk: AgencyDesk<Database>
beforeAll(async () => {
  const [village] = generatePopulation({ scale: 'jiaxian', seed: 107, today: '2018-05-10' })
  desk = await openAgencyDesk<Database>(subgraph, village ? [village] : [])
})
afterAll(() => desk.close())

const reference = (id: string) => ({ __typename: 'DoorPlate', id })
const sampleIds = async (count: number): Promise<readonly string[]> => {
  const rows = await desk.database.db
    .selectFrom('doorPlate')
    .select('id')
    .orderBy('id')
    .limit(count)
    .execute()
  return rows.map(({ id }) => id)
}

describe('a door plate of the sample', () => {
  it('is answered to anyone, marked synthetic, with its place in both systems', async () => {
    const [id = ''] = await sampleIds(1)
    const { data, errors } = await desk.entities(PLATE, [reference(id)], [])
    expect(errors).toBeUndefined()
    expect(data._entities[0]).toMatchObject({
      id,
      status: 'ACTIVE',
      town: '甲仙區',
      isSynthetic: true,
      validFrom: null,
      predecessors: [],
      successors: [],
      authority: { code: 'QS_HRO', name: '高雄市旗山戶政事務所' },
    })
    const { location, text } = data._entities[0]
    expect(text).toMatch(/^高雄市甲仙區.+里\d+鄰.*\d+號$/)
    expect(location.longitude).toBeCloseTo(120.62, 0)
    expect(location.northing).toBeGreaterThan(location.easting)
  })

  it('costs one statement, however many are asked for', async () => {
    const ids = await sampleIds(20)
    const { data } = await desk.entities(PLATE, ids.map(reference), [])
    expect(data._entities.map(({ id }: { id: string }) => id)).toEqual(ids)
    expect(desk.statements()).toHaveLength(1)
  })

  it('is null where there is none of that id', async () => {
    const { data, errors } = await desk.entities(PLATE, [reference('dp-none')], [])
    expect(errors).toBeUndefined()
    expect(data._entities).toEqual([null])
  })

  it('names the plates before and after it', async () => {
    const [older = '', newer = ''] = await sampleIds(2)
    await desk.database.db
      .insertInto('doorPlateLink')
      .values({ predecessorId: older, successorId: newer })
      .execute()
    const { data } = await desk.entities(PLATE, [older, newer].map(reference), [])
    expect(data._entities[0].successors).toEqual([{ id: newer, text: data._entities[1].text }])
    expect(data._entities[1].predecessors).toEqual([{ id: older, text: data._entities[0].text }])
  })
})

describe('administrative areas', () => {
  it('of Jiaxian are its seven villages in the order of their codes', async () => {
    const villages = await findAreas(desk.database.db, 'VILLAGE', '64000330')
    expect(villages.map(({ name }) => name).join(' ')).toBe(
      '東安里 西安里 和安里 大田里 寶隆里 關山里 小林里',
    )
    expect(villages[2]?.code).toBe('64000330003')
  })

  it('keep the names of 高雄縣 days', async () => {
    const towns = await findAreas(desk.database.db, 'TOWN', '64000')
    expect(towns).toHaveLength(38)
    expect(towns.find(({ code }) => code === '64000330')).toMatchObject({
      name: '甲仙區',
      zip: '847',
      formerNames: ['高雄縣甲仙鄉'],
    })
    expect(towns.find(({ code }) => code === '64000380')?.formerNames).toEqual([
      '高雄縣那瑪夏鄉',
      '高雄縣三民鄉',
    ])
  })

  it('hold the 99 villages of the nine rural districts', async () => {
    expect(await findAreas(desk.database.db, 'VILLAGE', null)).toHaveLength(99)
  })
})
