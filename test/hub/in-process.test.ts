import { setTimeout as pause } from 'node:timers/promises'
import { hashBody, mintHopToken } from '../../auth/hop-token.ts'
import { PUBLIC_CALLER } from '../../auth/hop-claims.ts'
import { DEMO_CITIZEN, signIn, type HubClient } from '../support/client.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

let hub: RunningHub
let desk: HubClient

beforeAll(async () => {
  hub = await startTestHub({}, { isInProcess: true, isWarmed: true })
  desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
}, 90_000)
afterAll(() => hub?.stop())

describe('a hub as it is started', () => {
  it('has its registered operations compiled for the first who asks, and keeps them in a flood', async () => {
    while (!hub.logs.text().includes('registered operations are compiled')) await pause(50)
    const before = await lookups()
    await desk.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })
    expect(await lookups()).toEqual({ ...before, hit: before.hit + 1 })
    for (let index = 0; index < 20; index++) {
      await desk.send(`query Flood${index} { doorPlate(id: "${index}") { id } }`)
    }
    const flooded = await lookups()
    expect(flooded.miss).toBe(before.miss + 20)
    await desk.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })
    expect(await lookups()).toEqual({ ...flooded, hit: flooded.hit + 1 })
  })
})

describe('agencies in the process of their gateway', () => {
  it('answer the whole visit without an error', async () => {
    const { body } = await desk.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })
    expect(body.errors).toBeUndefined()
    const statuses = body.extensions.sources.map(({ status }: { status: string }) => status)
    expect(statuses).toEqual(['OK', 'OK', 'OK', 'OK', 'OK'])
  })

  it('are DOWN when they stop, hide no other, and heal with the next query', async () => {
    await hub.stopAgency('tax')
    const { body: without } = await desk.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })
    expect(without.data.person.tax).toBeNull()
    expect(without.data.person.motor).not.toBeNull()
    expect(without.errors).toContainEqual(
      expect.objectContaining({ extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'tax' } }),
    )
    expect((await fetch(`${hub.origin}/health/agencies`)).status).toBe(503)
    await hub.startAgency('tax')
    const { body: healed } = await desk.ask('OneStopPerson', { nationalId: DEMO_CITIZEN })
    expect(healed.data.person.tax).not.toBeNull()
  })

  it('still listen, and refuse whoever brings no token or one for another agency', async () => {
    const body = JSON.stringify({ query: '{ __typename }' })
    const forTax = mintHopToken(
      { ...PUBLIC_CALLER, requestId: 'r', aud: 'tax', bh: hashBody(body) },
      hub.keys.hopKey('tax'),
    )
    for (const authorization of [undefined, `Bearer ${forTax}`]) {
      const headers = {
        'content-type': 'application/json',
        ...(authorization && { authorization }),
      }
      const answer = await fetch(hub.agencyUrl('welfare'), { method: 'POST', headers, body })
      expect(answer.status).toBe(401)
    }
  })
})

/** Look-ups of compiled operations so far, as `/metrics` says. */
async function lookups(): Promise<{ readonly hit: number; readonly miss: number }> {
  const text = await (await fetch(`${hub.origin}/metrics`)).text()
  const [hit, miss] = ['hit', 'miss'].map((result) => {
    const line = `hub_compiled_operations_total{result="${result}"} `
    return Number(
      text
        .split('\n')
        .find((each) => each.startsWith(line))
        ?.slice(line.length) ?? 0,
    )
  })
  return { hit: hit!, miss: miss! }
}
