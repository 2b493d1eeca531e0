import { readFileSync } from 'node:fs'
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql'
import { parse } from 'yaml'
import type { Agreement } from '../../auth/agreement.ts'
import { copyAgreements, type AgreementsFolder } from '../support/agreements-folder.ts'
import { post, signIn, type HubAnswer, type HubClient } from '../support/client.ts'
import { countsOf } from '../support/counts.ts'
import { expectRefusal } from '../support/refusal.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'
import { coordinatesInAnswer, coordinatesInSdl } from '../support/visible-coordinates.ts'

const SUPERGRAPH = readFileSync('schemas/supergraph.graphql', 'utf8')
const STOCK = getIntrospectionQuery()
const EVERYTHING = getIntrospectionQuery({
  specifiedByUrl: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  directiveIsRepeatable: true,
})

let hub: RunningHub
let agreements: AgreementsFolder
let desk: HubClient
let plates: HubClient
beforeAll(async () => {
  agreements = copyAgreements({ 'motor-office': { freeFormDocuments: false } })
  hub = await startTestHub({ HUB_PUBLIC_RATE: '0', HUB_AGREEMENTS_DIR: agreements.path })
  desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
  plates = await signIn(hub, 'plate-officer', 'door-plate-administration')
}, 90_000)
afterAll(async () => {
  await hub?.stop()
  agreements?.remove()
})

function held(agreement: string): ReadonlySet<string> {
  const text = readFileSync(`auth/agreements/${agreement}.yaml`, 'utf8')
  const { scopes, policies } = parse(text) as Agreement
  return new Set([...scopes, ...policies.map((policy) => `policy:${policy}`)])
}

async function schemaOf(client: HubClient, query = STOCK): Promise<IntrospectionQuery> {
  const { status, body } = await client.send(query, {}, { caseNo: null })
  expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined })
  expect(body.extensions).toEqual({ sources: [] })
  return body.data
}

describe('the schema that a client is shown', () => {
  it.each([
    ['desk-jiaxian', 'joint-service'],
    ['plate-officer', 'door-plate-administration'],
    ['social-affairs', 'low-income-review'],
    ['hub-operator', 'hub-operation'],
    ['auditor', 'disclosure-audit'],
  ])('is exactly what the agreement of %s reaches', async (client, purpose) => {
    const shown = coordinatesInAnswer(await schemaOf(await signIn(hub, client, purpose)))
    expect(shown).toEqual(coordinatesInSdl(SUPERGRAPH, held(client)))
  })

  it('differs from client to client, and never has what agencies tell each other alone', async () => {
    const ofDesk = coordinatesInAnswer(await schemaOf(desk))
    const ofPlates = coordinatesInAnswer(await schemaOf(plates))
    expect(ofDesk).toContain('Person.tax')
    expect(ofDesk).not.toContain('TaxProfile.income')
    expect(ofDesk).not.toContain('Mutation.assignDoorPlate')
    expect(ofPlates).toContain('Mutation.assignDoorPlate')
    for (const shown of [ofDesk, ofPlates]) {
      expect(shown).not.toContain('Person.formerIds')
      expect(shown).not.toContain('Person.isProtected')
    }
  })

  it('is a whole schema with its descriptions, also for a tool that asks for everything', async () => {
    const schema = buildClientSchema(await schemaOf(desk, EVERYTHING))
    expect(schema.getType('Person')?.description).toMatch(/\p{Script=Han}/u)
  })

  it('says nothing of a type beyond the rights by its name', async () => {
    const ask = '{ __type(name: "AssignDoorPlateInput") { name inputFields { name } } }'
    expect((await desk.send(ask)).body.data).toEqual({ __type: null })
    expect((await plates.send(ask)).body.data.__type.name).toBe('AssignDoorPlateInput')
    const byVariable = 'query ($name: String!) { __type(name: $name) { name } __typename }'
    const { body } = await desk.send(byVariable, { name: 'Person' })
    expect(body.data).toEqual({ __type: { name: 'Person' }, __typename: 'Query' })
  })

  it('is read without asking an agency', async () => {
    const before = await countsOf(hub, hub.agencies)
    await schemaOf(desk)
    expect(await countsOf(hub, hub.agencies)).toEqual(before)
  })
})

describe('who is shown no schema', () => {
  it('whoever brings no token', async () => {
    const answer = await post(hub, JSON.stringify({ query: STOCK }))
    expectRefusal(answer, 400, 'QUERY_INVALID')
    expect(answer.body.errors[0].message).toContain('introspection is not served')
  })

  it('a partner whose agreement allows registered operations alone', async () => {
    const partner = await signIn(hub, 'motor-office', 'vehicle-registration')
    expectRefusal(await partner.send(STOCK), 403, 'DOCUMENT_NOT_REGISTERED')
  })
})

describe('asking for the schema', () => {
  const refused = (query: string): Promise<HubAnswer> => desk.send(query)

  it.each([
    '{ __schema { queryType { name } } administrativeAreas(level: COUNTY) { code } }',
    '{ ...F } fragment F on Query { __type(name: "Person") { name } ... { administrativeAreas(level: COUNTY) { code } } }',
  ])('together with data is refused, saying so', async (query) => {
    const answer = await refused(query)
    expectRefusal(answer, 400, 'QUERY_INVALID')
    expect(answer.body.errors[0].message).toContain('stand alone')
  })

  it.each([
    '{ __schema { types { fields { type { fields { name } } } } } }',
    '{ __schema { types { ...F } } } fragment F on __Type { possibleTypes { interfaces { name } } }',
    '{ __schema { types { a: name b: name } } }',
    '{ a: __schema { types { name } } b: __schema { types { name } } }',
  ])('G11 in circles or more than once is refused: %s', async (query) => {
    expectRefusal(await refused(query), 400, 'OPERATION_LIMIT')
  })

  it('under several names by __type is served', async () => {
    const ask = '{ a: __type(name: "Person") { name } b: __type(name: "DoorPlate") { name } }'
    expect((await desk.send(ask)).body.data).toEqual({
      a: { name: 'Person' },
      b: { name: 'DoorPlate' },
    })
  })
})
