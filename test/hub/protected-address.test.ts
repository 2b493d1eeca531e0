import { readFileSync } from 'node:fs'
import {
  buildASTSchema,
  getNamedType,
  isObjectType,
  isLeafType,
  parse,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql'
import { copyAgreements, type AgreementsFolder } from '../support/agreements-folder.ts'
import { inDatabase, openCaseFor, type CitizenWithCase } from '../support/arrange.ts'
import { signIn, type HubClient } from '../support/client.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

/** Stands in every address of the protected person, and in no answer. */
const SECRET = '密址'
const SECRET_PLATE = 'sp-secret'
const MOST_STEPS = 9

const SUPERGRAPH = readFileSync('schemas/supergraph.graphql', 'utf8')
const schema = buildASTSchema(parse(SUPERGRAPH), { assumeValidSDL: true })
const everyScope = [...new Set(SUPERGRAPH.match(/(?<=")(?!hub:)[a-z]+:[a-z-]+(?=")/g))]

let hub: RunningHub
let agreements: AgreementsFolder
/** May read every field there is. */
let everything: HubClient
let citizen: CitizenWithCase

beforeAll(async () => {
  const providers = ['household', 'address', 'tax', 'vehicle', 'welfare'].map((agency) => ({
    agency,
    signature: null,
  }))
  agreements = copyAgreements({ 'social-affairs': { scopes: everyScope, providers } })
  hub = await startTestHub({ HUB_PUBLIC_RATE: '0', HUB_AGREEMENTS_DIR: agreements.path })
  everything = await signIn(hub, 'social-affairs', 'low-income-review')
  citizen = await openCaseFor(hub, 'protected person')
  await hideAt(citizen.nationalId)
}, 90_000)
afterAll(async () => {
  await hub?.stop()
  agreements?.remove()
})

/** Gives the person a secret address in every register. */
async function hideAt(nationalId: string): Promise<void> {
  const address = `高雄市甲仙區和安里${SECRET}路9號`
  const run = (agency: string, statement: string, ...values: string[]) =>
    inDatabase(hub, agency, (session) => session.run(statement, [nationalId, ...values]))
  await run(
    'household',
    `update household h set address_text = $2, plate_id = $3 from household_member m
       join person_national_id n using (person_no)
      where m.household_key = h.household_key and m.is_present and n.national_id = $1`,
    address,
    SECRET_PLATE,
  )
  await run(
    'vehicle',
    `update vehicle set owner_national_id = $1, registered_address = $2, door_plate_id = $3
      where id in (select id from vehicle order by id limit 2)`,
    address,
    SECRET_PLATE,
  )
  await run(
    'tax',
    `update tax_bill set national_id = $1
      where ctid in (select ctid from tax_bill where vehicle_id is not null limit 2)`,
  )
  for (const table of ['house', 'self_use_residence']) {
    await run(
      'tax',
      `update ${table} set national_id = $1, address_text = $2, plate_id = $3
        where ctid in (select ctid from ${table} limit 2)`,
      address,
      SECRET_PLATE,
    )
  }
  await run(
    'tax',
    `update parcel set national_id = $1, section = $2 where ctid in (select ctid from parcel limit 2)`,
    `${SECRET}段`,
  )
}

/** Whether a field may say where someone lives, by its type or by what its description says. */
function isAddressLike({ type, description }: GraphQLField<unknown, unknown>): boolean {
  const named = getNamedType(type).name
  return (
    ['Address', 'DoorPlate'].includes(named) ||
    /地址|門牌|地段|地號|戶籍地|記事|住址/.test(description ?? '')
  )
}

interface Step {
  readonly owner: string
  readonly field: GraphQLField<unknown, unknown>
}

/** Every way from a person to an address-like field; a type stands once on a way, a person twice. */
function waysFrom(type: GraphQLObjectType, way: readonly Step[] = []): (readonly Step[])[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const next = [...way, { owner: type.name, field }]
    const named = getNamedType(field.type)
    if (isAddressLike(field) && type.name !== 'DoorPlate') return [next]
    const times = next.filter(({ owner }) => owner === named.name).length
    const isSeen = times >= (named.name === 'Person' ? 2 : 1)
    if (!isObjectType(named) || isSeen || next.length > MOST_STEPS) return []
    return waysFrom(named, next)
  })
}

const coordinateOf = ({ owner, field }: Step): string => `${owner}.${field.name}`
const ways = waysFrom(schema.getType('Person') as GraphQLObjectType)

