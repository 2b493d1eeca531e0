import { DEMO_CITIZEN_NATIONAL_ID } from '../../../subgraphs/_kit/population/demo.ts'
import { MOTOR, motorOf, openMotorDesk, SCOPES, type MotorDesk } from './motor-desk.ts'

let desk: MotorDesk

beforeAll(async () => {
  desk = await openMotorDesk()
})
afterAll(() => desk.close())

describe('the address in the vehicle register', () => {
  const ADDRESS = 'registeredAddress { text isProtected doorPlate { id } }'
  const MASKED = { text: null, isProtected: true, doorPlate: null }
  const vehicleIds = async (): Promise<string[]> =>
    motorOf(await desk.ask(DEMO_CITIZEN_NATIONAL_ID)).vehicles.map(({ id }: { id: string }) => id)

  it('is given for an owner known not to be protected', async () => {
    const [car] = motorOf(await desk.ask(DEMO_CITIZEN_NATIONAL_ID)).vehicles
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
    const { vehicles } = motorOf(await desk.ask(DEMO_CITIZEN_NATIONAL_ID, { isProtected }))
    expect(vehicles).toHaveLength(2)
    for (const { registeredAddress } of vehicles) expect(registeredAddress).toEqual(MASKED)
  })

  it('is withheld where nobody asked the household office about protection', async () => {
    const { isProtected: _, ...unknown } = desk.person(DEMO_CITIZEN_NATIONAL_ID)
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
      [desk.person(DEMO_CITIZEN_NATIONAL_ID), { __typename: 'Vehicle', id }],
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
