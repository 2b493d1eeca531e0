import { createPlateDesk, type PlateDesk } from '../../../../subgraphs/address/event/plate-desk.ts'
import { counts, openImportDesk, type ImportDesk } from '../import-desk.ts'
import { jiaxianRow, OPEN_DATA_HEADER } from '../plate-rows.ts'
import { officerScope } from './officer-scope.ts'

let desk: ImportDesk
let officer: PlateDesk
beforeAll(async () => {
  desk = await openImportDesk()
  officer = createPlateDesk(desk.database.db, officerScope, () => undefined)
})
afterAll(() => desk.close())

const file = (...numbers: readonly string[]): string =>
  [OPEN_DATA_HEADER, ...numbers.map((number) => jiaxianRow({ number }))].join('\n')
const inForce = async () => {
  const plates = await desk.database.db
    .selectFrom('doorPlate')
    .select(['id', 'text', 'status'])
    .orderBy('number')
    .execute()
  return plates.map(({ text, status }) => `${text.slice(-3)} ${status}`)
}

describe('a file that is older than an event', () => {
  it('undoes nothing: the changed plate stays out of force, the new one in force', async () => {
    await desk.take(file('10號', '20號'))
    const plates = await desk.database.db
      .selectFrom('doorPlate')
      .select(['id', 'version'])
      .orderBy('number')
      .execute()
    const [plate] = plates
    const { rejection } = await officer.change({
      key: 'change',
      effectiveDate: '2018-05-10',
      doorPlate: plate!,
      address: { number: '30號' },
    })
    expect(rejection).toBeNull()
    expect(await inForce()).toEqual(['10號 ABOLISHED', '20號 ACTIVE', '30號 ACTIVE'])
    expect(await desk.take(file('10號', '20號'))).toEqual(counts({ unchanged: 2 }))
    expect(await inForce()).toEqual(['10號 ABOLISHED', '20號 ACTIVE', '30號 ACTIVE'])
    // the next file has the new address: it is the officer's plate
    expect(await desk.take(file('20號', '30號'))).toMatchObject({ imported: 0 })
    expect(await inForce()).toEqual(['10號 ABOLISHED', '20號 ACTIVE', '30號 ACTIVE'])
  })

  it('while an event is under way waits for it, and ends as if it had come after', async () => {
    const plates = await desk.database.db
      .selectFrom('doorPlate')
      .select(['id', 'version'])
      .where('status', '=', 'ACTIVE')
      .where('number', '=', 20)
      .execute()
    const change = officer.change({
      key: 'meanwhile',
      effectiveDate: '2018-05-10',
      doorPlate: plates[0]!,
      address: { number: '40號' },
    })
    const [{ rejection }] = await Promise.all([change, desk.take(file('20號', '30號'))])
    expect(rejection).toBeNull()
    expect(await inForce()).toEqual([
      '10號 ABOLISHED',
      '20號 ABOLISHED',
      '30號 ACTIVE',
      '40號 ACTIVE',
    ])
  })
})
