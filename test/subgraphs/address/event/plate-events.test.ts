import {
  DAY,
  newKey,
  openPlateOffice,
  PLACE,
  versionOf,
  type PlateOffice,
  type ReadPlate,
} from './plate-office.ts'

let office: PlateOffice
beforeAll(async () => {
  office = await openPlateOffice()
})
afterAll(() => office.close())

const event = () => ({ key: newKey(), effectiveDate: '2018-05-10' })
const revisions = async (plate: ReadPlate) => {
  const { outbox } = await office.rows()
  const rows = outbox as readonly { readonly doorPlateId: string }[]
  return rows.filter(({ doorPlateId }) => doorPlateId === plate.id)
}

describe('a new building 初編', () => {
  it('gets a plate in the canonical form, in force from its day, and nobody is notified', async () => {
    const plate = await office.newPlate('24號之2', { section: 2, lane: '７８巷' })
    expect(plate).toMatchObject({
      text: '高雄市甲仙區和安里4鄰中正路二段78巷24之2號',
      status: 'ACTIVE',
      version: 1,
      validFrom: DAY,
      validTo: null,
      predecessors: [],
    })
    expect(await revisions(plate)).toEqual([])
  })

  it('is made up where all plates of its village are made up, and real elsewhere', async () => {
    const made = await office.newPlate('901號', { village: '東安里' })
    const real = await office.newPlate('901號', { village: '小林里' })
    expect([made.isSynthetic, real.isSynthetic]).toEqual([true, false])
  })

  it.each([
    ['ADDRESS_TAKEN', { number: '700號' }],
    ['VILLAGE_UNKNOWN', { village: '不明里' }],
    ['TOWN_UNKNOWN', { townCode: '63000010' }],
    ['OUTSIDE_OFFICE', { townCode: '64000310', village: '中壇里' }],
    ['ADDRESS_INVALID', { number: '號' }],
    ['ADDRESS_INVALID', { number: '5號; drop table door_plate' }],
    ['ADDRESS_INVALID', { road: "' or 1=1 --" }],
    ['ADDRESS_INVALID', { road: '%' }],
    ['ADDRESS_INVALID', { lane: '78弄' }],
    ['ADDRESS_INVALID', { road: null, section: 2 }],
    ['ADDRESS_INVALID', { neighborhood: -1 }],
    ['LOCATION_INVALID', { location: { longitude: 121.5, latitude: 25 } }],
    ['LOCATION_INVALID', { location: { longitude: 23.0846, latitude: 120.5893 } }],
  ])('is refused with %s for %o, and nothing is written', async (code, more) => {
    if (code === 'ADDRESS_TAKEN') await office.newPlate('700號')
    const before = await office.rows()
    const address = { townCode: '64000330', village: '和安里', neighborhood: 4, road: '中正路' }
    const { rejection, doorPlate } = await office.send('assignDoorPlate', {
      ...event(),
      address: { ...address, number: '701號', location: PLACE, ...more },
    })
    expect([rejection?.code, doorPlate]).toEqual([code, null])
    expect(await office.rows()).toEqual(before)
  })
})

describe('a plate with another address 改編', () => {
  it('gives way to a new plate from that day, and both know each other', async () => {
    const old = await office.newPlate('1號')
    const { doorPlate } = await office.send('changeDoorPlate', {
      ...event(),
      doorPlate: versionOf(old),
      address: { road: '文化路', number: '12號三樓之1' },
    })
    expect(doorPlate).toMatchObject({
      text: '高雄市甲仙區和安里4鄰文化路12號3樓之1',
      status: 'ACTIVE',
      validFrom: '2018-05-10',
      predecessors: [{ id: old.id }],
    })
    expect(await office.plate(old.id)).toMatchObject({
      text: old.text,
      status: 'ABOLISHED',
      validTo: '2018-05-09',
      version: 2,
      successors: [{ id: doorPlate?.id }],
    })
  })

  it('puts one notice in the outbox, with addresses and no person', async () => {
    const old = await office.newPlate('3號')
    const change = { ...event(), doorPlate: versionOf(old), address: { number: '5號' } }
    const { doorPlate } = await office.send('changeDoorPlate', change)
    expect(await revisions(old)).toEqual([
      expect.objectContaining({
        type: 'DOORPLATE_REVISE',
        publishedAt: null,
        payload: {
          kind: 'CHANGE',
          effectiveDate: '2018-05-10',
          oldDoorPlateId: old.id,
          oldText: old.text,
          newDoorPlateId: doorPlate?.id,
          newText: doorPlate?.text,
        },
      }),
    ])
  })

  it('stays the same plate where only the door moved', async () => {
    const old = await office.newPlate('7號')
    const { doorPlate } = await office.send('changeDoorPlate', {
      ...event(),
      doorPlate: versionOf(old),
      address: { location: { ...PLACE, longitude: 120.5899 } },
    })
    expect(doorPlate).toMatchObject({ id: old.id, version: 2, successors: [] })
    expect(await revisions(old)).toEqual([])
  })

  it('keeps one day in force where it is changed on its first', async () => {
    const old = await office.newPlate('9號')
    const change = { ...event(), effectiveDate: DAY, doorPlate: versionOf(old) }
    await office.send('changeDoorPlate', { ...change, address: { number: '11號' } })
    expect(await office.plate(old.id)).toMatchObject({ validFrom: DAY, validTo: DAY })
  })

  it.each([
    ['DATE_INVALID', { effectiveDate: '2018-05-11' }],
    ['DATE_INVALID', { effectiveDate: '2018-04-30' }],
    ['ADDRESS_SAME', { address: {} }],
    ['ADDRESS_SAME', { address: { road: '中正路' } }],
    ['ADDRESS_INVALID', { address: { number: null } }],
    ['VILLAGE_UNKNOWN', { address: { village: null } }],
    ['INPUT_INVALID', { key: '' }],
    ['INPUT_INVALID', { key: 'k'.repeat(101) }],
    ['INPUT_INVALID', { reason: '\u0000' }],
  ])('is refused with %s for %o', async (code, more) => {
    const old = await office.newPlate(`20之${newKey().slice(4)}號`)
    const before = await office.rows()
    const change = { ...event(), doorPlate: versionOf(old), address: { number: '99號' }, ...more }
    expect((await office.send('changeDoorPlate', change)).rejection?.code).toBe(code)
    expect(await office.rows()).toEqual(before)
  })
})