/** The document of a way, arguments given where a field says nothing without. */
function documentOf(way: readonly Step[]): string {
  const last = getNamedType(way.at(-1)!.field.type)
  const leaf = isObjectType(last) ? `{ ${leavesOf(last)} }` : ''
  const selection = way
    .map(({ field }) => `${field.name}${argumentsOf(field)}`)
    .reduceRight((inner, name) => (inner === '' ? name : `${name} ${braced(inner)}`), leaf)
  return `query ($id: NationalId!) { person(nationalId: $id) { ${selection} } }`
}

function braced(selection: string): string {
  return selection.startsWith('{') ? selection : `{ ${selection} }`
}

function argumentsOf({ args }: GraphQLField<unknown, unknown>): string {
  return args.some(({ name }) => name === 'reason') ? '(reason: STATUTORY_DUTY)' : ''
}

/** What says a place outright: the fields of the type itself, and the plate it names. */
function leavesOf(type: GraphQLObjectType): string {
  return Object.values(type.getFields())
    .map(({ name, type: of }) => {
      const named = getNamedType(of)
      if (isLeafType(named)) return name
      return named.name === 'DoorPlate' ? `${name} { id text }` : ''
    })
    .join(' ')
}

describe('the address of a protected person', () => {
  it('is looked for in every coordinate that may tell it', () => {
    const coordinates = new Set(ways.map((way) => coordinateOf(way.at(-1)!)))
    expect([...coordinates]).toEqual(
      expect.arrayContaining([
        'Household.address',
        'Household.notes',
        'Person.notes',
        'Registration.registeredElsewhere',
        'SelfUseResidence.address',
        'TaxedHouse.address',
        'TaxedParcel.section',
        'TaxedParcel.parcelNo',
        'Vehicle.registeredAddress',
      ]),
    )
    expect(ways.length).toBeGreaterThan(50)
  })

  it('leaves on no way, with the scopes of all agreements together', async () => {
    const told: string[] = []
    for (const way of ways) {
      const query = documentOf(way)
      const { body } = await everything.send(query, { id: citizen.nationalId }, citizen)
      const text = JSON.stringify(body.data ?? null)
      if (text.includes(SECRET) || text.includes(SECRET_PLATE) || body.data === undefined) {
        told.push(`${way.map(coordinateOf).join(' > ')}: ${JSON.stringify(body.errors ?? 'told')}`)
      }
    }
    expect(told).toEqual([])
  }, 60_000)

  it('is masked, and said to be so, where each register has one', async () => {
    const query = `query ($id: NationalId!) { person(nationalId: $id) {
      registration { household { address { text isProtected doorPlate { id } } } }
      motor { vehicles { registeredAddress { text isProtected doorPlate { id } } } }
      tax {
        selfUseResidence { address { text isProtected doorPlate { id } } }
        property { houses { address { text isProtected doorPlate { id } } } parcels { section parcelNo } }
        bills { vehicle { registeredAddress { text isProtected doorPlate { id } } } }
      } } }`
    const { body } = await everything.send(query, { id: citizen.nationalId }, citizen)
    expect(body.errors).toBeUndefined()
    const masked = { text: null, isProtected: true, doorPlate: null }
    const { registration, motor, tax } = body.data.person
    expect(registration.household.address).toEqual(masked)
    expect(motor.vehicles).toEqual(motor.vehicles.map(() => ({ registeredAddress: masked })))
    expect(motor.vehicles.length).toBeGreaterThan(0)
    expect(tax.selfUseResidence.address).toEqual(masked)
    expect(tax.property.houses[0].address).toEqual(masked)
    expect(tax.property.parcels[0]).toEqual({ section: null, parcelNo: null })
  })
})

describe('why someone is protected', () => {
  it('has a scope that no agreement of the sample grants; the desk reads the flag without it', async () => {
    const desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
    const query = `query ($id: NationalId!) { person(nationalId: $id) { flags { kind basis } } }`
    const { body } = await desk.send(query, { id: citizen.nationalId }, citizen)
    expect(body.data.person.flags).toContainEqual({ kind: 'PROTECTED', basis: null })
    expect(body.errors[0].extensions).toMatchObject({
      code: 'UNAUTHORIZED_FIELD_OR_TYPE',
      coordinate: 'PersonFlag.basis',
    })
    expect(JSON.stringify(body)).not.toContain('家庭暴力')
  })
})
