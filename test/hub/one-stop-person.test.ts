import { DEMO_CITIZEN, signIn, type HubClient } from '../support/client.ts'
import { countsOf } from '../support/counts.ts'
import { openCaseFor } from '../support/arrange.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

let hub: RunningHub
let desk: HubClient

beforeAll(async () => {
  hub = await startTestHub()
  desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
}, 90_000)
afterAll(() => hub?.stop())

describe('the citizen at the desk', () => {
  it('is answered with the facts of all five agencies and no error', async () => {
    const { status, body } = await desk.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })
    expect(status).toBe(200)
    expect(body.errors).toBeUndefined()
    const { person } = body.data
    expect(person.nationalIdMasked).toBe('S2****6786')
    expect(person.registration.household.members).toHaveLength(4)
    expect(person.registration.household.address.doorPlate.location.longitude).toBeCloseTo(120.6, 0)
    expect(person.tax.bills.map((bill: { status: string }) => bill.status)).toContain('OVERDUE')
    expect(person.motor.vehicles).toHaveLength(2)
    expect(person.motor.vehicles[0].licenceTax.status).toBe('OVERDUE')
    expect(person.welfare.status).toBe('LOW_INCOME')
    expect(person.welfare.applications).toHaveLength(1)
  })

  it('names every agency that answered, and the request, in the sources', async () => {
    const { body } = await desk.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })
    const { sources, disclosure } = body.extensions
    expect(sources.map((source: { agency: string }) => source.agency)).toEqual([
      'address',
      'household',
      'tax',
      'vehicle',
      'welfare',
    ])
    for (const source of sources) {
      expect(source).toMatchObject({ status: 'OK', traceId: disclosure.requestId })
      expect(source.asOf).toBe('2018-05-10T00:00:00+08:00')
    }
  })

  it('is found by the ID card before a visit is opened', async () => {
    const { body } = await desk.ask('CitizenAtDesk', { nationalId: DEMO_CITIZEN })
    expect(body.errors).toBeUndefined()
    expect(body.data.person.registration.household.address.isProtected).toBe(false)
    expect(body.extensions.sources).toHaveLength(1)
  })

  it('is found when the number comes in full width and lower case', async () => {
    const { body } = await desk.ask('CitizenAtDesk', { nationalId: 'ｓ２２３４５６７８６' })
    expect(body.data.person.nationalIdMasked).toBe('S2****6786')
  })

  it('may be asked for by the hash of a registered operation', async () => {
    const registered = await desk.ask('CitizenAtDesk', { nationalId: DEMO_CITIZEN })
    const byHash = await desk.askById('CitizenAtDesk', { nationalId: DEMO_CITIZEN })
    expect(byHash.body.data).toEqual(registered.body.data)
  })
})

describe('an agreement that covers less', () => {
  it('leaves the other fields null, each with an error that names its coordinate', async () => {
    const localTax = await signIn(hub, 'local-tax', 'tax-assessment')
    const before = await countsOf(hub, ['vehicle', 'welfare'])
    const { status, body } = await localTax.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })
    const after = await countsOf(hub, ['vehicle', 'welfare'])

    expect(status).toBe(200)
    expect(body.data.person).toMatchObject({ flags: null, motor: null, welfare: null })
    expect(body.data.person.tax.bills).not.toHaveLength(0)
    const told = body.errors.map((error: { path: string[]; extensions: object }) => ({
      path: error.path,
      ...error.extensions,
    }))
    expect(told).toEqual([
      refused('Person.flags', ['person', 'flags']),
      refused('Person.motor', ['person', 'motor']),
      refused('Person.welfare', ['person', 'welfare']),
    ])
    // neither was asked: not one fetch reached them
    expect(after).toEqual(before)
    const statuses = Object.fromEntries(
      body.extensions.sources.map((source: { agency: string; status: string }) => [
        source.agency,
        source.status,
      ]),
    )
    expect(statuses).toMatchObject({ vehicle: 'DENIED', welfare: 'DENIED', tax: 'OK' })
  })

  it('never runs the plan of a caller with more rights', async () => {
    const officer = await signIn(hub, 'police-jiaxian', 'lookup-lost-person')
    for (const client of [desk, officer, desk, officer]) {
      const { body } = await client.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })
      expect(body.data.person.tax === null).toBe(client === officer)
    }
  })
})

describe('statements', () => {
  it('are at most 18 for the whole query, however many members the household has', async () => {
    const large = await openCaseFor(hub, 'largest household')
    const alone = await openCaseFor(hub, 'person living alone')
    for (const citizen of [large, alone]) {
      const options = { caseNo: citizen.caseNo }
      await desk.ask('OneStopPerson', { nationalId: citizen.nationalId }, options)
      const before = await hub.statements()
      const { body } = await desk.ask('OneStopPerson', { nationalId: citizen.nationalId }, options)
      const after = await hub.statements()
      expect(body.errors).toBeUndefined()
      const sent = Object.keys(after).map((agency) => after[agency]! - before[agency]!)
      expect(sent.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(18)
      expect(body.data.person.registration.household.members).toHaveLength(citizen.members)
    }
    expect(large.members).toBeGreaterThan(6)
    expect(alone.members).toBe(1)
  })
})

function refused(coordinate: string, path: readonly string[]): object {
  return { code: 'UNAUTHORIZED_FIELD_OR_TYPE', coordinate, path }
}
