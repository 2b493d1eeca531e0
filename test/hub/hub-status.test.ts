import { createHash } from 'node:crypto'
import { DEMO_CITIZEN, signIn, type HubClient } from '../support/client.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'
import { readText } from '../support/source-tree.ts'

interface AgencyLine {
  readonly code: string
  readonly name: string
  readonly state: string
  readonly p50Ms: number | null
  readonly p95Ms: number | null
  readonly errorRate: number | null
  readonly lastOkAt: string | null
}

let hub: RunningHub
let operator: HubClient
let desk: HubClient

beforeAll(async () => {
  hub = await startTestHub()
  operator = await signIn(hub, 'hub-operator', 'hub-operation')
  desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
}, 90_000)
afterAll(() => hub?.stop())

async function agencies(): Promise<readonly AgencyLine[]> {
  const { body } = await operator.ask('HubStatus', {}, { caseNo: null })
  expect(body.errors).toBeUndefined()
  return body.data.hubStatus.agencies
}

describe('the state of the hub', () => {
  it('tells its release and the supergraph it serves, without a case', async () => {
    const { body } = await operator.ask('HubStatus', {}, { caseNo: null })
    const { version } = JSON.parse(readText('package.json')) as { version: string }
    const hash = createHash('sha256').update(readText('schemas/supergraph.graphql')).digest('hex')
    expect(body.data.hubStatus).toMatchObject({ release: version, supergraphHash: hash })
    expect(body.extensions.sources).toMatchObject([{ agency: 'hub', status: 'OK' }])
  })

  it('names every agency with its Chinese name, and itself among none', async () => {
    const lines = await agencies()
    expect(lines.map(({ code }) => code)).toEqual(hub.agencies)
    expect(lines.find(({ code }) => code === 'tax')).toMatchObject({ name: '稅務', state: 'OK' })
  })

  it('has figures of an agency as soon as it was asked', async () => {
    expect((await agencies()).find(({ code }) => code === 'welfare')?.p50Ms).toBeNull()
    await desk.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })
    const { p50Ms, p95Ms, errorRate } = (await agencies()).find(({ code }) => code === 'welfare')!
    expect(p50Ms).toBeGreaterThan(0)
    expect(p95Ms).toBeGreaterThanOrEqual(p50Ms!)
    expect(errorRate).toBe(0)
  })

  it('says DOWN of an agency that stopped, with its failed fetches and when it last answered', async () => {
    const { lastOkAt } = (await agencies()).find(({ code }) => code === 'tax')!
    await hub.stopAgency('tax')
    await desk.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })
    const down = (await agencies()).find(({ code }) => code === 'tax')!
    expect(down).toMatchObject({ state: 'DOWN', errorRate: expect.any(Number) })
    expect(down.errorRate).toBeGreaterThan(0)
    expect(Date.parse(down.lastOkAt!)).toBeGreaterThanOrEqual(Date.parse(lastOkAt!))
    await hub.startAgency('tax')
    const healed = (await agencies()).find(({ code }) => code === 'tax')!
    expect(healed.state).toBe('DEGRADED')
  })

  it('is for operators: the desk gets null and its coordinate', async () => {
    const { body } = await desk.ask('HubStatus', {})
    expect(body.data).toEqual({ hubStatus: null })
    expect(body.errors[0].extensions).toMatchObject({
      code: 'UNAUTHORIZED_FIELD_OR_TYPE',
      coordinate: 'Query.hubStatus',
    })
  })

  it('does not wait for itself to be ready', async () => {
    const ready = await fetch(`${hub.origin}/health/ready`)
    const { agencies: answered } = (await ready.json()) as { agencies: { name: string }[] }
    expect(answered.map(({ name }) => name)).toEqual(hub.agencies)
  })
})
