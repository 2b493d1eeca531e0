import { maskNationalId } from '../../schemas/scalars/national-id.ts'
import { BROTHER_NATIONAL_ID } from '../../subgraphs/_kit/population/demo.ts'
import { actAsGateway, type GatewayInsider } from '../support/agency-hop.ts'
import { inDatabase } from '../support/arrange.ts'
import { DEMO_CITIZEN, signIn } from '../support/client.ts'
import { expectStillUp } from '../support/refusal.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

let hub: RunningHub
let gateway: GatewayInsider
/** Someone with facts at every agency, whom no case of these tests is about. */
let stranger: { readonly nationalId: string; readonly household: string }
const NOBODY = 'A123456789'

beforeAll(async () => {
  hub = await startTestHub({ HUB_PUBLIC_RATE: '0' })
  gateway = actAsGateway(hub)
  const owners = await inDatabase(hub, 'vehicle', (session) =>
    session.run(
      `select distinct owner_national_id as id from vehicle where owner_national_id <> $1`,
      [DEMO_CITIZEN],
    ),
  )
  const [row] = await inDatabase(hub, 'household', (session) =>
    session.run(
      `select national_id, h.id from person_national_id
         join household_member using (person_no) join household h using (household_key)
        where valid_to is null and is_present and national_id = any($1::text[]) limit 1`,
      [owners.map(({ id }) => String(id))],
    ),
  )
  stranger = { nationalId: String(row!['national_id']), household: String(row!['id']) }
}, 90_000)
afterEach(() => expectStillUp(hub))
afterAll(() => hub?.stop())

const FACTS = {
  household: '... on Person { name { full } birthDate isProtected caseGrant }',
  tax: '... on Person { tax { asOf bills { billNo } } }',
  vehicle: '... on Person { motor { asOf vehicles { plateNo } } }',
  welfare: '... on Person { welfare { status } }',
} as const
const AGENCIES = Object.keys(FACTS) as (keyof typeof FACTS)[]

const carried = (nationalId: string, more: object = {}) => ({
  __typename: 'Person',
  id: gateway.sealer.seal(nationalId),
  formerIds: [] as string[],
  isProtected: false,
  ...more,
})
const withGrant = (nationalId: string, caller = {}) => {
  const person = carried(nationalId)
  return { ...person, caseGrant: gateway.grants(caller).ofPerson(person) }
}

describe('a row outside the case in hand', () => {
  it.each(AGENCIES)(
    'S10 Z16 is not answered by %s through entity resolution alone, and looks like nobody',
    async (agency) => {
      const ask = (nationalId: string) =>
        gateway.entities(agency, FACTS[agency], [carried(nationalId)])
      const refused = await ask(stranger.nationalId)
      expect(JSON.parse(refused).errors).toBeUndefined()
      expect(refused).not.toMatch(/asOf|status|full|billNo/)
      expect(refused).toBe(await ask(NOBODY))
    },
  )

  it('Z16 the citizen of the case is answered, by the grant that household writes', async () => {
    const fields = '... on Person { id formerIds isProtected caseGrant }'
    const told = await gateway.entities('household', fields, [carried(DEMO_CITIZEN)])
    const person = { __typename: 'Person', ...JSON.parse(told).data._entities[0] }
    expect(await gateway.entities('tax', FACTS.tax, [person])).toContain('billNo')
    const later = { requestId: '7c0d8f0e-0000-4000-8000-000000000002' }
    expect(await gateway.entities('tax', FACTS.tax, [person], later)).not.toContain('asOf')
  })

  it('Z15 a sweep of ids finds no household, vehicle or tax of it', async () => {
    const vehicles = await inDatabase(hub, 'vehicle', (session) =>
      session.run(`select id from vehicle order by id limit 300`),
    )
    const households = await inDatabase(hub, 'household', (session) =>
      session.run(
        `select id from household where household_key not in (select household_key
           from household_member join person_national_id using (person_no) where national_id = $1)
         order by id limit 300`,
        [DEMO_CITIZEN],
      ),
    )
    const sweep = (agency: string, type: string, field: string, rows: typeof vehicles) =>
      gateway.entities(
        agency,
        `... on ${type} { ${field} }`,
        rows.map(({ id }) => ({ __typename: type, id, caseGrant: null })),
      )
    for (const text of [
      await sweep('household', 'Household', 'householdNo address { text }', households),
      await sweep('vehicle', 'Vehicle', 'plateNo caseGrant', vehicles),
      await sweep('tax', 'Vehicle', 'licenceTax { amount } caseGrant', vehicles),
    ]) {
      const { data, errors } = JSON.parse(text)
      expect(errors).toBeUndefined()
      expect(data._entities).toHaveLength(300)
      expect(new Set(data._entities)).toEqual(new Set([null]))
    }
  })

  it('S10 a household is refused as one that is not there, to the byte', async () => {
    const ask = (id: string) =>
      gateway.entities('household', '... on Household { householdNo }', [
        { __typename: 'Household', id },
      ])
    expect(await ask(stranger.household)).toBe(await ask('hh-nobody'))
  })

  it('Z15 and one of another district is refused to the office of its own region', async () => {
    const list = { case: '1070510-0201' }
    const ask = (regions: string[]) =>
      gateway.entities(
        'household',
        '... on Household { householdNo }',
        [{ __typename: 'Household', id: stranger.household }],
        { ...list, regions },
      )
    expect(await ask(['64000330'])).toContain('householdNo')
    expect(await ask(['64000120'])).not.toContain('householdNo')
  })
})

