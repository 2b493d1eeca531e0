import { setTimeout } from 'node:timers/promises'
import { actAsGateway } from '../support/agency-hop.ts'
import { inDatabase } from '../support/arrange.ts'
import { DEMO_CASE, DEMO_CITIZEN, signIn, type HubAnswer } from '../support/client.ts'
import { forgetWithdrawals, holdTable, withdrawConsent } from '../support/consent.ts'
import { expectStillUp } from '../support/refusal.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

let hub: RunningHub
beforeAll(async () => {
  hub = await startTestHub({ HUB_PUBLIC_RATE: '0' })
}, 90_000)
afterEach(async () => {
  await forgetWithdrawals(hub)
  await expectStillUp(hub)
})
afterAll(() => hub?.stop())

const CITIZEN = { nationalId: DEMO_CITIZEN }
const CLOSED = { caseNo: '1070510-0001' }
const BILLS =
  'query Q($nationalId: NationalId!) { person(nationalId: $nationalId) { tax { bills { billNo } } } }'

/** What an answer says, but for the time it took. */
const said = ({ status, body }: HubAnswer) => ({ status, data: body.data, errors: body.errors })
const statementsOfOthers = async () => {
  const { household: _, ...others } = await hub.statements()
  return others
}

describe('Z19 a consent withdrawn', () => {
  it('between token and request opens nothing: as a case that is closed, and no other agency is asked', async () => {
    const desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
    expect((await desk.ask('OneStopPerson', CITIZEN)).body.data.person.tax.bills).not.toEqual([])
    await withdrawConsent(hub)
    const before = await statementsOfOthers()
    const refused = said(await desk.ask('OneStopPerson', CITIZEN))
    expect(refused.data.person).toBeNull()
    expect(refused.errors[0].extensions.code).toBe('CASE_NOT_VALID')
    expect(refused).toEqual(said(await desk.ask('OneStopPerson', CITIZEN, CLOSED)))
    expect(await statementsOfOthers()).toEqual(before)
  })

  it('looks like nobody to a client that may not know of existence', async () => {
    const tax = await signIn(hub, 'local-tax', 'tax-assessment')
    await withdrawConsent(hub, 'tax-assessment')
    const refused = said(await tax.send(BILLS, CITIZEN))
    expect(refused).toEqual({ status: 200, data: { person: null }, errors: undefined })
    expect(refused).toEqual(said(await tax.send(BILLS, { nationalId: 'A123456789' })))
  })

  it('ends its own purpose alone', async () => {
    const tax = await signIn(hub, 'local-tax', 'tax-assessment')
    await withdrawConsent(hub)
    expect((await tax.send(BILLS, CITIZEN)).body.data.person.tax.bills).not.toEqual([])
  })

  it('opens the case again once it is signed anew, on a later day', async () => {
    const desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
    await withdrawConsent(hub)
    await inDatabase(hub, 'household', (session) =>
      session.run(
        `insert into consent values ('withdrawn not', $1, $2, 'LOCALTAX_QISHAN', 'joint-service', '2018-05-11', null)`,
        [DEMO_CASE, DEMO_CITIZEN],
      ),
    )
    expect((await desk.send(BILLS, CITIZEN)).body.data.person).not.toBeNull()
  })

  it('leaves no way past the desk’s door: no grant, no household', async () => {
    const gateway = actAsGateway(hub)
    const [own] = await inDatabase(hub, 'household', (session) =>
      session.run(
        `select h.id from household h join household_member using (household_key)
           join person_national_id using (person_no) where national_id = $1 and is_present`,
        [DEMO_CITIZEN],
      ),
    )
    const person = { __typename: 'Person', id: gateway.sealer.seal(DEMO_CITIZEN) }
    const household = (id: string) =>
      gateway.entities('household', '... on Household { householdNo }', [
        { __typename: 'Household', id },
      ])
    const grant = () => gateway.entities('household', '... on Person { caseGrant }', [person])
    const ownId = String(own!['id'])
    expect(await household(ownId)).toContain('householdNo')
    expect(await grant()).toContain('caseGrant')
    await withdrawConsent(hub, 'tax-assessment')
    expect(await household(ownId)).toBe(await household('hh-nobody'))
    expect(await grant()).not.toMatch(/caseGrant":"/)
  })

  it('closes the citizen’s own log and receipts as well, as a case that is closed', async () => {
    const desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
    const tax = await signIn(hub, 'local-tax', 'tax-assessment')
    const { body } = await tax.ask('OneStopPerson', CITIZEN)
    const { requestId } = body.extensions.disclosure
    const log = (options = {}) => desk.ask('AccessLog', { personId: body.data.person.id }, options)
    const receipt = (options = {}) => desk.ask('DisclosureReceipt', { requestId }, options)
    expect((await log()).body.data.accessLog.nodes).not.toEqual([])
    expect((await receipt()).body.data.disclosureReceipt.record).toContain(requestId)
    await withdrawConsent(hub)
    const [refused, unproven] = [said(await log()), said(await receipt())]
    expect(refused).toEqual(said(await log(CLOSED)))
    expect(unproven).toEqual(said(await receipt(CLOSED)))
    expect([
      refused.data.accessLog?.nodes ?? null,
      unproven.data.disclosureReceipt?.record ?? null,
    ]).toEqual([null, null])
  })

  it('between two fetches ends with the request that is under way: every later one sees nothing', async () => {
    const desk = await signIn(hub, 'desk-jiaxian', 'joint-service')
    await holdTable(hub, 'tax', 'tax_bill', async (reached) => {
      const underWay = desk.send(BILLS, CITIZEN)
      await reached()
      await withdrawConsent(hub)
      const withdrawnAt = performance.now()
      const later = await Promise.all(Array.from({ length: 5 }, () => desk.send(BILLS, CITIZEN)))
      for (const { body } of later) expect(body.data.person).toBeNull()
      // the request had its grant: what it still brings or not, it is over within seconds
      const ended = await Promise.race([underWay, setTimeout(5_000, undefined, { ref: false })])
      expect(ended).toBeDefined()
      expect(performance.now() - withdrawnAt).toBeLessThan(5_000)
    })
    expect((await desk.send(BILLS, CITIZEN)).body.data.person).toBeNull()
  })
})
