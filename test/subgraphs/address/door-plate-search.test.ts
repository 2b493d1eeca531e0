import { findByAddress } from '../../../subgraphs/address/search/find-by-address.ts'
import { findByLandmark } from '../../../subgraphs/address/search/find-by-landmark.ts'
import { findInArea } from '../../../subgraphs/address/search/find-in-area.ts'
import { findIntersections } from '../../../subgraphs/address/search/find-intersections.ts'
import {
  countPlatesOfArea,
  findPlatesNear,
} from '../../../subgraphs/address/search/plate-queries.ts'
import { toTwd97 } from '../../../subgraphs/address/location/twd97.ts'
import { openImportDesk, type ImportDesk } from './import-desk.ts'
import { jiaxianRow, OPEN_DATA_HEADER } from './plate-rows.ts'

const [X, Y] = [120.6233, 23.1165]
/** About 10 m of longitude. */
const STEP = 0.0001

let desk: ImportDesk
beforeAll(async () => {
  desk = await openImportDesk()
  const rows = [
    ...[1, 3, 5, 11, 13].map((number) =>
      jiaxianRow({ number: `${number}號`, x: X + number * STEP, y: Y }),
    ),
    jiaxianRow({ number: '5之2號', x: X + 5.3 * STEP, y: Y }),
    jiaxianRow({ number: '13號二樓', x: X + 13 * STEP, y: Y }),
    jiaxianRow({ number: '13號二樓之1', x: X + 13 * STEP, y: Y }),
    jiaxianRow({ road: '文化路', section: '二段', number: '7號' }),
    jiaxianRow({ road: '文化路', lane: '五巷', number: '7號' }),
    jiaxianRow({ road: '永福街', number: '2號', x: X + 3 * STEP, y: Y + 0.0002 }),
    jiaxianRow({ road: '永福街', number: '40號', x: X + 3 * STEP, y: Y + 0.009 }),
    jiaxianRow({ road: '本■路', number: '9號' }),
    jiaxianRow({ road: '中山路', number: '8號' }),
    jiaxianRow({ road: '中山路', number: '8號', village: '東安里', code: '6403300-001' }),
    jiaxianRow({ road: '', number: '212號', neighborhood: 2 }),
    jiaxianRow({ road: '', number: '212號', neighborhood: 3 }),
  ]
  await desk.take([OPEN_DATA_HEADER, ...rows].join('\n'))
})
afterAll(() => desk.close())

const ask = async (text: string, first = 10) => findByAddress(desk.database.db, text, first)
const best = async (text: string): Promise<string> => {
  const [match] = (await ask(text)).matches
  return match
    ? `${match.quality} ${match.doorPlate.text.replace('高雄市甲仙區和安里', '')}`
    : 'none'
}

describe('a plate by its address', () => {
  it.each([
    ['高雄市甲仙區和安里4鄰中正路5之2號', 'EXACT 4鄰中正路5之2號'],
    ['高雄市甲仙區和安里４鄰中正路５號之２', 'CANONICAL 4鄰中正路5之2號'],
    ['高雄縣甲仙鄉和安村中正路5-2', 'CANONICAL 4鄰中正路5之2號'],
    ['甲仙中正路五號', 'CANONICAL 4鄰中正路5號'],
    ['847高雄市甲仙區中正路13號2F-1', 'CANONICAL 4鄰中正路13號2樓之1'],
    ['文化路5巷7號', 'CANONICAL 4鄰文化路5巷7號'],
    ['文化路2段7號', 'CANONICAL 4鄰文化路二段7號'],
    ['和安里3鄰212號', 'CANONICAL 3鄰212號'],
  ])('%s is %s', async (text, expected) => expect(await best(text)).toBe(expected))

  it.each([
    ['a storey that has no plate', '中正路5號9樓', 'BUILDING 4鄰中正路5號'],
    ['a suffix that has no plate', '中正路5之9號', 'NEAREST_NUMBER 4鄰中正路5號'],
    ['a section that was left out', '文化路7號', 'SUGGESTION 4鄰文化路二段7號'],
    ['another village', '甲仙區東安里中正路11號', 'SUGGESTION 4鄰中正路11號'],
    ['a name one character off', '中證路11號', 'SUGGESTION 4鄰中正路11號'],
    ['a name that lost a character at its source', '本館路9號', 'SUGGESTION 4鄰本?路9號'],
  ])('is never a silent guess for %s', async (_what, text, expected) => {
    expect(await best(`甲仙區${text.replace('甲仙區', '')}`)).toBe(expected)
  })

  it('that fits twice is told to be ambiguous, both first', async () => {
    const { matches } = await ask('甲仙區中山路8號')
    expect(matches.map(({ quality, doorPlate }) => [quality, doorPlate.village])).toEqual([
      ['AMBIGUOUS', expect.any(String)],
      ['AMBIGUOUS', expect.any(String)],
    ])
  })

  it('that is missing leads to the nearest numbers of its side, with metres', async () => {
    const { matches } = await ask('甲仙區中正路7號', 3)
    expect(matches.map(({ quality, doorPlate }) => `${quality} ${doorPlate.number}`)).toEqual([
      'NEAREST_NUMBER 5',
      'NEAREST_NUMBER 3',
      'NEAREST_NUMBER 11',
    ])
    // 7 would stand a third of the way from 5 to 11, some 20 m from 5
    expect(matches[0]?.distanceM).toBeGreaterThan(15)
    expect(matches[0]?.distanceM).toBeLessThan(25)
  })

  it('of two numbers in one line is both plates', async () => {
    const { matches } = await ask('甲仙區中正路11、13號')
    const sure = matches.filter(({ quality }) => quality === 'CANONICAL')
    expect(sure.map(({ doorPlate }) => doorPlate.number)).toEqual([11, 13])
  })

  it('of crossroads is a suggestion of the plates there', async () => {
    const { parsed, matches } = await ask('甲仙區中正路近永福街口')
    expect(parsed.kind).toBe('CROSSROADS')
    expect(matches[0]?.quality).toBe('SUGGESTION')
    expect(['中正路', '永福街']).toContain(matches[0]?.doorPlate.road)
  })

  it.each(['台29線25K+300', '臺北市中正區中正路5號', '', '212號', '高雄市甲仙區'])(
    '%s has no match',
    async (text) => expect((await ask(text)).matches).toEqual([]),
  )

  // security.md I1, I5
  it.each([
    "中正路' OR 1=1--號5號",
    "' OR 1=1--",
    '%',
    '中正_5號',
    '中正%5號',
    '\\',
    '中正路\u00005號',
    '中正路\ud8005號',
    '中正路5號'.repeat(800),
    '中正路5號; drop table door_plate',
  ])('as hostile as %j is only words', async (text) => {
    const { matches } = await ask(text)
    expect(matches.every(({ doorPlate }) => doorPlate.road === '中正路')).toBe(true)
    expect(matches.length).toBeLessThanOrEqual(10)
  })
})

