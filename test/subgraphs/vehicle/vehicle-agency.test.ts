import {
  CHANGED_PERSON_FORMER_NATIONAL_ID,
  CHANGED_PERSON_NATIONAL_ID,
  DEMO_CITIZEN_NATIONAL_ID,
} from '../../../subgraphs/_kit/population/demo.ts'
import { generatePopulation } from '../../../subgraphs/_kit/population/generate-population.ts'
import { subgraph } from '../../../subgraphs/vehicle/index.ts'
import type { Database } from '../../../subgraphs/vehicle/queries.ts'
import {
  AS_OF,
  openAgencyDesk,
  TODAY,
  type AgencyDesk,
  type DeskAnswer,
} from '../../support/agency-desk.ts'

const SCOPES = ['vehicle:vehicles', 'vehicle:licence']
const MOTOR = `... on Person { id motor {
  asOf authority { code name }
  vehicles {
    id plateNo kind displacementCc status nextInspectionDue
    registeredAddress { text isProtected doorPlate { id } }
    fuelFees(status: [UNPAID, OVERDUE]) { year amount dueDate status }
  }
  licence { classes validTo status }
} }`

const villages = [...generatePopulation({ scale: 'jiaxian', seed: 107, today: TODAY })].filter(
  ({ facts }) => facts.village === '和安里',
)
let desk: AgencyDesk<Database>

beforeAll(async () => {
  desk = await openAgencyDesk<Database>(subgraph, villages)
})
afterAll(() => desk.close())

interface Known {
  readonly isProtected?: boolean | null
  readonly formerIds?: readonly string[]
}
const person = (nationalId: string, { isProtected = false, formerIds = [] }: Known = {}) => ({
  __typename: 'Person',
  id: desk.sealer.seal(nationalId),
  formerIds,
  isProtected,
})
const ask = (nationalId: string, known?: Known): Promise<DeskAnswer> =>
  desk.entities(MOTOR, [person(nationalId, known)], SCOPES)
const motorOf = (answer: DeskAnswer) => answer.data._entities[0].motor

describe('the motor vehicle office, asked about the citizen at the desk', () => {
  it('names the station and the time its register stood at', async () => {
    expect(motorOf(await ask(DEMO_CITIZEN_NATIONAL_ID))).toMatchObject({
      asOf: AS_OF,
      authority: { code: 'MOTOR_QISHAN', name: '交通部公路總局高雄區監理所旗山監理站' },
    })
  })

  it('has a car with last year’s fuel fee overdue and a motorcycle with nothing to pay', async () => {
    const answer = await ask(DEMO_CITIZEN_NATIONAL_ID)
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
    const { vehicles, licence } = motorOf(await ask(DEMO_CITIZEN_NATIONAL_ID))
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
      const answer = await desk.entities(selection, [person(DEMO_CITIZEN_NATIONAL_ID)], SCOPES)
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
    expect(motorOf(await ask('A123456789'))).toMatchObject({ vehicles: [], licence: null })
  })

  it('puts everyone it searched for among the subjects of the log', async () => {
    const { extensions } = await ask('A123456789')
    expect(extensions?.subjects).toEqual([desk.sealer.seal('A123456789')])
  })

  it('refuses a person key that this hub did not make', async () => {
    const forged = { ...person(DEMO_CITIZEN_NATIONAL_ID), id: 'A'.repeat(35) }
    const answer = await desk.entities(MOTOR, [forged], SCOPES)
    expect(answer.errors?.[0]?.extensions.code).toBe('PERSON_KEY_INVALID')
    expect(answer.data?._entities?.[0]?.motor ?? null).toBeNull()
  })
})

