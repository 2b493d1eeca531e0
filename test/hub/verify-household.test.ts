import { DEMO_CASE, DEMO_CITIZEN, signIn, type HubClient } from '../support/client.ts'
import { inDatabase } from '../support/arrange.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

interface Registered {
  readonly name: string
  readonly birthDate: string
  readonly address: string
  readonly housemate: string
  readonly relation: string
}

let hub: RunningHub
let motor: HubClient
let registered: Registered

beforeAll(async () => {
  hub = await startTestHub()
  motor = await signIn(hub, 'motor-office', 'vehicle-registration')
  registered = await inDatabase(hub, 'household', async (session) => {
    const [row] = await session.run(
      `select p.full_name as name, p.birth_date::text as birth, h.address_text as address,
         other.national_id as housemate, mate.relation_text as relation
       from person_national_id own join person p using (person_no)
       join household_member mine on mine.person_no = own.person_no and mine.is_present
       join household h using (household_key)
       join household_member mate on mate.household_key = h.household_key and mate.is_present
         and mate.person_no <> own.person_no
       join person_national_id other on other.person_no = mate.person_no and other.valid_to is null
       where own.national_id = $1 limit 1`,
      [DEMO_CITIZEN],
    )
    return {
      name: String(row!['name']),
      birthDate: String(row!['birth']),
      address: String(row!['address']),
      housemate: String(row!['housemate']),
      relation: String(row!['relation']),
    }
  })
}, 90_000)
afterAll(() => hub?.stop())

const verify = (claim: object, client = motor) =>
  client.ask('VerifyHousehold', { claim }, { caseNo: DEMO_CASE })

describe('VerifyHousehold', () => {
  it('answers yes, no and unknown, and nothing of the register but a relation that matched', async () => {
    const { name, birthDate, address, housemate, relation } = registered
    const { status, body } = await verify({
      nationalId: DEMO_CITIZEN,
      name,
      birthDate,
      address,
      livesWith: [housemate, 'A123456789'],
    })
    expect([status, body.errors]).toEqual([200, undefined])
    expect(body.data.verifyHousehold).toMatchObject({
      authority: { code: 'QS_HRO' },
      personMatches: 'YES',
      addressMatches: 'YES',
      livesWith: [
        { matches: 'YES', relation },
        { nationalIdMasked: 'A1****6789', matches: 'NO', relation: null },
      ],
      registeredSinceMatches: 'UNKNOWN',
    })
    const text = JSON.stringify(body)
    for (const fact of [name, address, birthDate]) expect(text).not.toContain(fact)
    expect(text).not.toMatch(/[A-Z][12]\d{8}/)
  })

  it.each([
    ['the citizen', DEMO_CITIZEN],
    ['a number of another case or of nobody', 'S100000006'],
  ])(
    'locks %s for a day after three mismatches, and says no more than that',
    async (_, nationalId) => {
      const tax = await signIn(hub, 'local-tax', 'tax-assessment')
      for (let count = 0; count < 3; count++) {
        const { body } = await verify({ nationalId, name: '別人' }, tax)
        expect(body.data.verifyHousehold.personMatches).toBe('NO')
      }
      const { body } = await verify({ nationalId, name: registered.name }, tax)
      expect(body.data.verifyHousehold).toBeNull()
      expect(body.errors).toEqual([
        {
          message: 'Three claims about this person did not match; no more are checked for a day.',
          path: ['verifyHousehold'],
          extensions: expect.objectContaining({ code: 'VERIFICATION_LOCKED' }),
        },
      ])
    },
  )

  it('refuses a wrong number by the name of the variable alone', async () => {
    const { status, body } = await verify({ nationalId: 'S223456785', name: 'x' })
    expect([status, body.errors[0].extensions.code]).toEqual([400, 'NATIONAL_ID_INVALID'])
    expect(JSON.stringify(body)).not.toMatch(/\d{7}/)
  })

  it('is not for an agreement without it', async () => {
    const police = await signIn(hub, 'police-jiaxian', 'lookup-lost-person')
    const { body } = await verify({ nationalId: DEMO_CITIZEN, name: registered.name }, police)
    expect(body.data.verifyHousehold).toBeNull()
    expect(body.errors[0].extensions.coordinate).toBe('Query.verifyHousehold')
  })

  it('leaves no number in a log', () => {
    expect(hub.logs.text()).not.toMatch(/[A-Z][12]\d{8}/)
  })
})