describe('S10 a list and a claim', () => {
  const said = async (operation: string, variables: object, mask: string): Promise<string> => {
    const tax = await signIn(hub, 'local-tax', 'tax-assessment')
    const { status, body } = await tax.ask(operation, variables)
    const { checkedAt: _, ...answer } = body.data.verifyHousehold ?? { persons: body.data.persons }
    return JSON.stringify({ status, answer, errors: body.errors }).replaceAll(mask, '')
  }

  it('PersonsBulk does not tell a refused number from one of nobody', async () => {
    const ask = (id: string) =>
      said('PersonsBulk', { nationalIds: [id] }, JSON.stringify(maskNationalId(id)))
    expect(await ask(stranger.nationalId)).toBe(await ask(NOBODY))
  })

  it('VerifyHousehold does not tell a refused claim from one about nobody', async () => {
    const ask = (id: string) =>
      said(
        'VerifyHousehold',
        { claim: { nationalId: id, name: '某某', address: '高雄市', livesWith: [DEMO_CITIZEN] } },
        maskNationalId(id),
      )
    expect(await ask(stranger.nationalId)).toBe(await ask(NOBODY))
  })
})

describe('B5 a grant that household did not write for this request', () => {
  const other = (caller: object) => withGrant(DEMO_CITIZEN, caller)
  it.each([
    ['none', () => carried(DEMO_CITIZEN)],
    ['an empty one', () => carried(DEMO_CITIZEN, { caseGrant: '' })],
    ['a made-up one', () => carried(DEMO_CITIZEN, { caseGrant: `9999999999.${'A'.repeat(43)}` })],
    ['another person’s', () => ({ ...withGrant(NOBODY), id: gateway.sealer.seal(DEMO_CITIZEN) })],
    ['another case’s', () => other({ case: '1070510-0001' })],
    ['another client’s', () => other({ client: 'social-affairs' })],
    ['another agency’s', () => other({ agency: 'KH_SOCIAL' })],
    ['another officer’s', () => other({ sub: 'jiaxian-desk-2' })],
    ['another purpose’s', () => other({ purpose: 'low-income-review' })],
    ['another request’s', () => other({ requestId: 'x' })],
    [
      'one with more keys',
      () => ({
        ...withGrant(DEMO_CITIZEN),
        formerIds: [stranger.nationalId].map(gateway.sealer.seal),
      }),
    ],
    ['one with its term prolonged', () => prolonged(withGrant(DEMO_CITIZEN))],
    ['a vehicle’s', () => carried(DEMO_CITIZEN, { caseGrant: gateway.grants().ofVehicle('x') })],
  ])('opens nothing: %s', async (_, person) => {
    for (const agency of ['tax', 'vehicle', 'welfare'] as const) {
      const text = await gateway.entities(agency, FACTS[agency], [person()])
      expect(JSON.parse(text)).toEqual({ data: { _entities: [expect.anything()] } })
      expect(text).not.toMatch(/asOf|status/)
    }
  })

  it('opens nothing once it has run out', async () => {
    const person = withGrant(DEMO_CITIZEN)
    const [, mark] = person.caseGrant.split('.')
    const expired = { ...person, caseGrant: `${Math.floor(Date.now() / 1000) - 1}.${mark}` }
    expect(await gateway.entities('tax', FACTS.tax, [expired])).not.toContain('asOf')
  })

  it('nor does one for a protected person with the protection taken away', async () => {
    const person = carried(DEMO_CITIZEN, { isProtected: true })
    const grant = gateway.grants().ofPerson(person)
    const claimed = { ...person, isProtected: false, caseGrant: grant }
    expect(await gateway.entities('tax', FACTS.tax, [claimed])).not.toContain('asOf')
    const honest = { ...person, caseGrant: grant }
    expect(await gateway.entities('tax', FACTS.tax, [honest])).toContain('asOf')
  })

  it('is told as CASE_NOT_VALID where the agreement grants existence', async () => {
    const existence = { existence: true }
    const text = await gateway.entities('tax', FACTS.tax, [carried(BROTHER_NATIONAL_ID)], existence)
    expect(JSON.parse(text).errors[0].extensions.code).toBe('CASE_NOT_VALID')
  })
})

function prolonged<Person extends { readonly caseGrant: string }>(person: Person): Person {
  const [expiry, mark] = person.caseGrant.split('.')
  return { ...person, caseGrant: `${Number(expiry) + 600}.${mark}` }
}
