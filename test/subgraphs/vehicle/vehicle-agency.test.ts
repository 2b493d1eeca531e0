import { DEMO_CITIZEN_NATIONAL_ID } from '../../../subgraphs/_kit/population/demo.ts'
import { AS_OF } from '../../support/agency-desk.ts'
import { MOTOR, motorOf, openMotorDesk, SCOPES, type MotorDesk } from './motor-desk.ts'

let desk: MotorDesk

beforeAll(async () => {
  desk = await openMotorDesk()
})
afterAll(() => desk.close())

describe('the motor vehicle office, asked about the citizen at the desk', () => {
  it('names the station and the time its register stood at', async () => {
    expect(motorOf(await desk.ask(DEMO_CITIZEN_NATIONAL_ID))).toMatchObject({
      asOf: AS_OF,
      authority: { code: 'MOTOR_QISHAN', name: '交通部公路總局高雄區監理所旗山監理站' },
    })
  })

  it('has a car with last year’s fuel fee overdue and a motorcycle with nothing to pay', async () => {
    const answer = await desk.ask(DEMO_CITIZEN_NATIONAL_ID)
    expect(answer.errors ?? []).toEqual([])
    const [car, motorcycle, ...more] = motorOf(answer).vehicles
    expect(more).toEqual([])
    expect(car).toMatchObject({
      kind: 'CAR',
      displacementCc: 1598,
      status: 'IN_USE',
      fuelFees: [{ year: 106, amount: 4800, dueDate: '2017-07-31', status: 'OVERDUE' }],
    })
    expect(motorcycle).toMatchObject({
      kind: 'HEAVY_MOTORCYCLE',
      displacementCc: 125,
      fuelFees: [],
    })
  })

  it('has when the car is next inspected and until when the licence runs', async () => {
    const { vehicles, licence } = motorOf(await desk.ask(DEMO_CITIZEN_NATIONAL_ID))
    // Plated 2009-06-18: yearly until 2018, and 108-06-18 is the first after ten years.
    expect(vehicles[0].nextInspectionDue).toBe('2018-06-18')
    // Plated 2014-03-05: the first exhaust test is at five years.
    expect(vehicles[1].nextInspectionDue).toBe('2019-03-05')
    expect(licence).toEqual({
      classes: ['HEAVY_MOTORCYCLE', 'SMALL_CAR'],
      validTo: '2047-08-15',
      status: 'VALID',
    })
  })

  it('has every fee where no status is asked for, and none where none fits', async () => {
    const fees = async (filter: string) => {
      const selection = `... on Person { motor { vehicles { fuelFees${filter} { year status } } } }`
      const answer = await desk.entities(selection, [desk.person(DEMO_CITIZEN_NATIONAL_ID)], SCOPES)
      return motorOf(answer).vehicles.map((vehicle: { fuelFees: unknown }) => vehicle.fuelFees)
    }
    expect(await fees('')).toEqual([
      [{ year: 106, status: 'OVERDUE' }],
      [{ year: 106, status: 'PAID' }],
    ])
    expect(await fees('(status: null)')).toEqual(await fees(''))
    expect(await fees('(status: [])')).toEqual([[], []])
  })

  it('has empty lists and no licence for somebody it does not know', async () => {
    expect(motorOf(await desk.ask('A123456789'))).toMatchObject({ vehicles: [], licence: null })
  })

  it('puts everyone it searched for among the subjects of the log', async () => {
    const { extensions } = await desk.ask('A123456789')
    expect(extensions?.subjects).toEqual([desk.sealer.seal('A123456789')])
  })

  it('refuses a person key that this hub did not make', async () => {
    const forged = { ...desk.person(DEMO_CITIZEN_NATIONAL_ID), id: 'A'.repeat(35) }
    const answer = await desk.entities(MOTOR, [forged], SCOPES)
    expect(answer.errors?.[0]?.extensions.code).toBe('PERSON_KEY_INVALID')
    expect(answer.data?._entities?.[0]?.motor ?? null).toBeNull()
  })
})