describe('the plates of a village', () => {
  const question = {
    townCode: '64000330',
    village: '和安里',
    neighborhood: null,
    road: null,
    first: 5,
    after: null,
  }

  it('come in pages without a gap or a repeat', async () => {
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof findInArea>> = await findInArea(desk.database.db, {
        ...question,
        after,
      })
      seen.push(...page.nodes.map(({ id }) => id))
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after !== null)
    const { area } = await findInArea(desk.database.db, question)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength(await countPlatesOfArea(desk.database.db, area))
    expect(seen).toHaveLength(16)
  })

  it.each([
    ['和安', null, null, 16],
    ['和安村', 4, null, 14],
    ['和安里', 4, '中正路', 8],
    ['和安里', null, '文化路2段', 1],
    ['和安里', null, '%', 0],
    ['小林里', null, null, 0],
  ])('%s, neighbourhood %s, road %s are %d', async (village, neighborhood, road, count) => {
    const page = await findInArea(desk.database.db, {
      ...question,
      village,
      neighborhood,
      road,
      first: 100,
    })
    expect(page.nodes).toHaveLength(count)
    expect(page.pageInfo.hasNextPage).toBe(false)
  })

  it('refuse a cursor of another making', async () => {
    const asked = findInArea(desk.database.db, { ...question, after: "' or 1=1" })
    await expect(asked).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  })
})

describe('plates near a place', () => {
  it('are told with metres, the nearest first, none beyond the limit', async () => {
    const plates = await findPlatesNear(desk.database.db, [toTwd97(X + 13 * STEP, Y)], {
      first: 9,
      withinM: 25,
    })
    expect(plates.map(({ number, distanceM }) => [number, Math.round(distanceM)])).toEqual([
      [13, 0],
      [13, 0],
      [13, 0],
      [11, 21],
    ])
  })

  it('are found around every point in one statement', async () => {
    const points = [toTwd97(X + STEP, Y), toTwd97(121.5, 25.03), toTwd97(X + 13 * STEP, Y)]
    const plates = await findPlatesNear(desk.database.db, points, { first: 1, withinM: 200 })
    expect(plates.map(({ point, number }) => [point, number])).toEqual([
      [0, 1],
      [2, 13],
    ])
  })
})

describe('crossroads', () => {
  it.each([
    ['中正路', '永福街'],
    ['永福街', '中正路'],
  ])('of %s and %s lie between the nearest plates of both', async (roadA, roadB) => {
    const corners = await findIntersections(desk.database.db, { roadA, roadB, townCode: null }, 2)
    expect(corners).toHaveLength(1)
    expect(corners[0]).toMatchObject({ town: '甲仙區', quality: 'INFERRED_NEAR' })
    expect(corners[0]?.gapM).toBeLessThan(25)
    expect(corners[0]?.nearest).toHaveLength(2)
  })

  it.each([
    ['中正路', '中正路'],
    ['中正路', '無此路'],
    ['%', '_'],
    ['', "'"],
  ])('of %s and %s are none', async (roadA, roadB) => {
    expect(await findIntersections(desk.database.db, { roadA, roadB, townCode: null }, 2)).toEqual(
      [],
    )
  })
})

describe('landmarks', () => {
  it.each([
    ['甲仙國小', '甲仙國小'],
    ['甲仙國民小學', '甲仙國小'],
    ['化石館', '甲仙化石館'],
    ['旗山戶政事務所', '高雄市旗山戶政事務所'],
  ])('%s is %s first', async (name, expected) => {
    const [match] = await findByLandmark(desk.database.db, name, 2)
    expect(match?.landmark.name).toBe(expected)
  })

  it('without a known place have no plates near them, and say so', async () => {
    const [bridge] = await findByLandmark(desk.database.db, '甲仙大橋', 2)
    expect(bridge).toMatchObject({ landmark: { location: null, precision: null }, nearest: [] })
  })

  it.each(['%', '_', '\\', '', "' or 1=1", '\u0000'])('%j is no name of any', async (name) => {
    expect(await findByLandmark(desk.database.db, name, 2)).toEqual([])
  })

  it('are each in a town of the nine districts, with their source', async () => {
    const rows = await desk.database.db.selectFrom('landmark').selectAll().execute()
    expect(rows.length).toBeGreaterThan(55)
    for (const { townCode, source } of rows) {
      expect(townCode).toMatch(/^640003[0-8]0$/)
      expect(source).not.toBe('')
    }
  })
})
