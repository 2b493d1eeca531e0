import { DEMO_CITIZEN, post, signIn } from '../support/client.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

let hub: RunningHub
beforeAll(async () => {
  hub = await startTestHub({ HUB_PUBLIC_RATE: '1' })
}, 90_000)
afterAll(() => hub?.stop())

describe('an address that asks too often without a token', () => {
  it('is told when to come back, while those with a token are answered', async () => {
    const body = JSON.stringify({ query: '{ administrativeAreas(level: COUNTY) { code } }' })
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(hub, body)))
    const refused = answers.filter(({ status }) => status === 429)
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(5)
    expect(refused.length).toBeGreaterThan(10)
    expect(refused[0]?.body.errors[0].extensions.code).toBe('RATE_LIMITED')
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
    const desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
    const { status } = await desk.ask('CitizenAtDesk', { nationalId: DEMO_CITIZEN })
    expect(status).toBe(200)
  })
})
