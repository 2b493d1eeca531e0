import { DEMO_CITIZEN, signIn, type HubClient } from '../support/client.ts'
import { countsOf } from '../support/counts.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

let hub: RunningHub
let desk: HubClient
beforeAll(async () => {
  hub = await startTestHub()
  desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
}, 90_000)
afterAll(() => hub?.stop())

describe('a request that asks for more than the agreement covers', () => {
  const query = `query ($id: NationalId!) { person(nationalId: $id) {
    name { full } motor { asOf } again: motor { asOf } welfare { asOf } } }`
  const variables = { id: DEMO_CITIZEN }

  it('is refused as a whole where its client says so, and no agency hears of it', async () => {
    const tax = await signIn(hub, 'local-tax', 'tax-assessment')
    const before = await countsOf(hub, hub.agencies)
    const { status, body } = await tax.send(query, variables, { onDenied: 'reject' })
    expect({ status, body }).toEqual({
      status: 403,
      body: {
        errors: [
          {
            message: 'The agreement does not cover Person.motor, Person.welfare.',
            extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' },
          },
        ],
      },
    })
    expect(await countsOf(hub, hub.agencies)).toEqual(before)
  })

  it('is answered with nulls otherwise, and in whole where all is covered', async () => {
    const tax = await signIn(hub, 'local-tax', 'tax-assessment')
    for (const options of [{}, { onDenied: 'null' }]) {
      const { status, body } = await tax.send(query, variables, options)
      expect(status).toBe(200)
      expect(body.data.person).toMatchObject({ motor: null, again: null, welfare: null })
    }
    const { body } = await desk.send(query, variables, { onDenied: 'reject' })
    expect(body.errors).toBeUndefined()
  })

  it('must say it in words the hub knows', async () => {
    const { status, body } = await desk.send(query, variables, { onDenied: 'drop' })
    expect({ status, code: body.errors[0].extensions.code }).toEqual({
      status: 400,
      code: 'BAD_USER_INPUT',
    })
  })
})