describe('what the agreement covers', () => {
  it('lets the licence be read without the vehicles, and refuses the vehicles', async () => {
    const licence = '... on Person { motor { asOf licence { status } } }'
    const people = [desk.person(DEMO_CITIZEN_NATIONAL_ID)]
    const allowed = await desk.entities(licence, people, ['vehicle:licence'])
    expect(motorOf(allowed).licence).toEqual({ status: 'VALID' })
    const refused = await desk.entities(MOTOR, people, ['vehicle:licence'])
    expect(refused.errors?.[0]?.extensions.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE')
    expect(refused.data ?? null).toBeNull()
    expect(desk.statements()).toEqual([])
  })

  it('refuses a vehicle’s fields to who comes by its id without the scope', async () => {
    const representations = [{ __typename: 'Vehicle', id: 've-any' }]
    const refused = await desk.entities('... on Vehicle { plateNo }', representations, [
      'tax:bills',
    ])
    expect(refused.errors?.[0]?.extensions.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE')
  })
})

describe('twenty people in one wave', () => {
  it('cost three statements, as one person does, beside the law that is kept for a minute', async () => {
    const owners = desk.villages.flatMap(({ persons, licences }) =>
      licences
        .slice(0, 20)
        .map(({ holderOrdinal }) => persons.find(({ ordinal }) => ordinal === holderOrdinal)!),
    )
    const people = [
      desk.person(DEMO_CITIZEN_NATIONAL_ID),
      ...owners.slice(0, 19).map(({ nationalId, formerNationalIds }) =>
        desk.person(nationalId, {
          formerIds: formerNationalIds.map((former) => former.nationalId),
        }),
      ),
    ]
    const answer = await desk.entities(MOTOR, people, SCOPES)
    expect(answer.errors ?? []).toEqual([])
    expect(answer.data._entities).toHaveLength(20)
    expect(
      answer.data._entities.every(({ motor }: { motor: { licence: unknown } }) => motor.licence),
    ).toBe(true)
    expect(desk.statements()).toHaveLength(3)

    await desk.ask(DEMO_CITIZEN_NATIONAL_ID)
    expect(desk.statements()).toHaveLength(3)
  })

  it('cost one statement more for the plates of all their vehicles', async () => {
    const ids = (await desk.database.db.selectFrom('vehicle').select('id').limit(20).execute()).map(
      ({ id }) => id,
    )
    const representations = ids.map((id) => ({ __typename: 'Vehicle', id }))
    const answer = await desk.entities(
      '... on Vehicle { id formerPlates { plateNo } }',
      representations,
      SCOPES,
    )
    expect(answer.data._entities.map(({ id }: { id: string }) => id)).toEqual(ids)
    expect(desk.statements()).toHaveLength(2)
  })
})

describe('the office’s sample', () => {
  it('has licences valid, expired and without end, and inspections met and missed', async () => {
    const { db } = desk.database
    const holders = await db.selectFrom('driverLicence').select('holderNationalId').execute()
    const owners = await db.selectFrom('vehicle').select('ownerNationalId').distinct().execute()
    const numbers = [
      ...holders.map((row) => row.holderNationalId),
      ...owners.map((row) => row.ownerNationalId),
    ]
    const selection =
      '... on Person { motor { licence { validTo status } vehicles { status nextInspectionDue } } }'
    const answer = await desk.entities(
      selection,
      [...new Set(numbers)].map((id) => desk.person(id)),
      SCOPES,
    )
    const motors: {
      licence: { validTo: string | null; status: string } | null
      vehicles: { status: string; nextInspectionDue: string | null }[]
    }[] = answer.data._entities.map(({ motor }: { motor: unknown }) => motor)
    const licences = motors.flatMap(({ licence }) => licence ?? [])
    expect(licences.some(({ validTo }) => validTo === null)).toBe(true)
    expect(licences.some(({ status }) => status === 'EXPIRED')).toBe(true)
    expect(
      licences.filter(({ status }) => status === 'VALID').length / licences.length,
    ).toBeGreaterThan(0.9)

    const due = motors
      .flatMap(({ vehicles }) => vehicles)
      .filter(({ nextInspectionDue }) => nextInspectionDue)
    const missed = due.filter(({ nextInspectionDue }) => nextInspectionDue! < '2018-04-10')
    expect(missed.length).toBeGreaterThan(0)
    expect(missed.length / due.length).toBeLessThan(0.1)
  })
})
