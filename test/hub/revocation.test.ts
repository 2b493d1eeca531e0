import { setTimeout } from 'node:timers/promises'
import { revokeAgreement } from '../../auth/revocations.ts'
import { DEMO_CITIZEN, signIn } from '../support/client.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

let hub: RunningHub
beforeAll(async () => {
  hub = await startTestHub()
}, 90_000)
afterAll(() => hub?.stop())

describe('an agreement that is revoked while its client asks', () => {
  it('opens nothing within 5 seconds, while other clients are served', async () => {
    const tax = await signIn(hub, 'local-tax', 'tax-assessment')
    const desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
    const variables = { nationalId: DEMO_CITIZEN }
    expect((await tax.ask('CitizenAtDesk', variables)).status).toBe(200)
    const inFlight = Array.from({ length: 10 }, () => tax.ask('CitizenAtDesk', variables))
    revokeAgreement(hub.dataDir, 'local-tax-tax-assessment')
    const revokedAt = performance.now()
    for (const { status } of await Promise.all(inFlight)) expect([200, 403]).toContain(status)
    let last = await tax.ask('CitizenAtDesk', variables)
    while (last.status === 200 && performance.now() - revokedAt < 5_000) {
      await setTimeout(100)
      last = await tax.ask('CitizenAtDesk', variables)
    }
    expect(last.status).toBe(403)
    expect(last.body.errors[0].extensions.code).toBe('PURPOSE_NOT_ALLOWED')
    expect(last.body.data ?? null).toBeNull()
    expect(performance.now() - revokedAt).toBeLessThan(5_000)
    expect((await desk.ask('CitizenAtDesk', variables)).status).toBe(200)
  })
})
