import {
  CHANGED_PERSON_FORMER_NATIONAL_ID,
  CHANGED_PERSON_NATIONAL_ID,
  DEMO_CITIZEN_NATIONAL_ID,
} from '../../../subgraphs/_kit/population/demo.ts'
import { motorOf, openMotorDesk, SCOPES, type MotorDesk } from './motor-desk.ts'

let desk: MotorDesk

beforeAll(async () => {
  desk = await openMotorDesk()
})
afterAll(() => desk.close())

describe('a vehicle by its id', () => {
  it('is null where there is none', async () => {
    const representations = [{ __typename: 'Vehicle', id: 've-nobody' }]
    const answer = await desk.entities('... on Vehicle { plateNo }', representations, SCOPES)
    expect(answer.data._entities).toEqual([null])
  })

  it('stays the same vehicle when its plates change, and another may bear the old one', async () => {
    const { db } = desk.database
    const [first, second] = await db
      .selectFrom('vehicle')
      .innerJoin('plate', 'plate.vehicleId', 'vehicle.id')
      .select(['vehicle.id', 'plate.displayNo', 'plate.plateNo'])
      .where('plate.validTo', 'is', null)
      .limit(2)
      .execute()
    const bear = (vehicleId: string, validFrom: string, plateNo: string, displayNo: string) =>
      db
        .insertInto('plate')
        .values({ vehicleId, validFrom, validTo: null, plateNo, displayNo })
        .execute()
    const end = (vehicleId: string, validTo: string) =>
      db
        .updateTable('plate')
        .set({ validTo })
        .where('vehicleId', '=', vehicleId)
        .where('validTo', 'is', null)
        .execute()
    await end(first!.id, '2018-05-01')
    await bear(first!.id, '2018-05-01', 'ZZZ9999', 'ZZZ-9999')
    await end(second!.id, '2018-05-02')
    await bear(second!.id, '2018-05-02', first!.plateNo, first!.displayNo)

    const representations = [first!, second!].map(({ id }) => ({ __typename: 'Vehicle', id }))
    const answer = await desk.entities(
      '... on Vehicle { id plateNo formerPlates { plateNo validTo } }',
      representations,
      SCOPES,
    )
    expect(answer.data._entities).toMatchObject([
      {
        id: first!.id,
        plateNo: 'ZZZ-9999',
        formerPlates: [{ plateNo: first!.displayNo, validTo: '2018-05-01' }],
      },
      { id: second!.id, plateNo: first!.displayNo },
    ])
  })

  it('cannot bear a plate that another vehicle bears', async () => {
    const { db } = desk.database
    const [first, second] = await db
      .selectFrom('plate')
      .selectAll()
      .where('validTo', 'is', null)
      .limit(2)
      .execute()
    const taken = db
      .updateTable('plate')
      .set({ plateNo: first!.plateNo, displayNo: first!.displayNo })
      .where('vehicleId', '=', second!.vehicleId)
      .where('validTo', 'is', null)
      .execute()
    await expect(taken).rejects.toMatchObject({ code: '23505', constraint: 'plate_on_one_vehicle' })
  })
})

describe('a person whose national ID has changed', () => {
  it('is found under both numbers, each vehicle once', async () => {
    const { db } = desk.database
    const [mine, older] = await db
      .selectFrom('vehicle')
      .select('id')
      .where('ownerNationalId', '!=', DEMO_CITIZEN_NATIONAL_ID)
      .limit(2)
      .execute()
    const give = (id: string, ownerNationalId: string) =>
      db.updateTable('vehicle').set({ ownerNationalId }).where('id', '=', id).execute()
    await give(mine!.id, CHANGED_PERSON_NATIONAL_ID)
    await give(older!.id, CHANGED_PERSON_FORMER_NATIONAL_ID)

    const formerIds = [CHANGED_PERSON_FORMER_NATIONAL_ID]
    const { vehicles } = motorOf(await desk.ask(CHANGED_PERSON_NATIONAL_ID, { formerIds }))
    const ids: string[] = vehicles.map(({ id }: { id: string }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining([mine!.id, older!.id]))
    const present = motorOf(await desk.ask(CHANGED_PERSON_NATIONAL_ID)).vehicles
    expect(present.map(({ id }: { id: string }) => id)).not.toContain(older!.id)
  })
})