describe('the address in the vehicle register', () => {
  const ADDRESS = 'registeredAddress { text isProtected doorPlate { id } }'
  const MASKED = { text: null, isProtected: true, doorPlate: null }
  const vehicleIds = async (): Promise<string[]> =>
    motorOf(await ask(DEMO_CITIZEN_NATIONAL_ID)).vehicles.map(({ id }: { id: string }) => id)

  it('is given for an owner known not to be protected', async () => {
    const [car] = motorOf(await ask(DEMO_CITIZEN_NATIONAL_ID)).vehicles
    expect(car.registeredAddress).toMatchObject({
      isProtected: false,
      doorPlate: { id: expect.any(String) },
    })
    expect(car.registeredAddress.text).toContain('甲仙區和安里')
  })

  it.each([
    ['protected', true],
    ['of unknown protection', null],
  ])('is withheld for an owner who is %s', async (_, isProtected) => {
    const { vehicles } = motorOf(await ask(DEMO_CITIZEN_NATIONAL_ID, { isProtected }))
    expect(vehicles).toHaveLength(2)
    for (const { registeredAddress } of vehicles) expect(registeredAddress).toEqual(MASKED)
  })

  it('is withheld where nobody asked the household office about protection', async () => {
    const { isProtected: _, ...unknown } = person(DEMO_CITIZEN_NATIONAL_ID)
    const answer = await desk.entities(MOTOR, [unknown], SCOPES)
    for (const { registeredAddress } of motorOf(answer).vehicles)
      expect(registeredAddress).toEqual(MASKED)
  })

  it('is withheld on the way to a vehicle that does not pass its owner, and the owner is logged', async () => {
    const representations = (await vehicleIds()).map((id) => ({ __typename: 'Vehicle', id }))
    const answer = await desk.entities(
      `... on Vehicle { plateNo ${ADDRESS} }`,
      representations,
      SCOPES,
    )
    expect(answer.data._entities).toHaveLength(2)
    for (const { plateNo, registeredAddress } of answer.data._entities) {
      expect(plateNo).toEqual(expect.any(String))
      expect(registeredAddress).toEqual(MASKED)
    }
    expect(answer.extensions?.subjects).toEqual([desk.sealer.seal(DEMO_CITIZEN_NATIONAL_ID)])
  })

  it('is withheld also where the same request reaches the vehicle both ways', async () => {
    const [id] = await vehicleIds()
    const answer = await desk.entities(
      `... on Vehicle { ${ADDRESS} } ... on Person { motor { vehicles { ${ADDRESS} } } }`,
      [person(DEMO_CITIZEN_NATIONAL_ID), { __typename: 'Vehicle', id }],
      SCOPES,
    )
    const [owner, vehicle] = answer.data._entities
    expect(owner.motor.vehicles[0].registeredAddress.isProtected).toBe(false)
    expect(vehicle.registeredAddress).toEqual(MASKED)
  })

  it('never takes protection from the representation of a vehicle', async () => {
    const [id] = await vehicleIds()
    const claimed = { __typename: 'Vehicle', id, isProtected: false, registeredAddress: '甲仙區' }
    const answer = await desk.entities(`... on Vehicle { ${ADDRESS} }`, [claimed], SCOPES)
    expect(answer.data._entities[0].registeredAddress).toEqual(MASKED)
  })
})

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

    const formerIds = [desk.sealer.seal(CHANGED_PERSON_FORMER_NATIONAL_ID)]
    const { vehicles } = motorOf(await ask(CHANGED_PERSON_NATIONAL_ID, { formerIds }))
    const ids: string[] = vehicles.map(({ id }: { id: string }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining([mine!.id, older!.id]))
    const present = motorOf(await ask(CHANGED_PERSON_NATIONAL_ID)).vehicles
    expect(present.map(({ id }: { id: string }) => id)).not.toContain(older!.id)
  })
})

describe('what the agreement covers', () => {
  it('lets the licence be read without the vehicles, and refuses the vehicles', async () => {
    const licence = '... on Person { motor { asOf licence { status } } }'
    const people = [person(DEMO_CITIZEN_NATIONAL_ID)]
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
  it('cost four statements, as one person does', async () => {
    const owners = villages.flatMap(({ persons, licences }) =>
      licences
        .slice(0, 20)
        .map(({ holderOrdinal }) => persons.find(({ ordinal }) => ordinal === holderOrdinal)!),
    )
    const people = [
      person(DEMO_CITIZEN_NATIONAL_ID),
      ...owners
        .slice(0, 19)
        .map(({ nationalId, formerNationalIds }) =>
          person(nationalId, {
            formerIds: formerNationalIds.map((former) => desk.sealer.seal(former.nationalId)),
          }),
        ),
    ]
    const answer = await desk.entities(MOTOR, people, SCOPES)
    expect(answer.errors ?? []).toEqual([])
    expect(answer.data._entities).toHaveLength(20)
    expect(
      answer.data._entities.every(({ motor }: { motor: { licence: unknown } }) => motor.licence),
    ).toBe(true)
    expect(desk.statements()).toHaveLength(4)

    await ask(DEMO_CITIZEN_NATIONAL_ID)
    expect(desk.statements()).toHaveLength(4)
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
      [...new Set(numbers)].map((id) => person(id)),
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