describe('units, mergers and ends', () => {
  it('units of a split building get plates that come from its own 增編', async () => {
    const base = await office.newPlate('101號')
    const { doorPlates } = await office.send('addDoorPlates', {
      ...event(),
      doorPlate: versionOf(base),
      addresses: [{ number: '101之1號' }, { number: '101之2號' }],
    })
    expect(doorPlates?.map(({ text }) => text.slice(-6))).toEqual(['101之1號', '101之2號'])
    expect(doorPlates?.map(({ predecessors }) => predecessors)).toEqual([
      [{ id: base.id }],
      [{ id: base.id }],
    ])
    expect(await office.plate(base.id)).toMatchObject({ status: 'ACTIVE', version: 2 })
    expect(await revisions(base)).toEqual([])
  })

  it('merged plates end in the one that stays, each with a notice of its own 合併', async () => {
    const kept = await office.newPlate('111號')
    const merged = [await office.newPlate('113號'), await office.newPlate('115號')]
    const input = { ...event(), kept: versionOf(kept), merged: merged.map(versionOf) }
    const { doorPlate } = await office.send('mergeDoorPlates', input)
    expect(doorPlate).toMatchObject({ id: kept.id, status: 'ACTIVE', version: 2 })
    expect(doorPlate?.predecessors).toHaveLength(2)
    for (const plate of merged) {
      expect(await office.plate(plate.id)).toMatchObject({
        status: 'ABOLISHED',
        successors: [{ id: kept.id }],
      })
      expect(await revisions(plate)).toHaveLength(1)
    }
  })

  it('one plate twice in a merger is refused', async () => {
    const kept = versionOf(await office.newPlate('121號'))
    const input = { ...event(), kept, merged: [kept] }
    expect((await office.send('mergeDoorPlates', input)).rejection?.code).toBe('PLATE_REPEATED')
    expect((await office.send('mergeDoorPlates', { ...input, merged: [] })).rejection?.code).toBe(
      'COUNT_INVALID',
    )
  })

  it('an abolished plate leaves its address to another building 廢止', async () => {
    const old = await office.newPlate('131號')
    const { doorPlate } = await office.send('abolishDoorPlate', {
      ...event(),
      doorPlate: versionOf(old),
    })
    expect(doorPlate).toMatchObject({ id: old.id, status: 'ABOLISHED', validTo: '2018-05-09' })
    const again = versionOf(doorPlate!)
    const { rejection } = await office.send('reissueDoorPlate', { ...event(), doorPlate: again })
    expect(rejection?.code).toBe('PLATE_ABOLISHED')
    const next = await office.newPlate('131號')
    expect(next).toMatchObject({ text: old.text, status: 'ACTIVE' })
    expect(next.id).not.toBe(old.id)
  })

  it('a sign handed out anew changes no address 補發', async () => {
    const old = await office.newPlate('141號')
    const input = { ...event(), doorPlate: versionOf(old), reason: '門牌毀損' }
    const { doorPlate } = await office.send('reissueDoorPlate', input)
    expect(doorPlate).toEqual({ ...old, version: 2 })
    const { events } = await office.rows()
    expect(events).toContainEqual(
      expect.objectContaining({
        kind: 'REISSUE',
        reason: '門牌毀損',
        actor: 'officer-1',
        officeCode: 'QS_HRO',
      }),
    )
  })

  it('a plate that is not there is refused', async () => {
    const input = { ...event(), doorPlate: { id: 'dp-none', version: 1 } }
    expect((await office.send('abolishDoorPlate', input)).rejection?.code).toBe('PLATE_UNKNOWN')
  })
})
