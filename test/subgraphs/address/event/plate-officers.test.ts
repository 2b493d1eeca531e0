import { newKey, OFFICER, openPlateOffice, versionOf, type PlateOffice } from './plate-office.ts'

let office: PlateOffice
beforeAll(async () => {
  office = await openPlateOffice()
})
afterAll(() => office.close())

const event = () => ({ key: newKey(), effectiveDate: '2018-05-10' })

describe('two officers', () => {
  it('over one plate: the second is told CONFLICT, and what the first did stays', async () => {
    const read = await office.newPlate('201號')
    const change = (number: string) => ({
      ...event(),
      doorPlate: versionOf(read),
      address: { number },
    })
    const answers = await Promise.all([
      office.send('changeDoorPlate', change('203號')),
      office.send('changeDoorPlate', change('205號'), { sub: 'officer-2' }),
    ])
    const won = answers.find(({ rejection }) => rejection === null)
    const lost = answers.find(({ rejection }) => rejection !== null)
    expect(lost).toMatchObject({ doorPlate: null, rejection: { code: 'CONFLICT' } })
    const { successors } = await office.plate(read.id)
    expect(successors).toEqual([{ id: won?.doorPlate?.id }])
  })

  it('of another office may not touch the plate', async () => {
    const doorPlate = versionOf(await office.newPlate('211號'))
    const { rejection } = await office.send(
      'abolishDoorPlate',
      { ...event(), doorPlate },
      { agency: 'MN_HRO' },
    )
    expect(rejection?.code).toBe('OUTSIDE_OFFICE')
  })
})

describe('a request sent again', () => {
  it('under its key does nothing twice and gets the same answer', async () => {
    const base = await office.newPlate('301號')
    const input = {
      ...event(),
      doorPlate: versionOf(base),
      addresses: [{ number: '301之1號' }, { number: '301之2號' }],
    }
    const first = await office.send('addDoorPlates', input)
    const before = await office.rows()
    expect(await office.send('addDoorPlates', input)).toEqual(first)
    expect(await office.rows()).toEqual(before)
  })

  it('by two connections at once acts once', async () => {
    const old = await office.newPlate('311號')
    const input = { ...event(), doorPlate: versionOf(old), address: { number: '313號' } }
    const [one, two] = await Promise.all([
      office.send('changeDoorPlate', input),
      office.send('changeDoorPlate', input),
    ])
    expect(one).toEqual(two)
    expect(one.rejection).toBeNull()
    const { outbox } = await office.rows()
    const told = outbox as readonly { readonly doorPlateId: string }[]
    expect(told.filter(({ doorPlateId }) => doorPlateId === old.id)).toHaveLength(1)
  })

  it('with something else under the key is refused', async () => {
    const old = await office.newPlate('321號')
    const input = { ...event(), doorPlate: versionOf(old), address: { number: '323號' } }
    await office.send('changeDoorPlate', input)
    const { rejection } = await office.send('changeDoorPlate', {
      ...input,
      address: { number: '325號' },
    })
    expect(rejection?.code).toBe('KEY_USED')
  })

  it('after a refusal under the same key is judged anew', async () => {
    const old = await office.newPlate('331號')
    const input = { ...event(), doorPlate: versionOf(old), address: { number: '331號' } }
    expect((await office.send('changeDoorPlate', input)).rejection?.code).toBe('ADDRESS_SAME')
    const other = { ...input, address: { number: '333號' } }
    expect((await office.send('changeDoorPlate', other)).rejection).toBeNull()
  })
})

describe('Z24 a caller without the scope', () => {
  it('is refused by the agency itself and leaves nothing behind', async () => {
    const plate = await office.newPlate('401號')
    const before = await office.rows()
    const query = `mutation ($input: AbolishDoorPlateInput!) {
      abolishDoorPlate(input: $input) { doorPlate { id } } }`
    const input = { ...event(), doorPlate: versionOf(plate) }
    for (const scopes of [[], ['tax:bills']]) {
      const { errors } = await office.desk.ask(query, { input }, { ...OFFICER, scopes })
      expect(errors?.[0]?.extensions.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE')
    }
    expect(await office.rows()).toEqual(before)
  })
})
