import { readLogKeys } from '../../auth/keys/log-keys.ts'
import { openLog } from '../../gateway/audit/log-reader.ts'
import { findRecords } from '../../gateway/audit/logged-record.ts'
import { createNoteSigner } from '../../gateway/audit/signed-note.ts'
import { logFolder } from '../../gateway/audit/tiled-disclosure-log.ts'
import { readGatewayConfig } from '../../gateway/config.ts'
import { inDatabase } from '../support/arrange.ts'
import { post, signIn, type HubAnswer, type HubClient } from '../support/client.ts'
import { countsOf } from '../support/counts.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

let hub: RunningHub
let officer: HubClient
beforeAll(async () => {
  hub = await startTestHub()
  officer = await signIn(hub, 'plate-officer', 'door-plate-administration')
}, 90_000)
afterAll(() => hub?.stop())

const CHANGE = `mutation Change($input: ChangeDoorPlateInput!) {
  changeDoorPlate(input: $input) {
    doorPlate { id text status version validFrom predecessors { id text } }
    rejection { code message }
  }
}`
const RENUMBER = `mutation Renumber($input: RenumberDoorPlatesInput!) {
  renumberDoorPlates(input: $input) {
    isPreview revision changes { before { id version } text after { id status } }
    rejection { code }
  }
}`

let keys = 0
const inputOf = (input: object): { input: object } => ({
  input: { key: `key-${++keys}`, effectiveDate: '2018-05-10', ...input },
})
const send = (query: string, input: object): Promise<HubAnswer> =>
  officer.send(query, inputOf(input), { caseNo: null })

/** A plate of the sample that nothing has happened to, with what its officer must name. */
async function anyPlate(): Promise<{ id: string; version: number; text: string }> {
  return inDatabase(hub, 'address', async (session) => {
    const [plate] = await session.run(`select id, version, text from door_plate
      where town_code = '64000330' and status = 'ACTIVE' and version = 1 and valid_from is null
      order by id desc limit 1`)
    return plate as never
  })
}

/** What a change leaves behind, as one text. */
async function footprint(): Promise<string> {
  return inDatabase(hub, 'address', async (session) => {
    const rows = await session.run(`select
      (select md5(string_agg(p::text, '|' order by id)) from door_plate p) as plates,
      (select count(*) from door_plate_event) as events, (select count(*) from outbox) as outbox`)
    return JSON.stringify(rows)
  })
}

describe('the door-plate officer', () => {
  it('changes a plate, without a case, and anyone reads the new one', async () => {
    const { id, version, text } = await anyPlate()
    const { status, body } = await send(CHANGE, {
      doorPlate: { id, version },
      address: { road: '文化路', area: null, number: '9001號' },
    })
    expect(status).toBe(200)
    expect(body.errors).toBeUndefined()
    const { doorPlate, rejection } = body.data.changeDoorPlate
    expect(rejection).toBeNull()
    expect(doorPlate).toMatchObject({ status: 'ACTIVE', predecessors: [{ id, text }] })
    expect(doorPlate.text).toContain('文化路9001號')

    const query = `{ doorPlate(id: "${id}") { status validTo successors { id } } }`
    const read = await post(hub, JSON.stringify({ query }))
    expect(read.body.data.doorPlate).toEqual({
      status: 'ABOLISHED',
      validTo: '2018-05-09',
      successors: [{ id: doorPlate.id }],
    })
  })

  it('leaves intent and outcome in the disclosure log, and no person in them', async () => {
    const { id, version } = await anyPlate()
    const { body } = await send(CHANGE, {
      doorPlate: { id, version },
      address: { number: '9002號' },
    })
    const { requestId } = body.extensions.disclosure
    const log = await openLog(logFolder(hub.dataDir), logVerifier())
    const records = await findRecords(log!, requestId)
    expect(records.map(({ record }) => record)).toEqual([
      expect.objectContaining({
        leaf: 'INTENT',
        client: 'plate-officer',
        purpose: 'door-plate-administration',
        case: null,
      }),
      expect.objectContaining({ leaf: 'OUTCOME', outcome: 'DISCLOSED', subjects: [] }),
    ])
  })

  it('is told CONFLICT over a plate that a colleague changed first', async () => {
    const { id, version } = await anyPlate()
    const change = (number: string) => ({ doorPlate: { id, version }, address: { number } })
    const answers = await Promise.all([
      send(CHANGE, change('9011號')),
      send(CHANGE, change('9013號')),
    ])
    const codes: string[] = answers.map(
      ({ body }) => body.data.changeDoorPlate.rejection?.code ?? 'DONE',
    )
    expect(codes.toSorted()).toEqual(['CONFLICT', 'DONE'])
  })

  it('renumbers a settlement as the preview showed it', async () => {
    const where = { townCode: '64000330', village: '西安里' }
    const to = { area: null, road: '西安路' }
    const shown = await send(RENUMBER, { where, to, isPreview: true })
    const { revision, changes, rejection } = shown.body.data.renumberDoorPlates
    expect(rejection).toBeNull()
    expect(changes.length).toBeGreaterThan(100)
    const done = await send(RENUMBER, { where, to, revision })
    const after = done.body.data.renumberDoorPlates
    expect(after.changes).toHaveLength(changes.length)
    expect(done.body.errors).toBeUndefined()
  })
})

describe('Z24 a mutation without its scope', () => {
  it('leaves no side effect for a desk of another purpose, under any alias or fragment', async () => {
    const desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
    const { id, version } = await anyPlate()
    const before = await footprint()
    const fetches = await countsOf(hub, ['address'])
    const input = { doorPlate: { id, version }, address: { number: '9021號' } }
    const documents = [
      CHANGE,
      CHANGE.replace('changeDoorPlate(', 'done: changeDoorPlate('),
      `mutation ($input: ChangeDoorPlateInput!) { ...F }
       fragment F on Mutation { changeDoorPlate(input: $input) { __typename } }`,
      `mutation ($input: ChangeDoorPlateInput!) { ... @include(if: true) {
         changeDoorPlate(input: $input) { doorPlate { id } } } }`,
    ]
    for (const document of documents) {
      const { body } = await desk.send(document, inputOf(input))
      expect(Object.values(body.data)).toEqual([null])
      expect(body.errors[0].extensions).toMatchObject({
        code: 'UNAUTHORIZED_FIELD_OR_TYPE',
        coordinate: 'Mutation.changeDoorPlate',
      })
    }
    expect(await countsOf(hub, ['address'])).toEqual(fetches)
    expect(await footprint()).toEqual(before)
  })

  it('is refused without a token', async () => {
    const { id, version } = await anyPlate()
    const before = await footprint()
    const variables = inputOf({ doorPlate: { id, version }, address: { number: '9022號' } })
    const { status, body } = await post(hub, JSON.stringify({ query: CHANGE, variables }))
    expect(status).toBe(401)
    expect(body.errors[0].extensions.code).toBe('UNAUTHENTICATED')
    expect(await footprint()).toEqual(before)
  })
})

function logVerifier(): ReturnType<typeof createNoteSigner> {
  const { logOrigin } = readGatewayConfig({ HUB_DATA_DIR: hub.dataDir })
  return createNoteSigner(logOrigin, readLogKeys(hub.dataDir).signingSeeds()[0]!)
}
