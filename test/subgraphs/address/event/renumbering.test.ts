import { sql } from 'kysely'
import {
  newKey,
  openPlateOffice,
  versionOf,
  type Payload,
  type PlateOffice,
  type ReadPlate,
} from './plate-office.ts'

let office: PlateOffice
beforeAll(async () => {
  office = await openPlateOffice()
})
afterAll(() => office.close())

const TOWN = '64000330'
const event = () => ({ key: newKey(), effectiveDate: '2018-05-10' })
const street = async (road: string, numbers: readonly string[]): Promise<ReadPlate[]> => {
  const plates: ReadPlate[] = []
  for (const number of numbers) plates.push(await office.newPlate(number, { road }))
  return plates
}
const textsOf = ({ changes = [] }: Payload) => changes.map(({ text }) => text).toSorted()

describe('a whole road', () => {
  it('is shown before anything is done, and then done as it was shown 整編', async () => {
    const plates = await street('光華路', ['1號', '2號', '3號'])
    const input = { where: { townCode: TOWN, road: '光華路' }, to: { road: '復興路', section: 1 } }
    const before = await office.rows()
    const shown = await office.send('renumberDoorPlates', { ...event(), ...input, isPreview: true })
    expect(shown).toMatchObject({ isPreview: true, rejection: null })
    expect(textsOf(shown)).toEqual([
      '高雄市甲仙區和安里4鄰復興路一段1號',
      '高雄市甲仙區和安里4鄰復興路一段2號',
      '高雄市甲仙區和安里4鄰復興路一段3號',
    ])
    expect(await office.rows()).toEqual(before)

    const revision = shown.revision
    const done = await office.send('renumberDoorPlates', { ...event(), ...input, revision })
    expect(textsOf(done)).toEqual(textsOf(shown))
    for (const { before: old, after } of done.changes ?? []) {
      expect(old).toMatchObject({ status: 'ABOLISHED', successors: [{ id: after?.id }] })
      expect(after).toMatchObject({ status: 'ACTIVE', predecessors: [{ id: old.id }] })
    }
    const { outbox } = await office.rows()
    const told = (outbox as readonly { doorPlateId: string }[]).map(
      ({ doorPlateId }) => doorPlateId,
    )
    expect(told.toSorted()).toEqual(plates.map(({ id }) => id).toSorted())
  })

  it('may pass its numbers on from house to house', async () => {
    const [one, two, three] = await street('和平路', ['1號', '2號', '3號'])
    const numbers = [
      { id: one!.id, number: '2號' },
      { id: two!.id, number: '3號' },
      { id: three!.id, number: '1號' },
    ]
    const input = { where: { townCode: TOWN, road: '和平路' }, numbers }
    const { revision } = await office.send('renumberDoorPlates', {
      ...event(),
      ...input,
      isPreview: true,
    })
    const { changes } = await office.send('renumberDoorPlates', { ...event(), ...input, revision })
    const numberOf = Object.fromEntries(
      changes!.map(({ before, text }) => [before.id, text.slice(-2)]),
    )
    expect(numberOf).toEqual({ [one!.id]: '2號', [two!.id]: '3號', [three!.id]: '1號' })
  })

  it('of a village without road names gets its first road', async () => {
    await street(null as never, ['811號', '812號'])
    const where = { townCode: TOWN, village: '和安里', road: null, area: null, lane: null }
    const input = { where, to: { road: '新生路' } }
    const shown = await office.send('renumberDoorPlates', { ...event(), ...input, isPreview: true })
    expect(textsOf(shown)).toEqual([
      '高雄市甲仙區和安里4鄰新生路811號',
      '高雄市甲仙區和安里4鄰新生路812號',
    ])
  })

  it('in which a plate was changed since the preview is refused, and the change stays', async () => {
    const [first] = await street('文化南路', ['1號', '2號'])
    const input = { where: { townCode: TOWN, road: '文化南路' }, to: { road: '文化北路' } }
    const { revision } = await office.send('renumberDoorPlates', {
      ...event(),
      ...input,
      isPreview: true,
    })
    await office.send('abolishDoorPlate', { ...event(), doorPlate: versionOf(first!) })
    const before = await office.rows()
    const late = await office.send('renumberDoorPlates', { ...event(), ...input, revision })
    expect(late).toMatchObject({ changes: [], rejection: { code: 'CONFLICT' } })
    expect(await office.rows()).toEqual(before)
  })

  it('sent again under its key answers what was done and does nothing twice', async () => {
    await street('五里路', ['1號', '2號'])
    const input = { where: { townCode: TOWN, road: '五里路' }, to: { road: '五里新路' } }
    const { revision } = await office.send('renumberDoorPlates', {
      ...event(),
      ...input,
      isPreview: true,
    })
    const request = { ...event(), ...input, revision }
    const first = await office.send('renumberDoorPlates', request)
    const before = await office.rows()
    expect(await office.send('renumberDoorPlates', request)).toEqual(first)
    expect(await office.rows()).toEqual(before)
  })

  it('of 500 plates is one statement for each table', async () => {
    await street('長路', ['1號'])
    await sql`insert into door_plate (id, address_key, text, raw, town_code, village, village_code,
        neighborhood, road, number, is_synthetic, location)
      select id || '-' || n, replace(address_key, '長路1號', '長路' || n || '號'),
        replace(text, '長路1號', '長路' || n || '號'), raw, town_code, village, village_code,
        neighborhood, road, n, is_synthetic, location
      from door_plate, generate_series(2, 500) n where road = '長路'`.execute(
      office.desk.database.db,
    )
    const input = { where: { townCode: TOWN, road: '長路' }, to: { road: '短路' } }
    const { revision } = await office.send('renumberDoorPlates', {
      ...event(),
      ...input,
      isPreview: true,
    })
    const { changes } = await office.send('renumberDoorPlates', { ...event(), ...input, revision })
    expect(changes).toHaveLength(500)
    expect(office.desk.statements().length).toBeLessThanOrEqual(20)
  })

  it.each([
    ['PREVIEW_NEEDED', { where: { townCode: TOWN, road: '中山路' } }],
    ['STREET_EMPTY', { where: { townCode: TOWN, road: '沒有路' }, isPreview: true }],
    ['STREET_MISSING', { where: { townCode: TOWN }, isPreview: true }],
    ['STREET_MISSING', { where: { townCode: TOWN, road: null }, isPreview: true }],
    ['OUTSIDE_OFFICE', { where: { townCode: '64000310', road: '中山路' }, isPreview: true }],
    ['TOWN_UNKNOWN', { where: { townCode: '00000000', road: '中山路' }, isPreview: true }],
    ['ADDRESS_SAME', { where: { townCode: TOWN, road: '中山路' }, isPreview: true }],
    [
      'ADDRESS_TAKEN',
      { where: { townCode: TOWN, road: '中山路' }, to: { road: '大同路' }, isPreview: true },
    ],
    [
      'PLATE_UNKNOWN',
      {
        where: { townCode: TOWN, road: '中山路' },
        numbers: [{ id: 'dp-none', number: '1號' }],
        isPreview: true,
      },
    ],
  ])('is refused with %s for %o', async (code, more) => {
    const { plates } = await office.rows()
    if (!plates.some((plate) => (plate as { road: string | null }).road === '大同路')) {
      await street('中山路', ['1號'])
      await street('大同路', ['1號'])
    }
    const before = await office.rows()
    const { rejection } = await office.send('renumberDoorPlates', { ...event(), ...more })
    expect(rejection?.code).toBe(code)
    expect(await office.rows()).toEqual(before)
  })
})
