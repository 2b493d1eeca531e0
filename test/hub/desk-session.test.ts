import { jest } from '@jest/globals'
import { revokeAgreement } from '../../auth/revocations.ts'
import { readLogKeys } from '../../auth/keys/log-keys.ts'
import { openLog } from '../../gateway/audit/log-reader.ts'
import { findRecords } from '../../gateway/audit/logged-record.ts'
import { createNoteSigner } from '../../gateway/audit/signed-note.ts'
import { logFolder } from '../../gateway/audit/tiled-disclosure-log.ts'
import { readGatewayConfig } from '../../gateway/config.ts'
import { DEMO_CASE, DEMO_CITIZEN, signIn, type HubAnswer } from '../support/client.ts'
import {
  askAtDesk,
  CITIZEN,
  CookieJar,
  type Cookies,
  openDeskSession,
  postAsPage,
  SESSION_COOKIE,
  signInAtDesk,
} from '../support/desk-session.ts'
import { copyAgreements, type AgreementsFolder } from '../support/agreements-folder.ts'
import { freezeDate } from '../support/frozen-date.ts'
import { expectRefusal } from '../support/refusal.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

const NOW = Date.parse('2026-11-25T09:00:00+08:00')
const VISIT = { purpose: 'joint-service', case: DEMO_CASE }

let hub: RunningHub
let agreements: AgreementsFolder
beforeAll(async () => {
  // the days of tokens and sessions alone stand still; servers go on
  freezeDate(NOW)
  // another agency's staff at the same desk client, for the same purpose, with fewer scopes
  const agency = { code: 'KH_SOCIAL', name: '高雄市政府社會局' }
  const social = { id: 'social-joint-service', clients: ['hub-desk'], agency }
  const seen = { roles: ['welfare-reviewer'], scopes: ['household:identity', 'welfare:status'] }
  agreements = copyAgreements(
    {},
    { 'desk-social': { like: 'desk-jiaxian', ...social, ...seen, accessLog: undefined } as never },
  )
  hub = await startTestHub({ HUB_PUBLIC_RATE: '0', HUB_AGREEMENTS_DIR: agreements.path })
}, 90_000)
beforeEach(() => jest.setSystemTime(NOW))
afterAll(async () => {
  jest.useRealTimers()
  await hub?.stop()
  agreements?.remove()
})

const passMinutes = (minutes: number): void => {
  jest.setSystemTime(Date.now() + minutes * 60_000)
}

/** Posts JSON as a page of the hub with this cookie does. */
function post(path: string, body: object, jar: Cookies): Promise<HubAnswer> {
  return postAsPage(hub.origin, path, body, jar)
}

/** Asks for the demo citizen as a page with this cookie does. */
function ask(jar: Cookies, headers: Record<string, string> = {}): Promise<HubAnswer> {
  return askAtDesk(hub.origin, jar, headers)
}

const openVisit = (visit: object = VISIT, login = 'desk-jiaxian'): Promise<CookieJar> =>
  openDeskSession(hub.origin, visit, { login })

describe('a member of staff', () => {
  it('signs in, opens a visit and sees what the agreement opens, written down under the own name', async () => {
    const jar = await openVisit()
    const { status, body } = await ask(jar)
    expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined })
    expect(body.data.person.name.full).toEqual(expect.any(String))
    const signer = createNoteSigner(
      readGatewayConfig({}).logOrigin,
      readLogKeys(hub.dataDir).signingSeeds()[0]!,
    )
    const log = await openLog(logFolder(hub.dataDir), signer)
    const records = await findRecords(log!, body.extensions.disclosure.requestId)
    const said = {
      actor: 'staff-jiaxian-01',
      client: 'hub-desk',
      agency: 'QS_HRO',
      role: 'desk-clerk',
      purpose: 'joint-service',
      case: DEMO_CASE,
      channel: 'DESK',
    }
    expect(records.map(({ record }) => record)).toEqual([
      expect.objectContaining({ leaf: 'INTENT', ...said }),
      expect.objectContaining({ leaf: 'OUTCOME', ...said, outcome: 'DISCLOSED' }),
    ])
  })

  it('of another agency at the same client sees what that agency’s own agreement opens', async () => {
    const [own, other] = await Promise.all([openVisit(), openVisit(VISIT, 'social-affairs')])
    const query = `query ($nationalId: NationalId!) { person(nationalId: $nationalId) {
      tax { asOf } welfare { asOf } } }`
    const asked = { query, variables: CITIZEN.variables }
    const [first, second] = await Promise.all(
      [own, other].map((jar) =>
        postAsPage(hub.origin, '/graphql', asked, jar, { 'hub-case': DEMO_CASE }),
      ),
    )
    expect(first!.body.data.person.tax).toEqual({ asOf: expect.any(String) })
    expect(second!.body.data.person.tax ?? null).toBeNull()
    expect(second!.body.errors[0].extensions.coordinate).toBe('Person.tax')
  })

  it('sees as much as the agency’s system under the same agreement', async () => {
    const jar = await openVisit()
    const system = await signIn(hub, 'desk-jiaxian', 'joint-service')
    const bySystem = await system.askById('OneStopPerson', CITIZEN.variables)
    expect((await ask(jar)).body.data).toEqual(bySystem.body.data)
  })

  it('is told who is signed in, what for and until when, without any token', async () => {
    const jar = await openVisit()
    const response = await fetch(`${hub.origin}/session`, { headers: { cookie: jar.header } })
    const text = await response.text()
    expect(JSON.parse(text)).toEqual({
      staff: {
        id: 'staff-jiaxian-01',
        name: '示範・林櫃檯',
        agency: 'QS_HRO',
        role: 'desk-clerk',
      },
      purposes: [expect.objectContaining({ id: 'joint-service', code: '175', caseRequired: true })],
      visit: VISIT,
      expires: { idleSeconds: 900, absoluteAt: new Date(NOW + 8 * 3_600_000).toISOString() },
    })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('may open no visit for a purpose of another role, agency or system, nor one without its case', async () => {
    const jar = await signInAtDesk(hub.origin)
    for (const purpose of ['low-income-review', 'door-plate-administration', 'tax-assessment']) {
      const answer = await post('/session/visit', { purpose, case: DEMO_CASE }, jar)
      expectRefusal(answer, 403, 'PURPOSE_NOT_ALLOWED')
    }
    const { purpose } = VISIT
    expectRefusal(await post('/session/visit', { purpose }, jar), 403, 'CASE_REQUIRED')
    expectRefusal(await post('/session/visit', {}, jar), 403, 'PURPOSE_REQUIRED')
    expectRefusal(
      await post('/session/visit', { purpose, case: DEMO_CITIZEN }, jar),
      400,
      'NATIONAL_ID_LITERAL',
    )
  })

  it('sees nothing personal without a visit, or with its visit closed; public data is open', async () => {
    const jar = await signInAtDesk(hub.origin)
    expectRefusal(await ask(jar), 403, 'PURPOSE_REQUIRED')
    const query = '{ administrativeAreas(level: COUNTY) { code } }'
    expect((await post('/graphql', { query }, jar)).status).toBe(200)
    await post('/session/visit', VISIT, jar)
    expect((await ask(jar)).status).toBe(200)
    expect((await post('/session/visit', { purpose: null }, jar)).body.visit).toBeNull()
    expectRefusal(await ask(jar), 403, 'PURPOSE_REQUIRED')
  })

  it('names the case with each request, and cannot name another purpose by header', async () => {
    const jar = await openVisit()
    expectRefusal(await post('/graphql', CITIZEN, jar), 403, 'CASE_REQUIRED')
    const headers = { 'hub-purpose': 'low-income-review' }
    const { body } = await ask(jar, headers)
    expect(body.errors).toBeUndefined()
  })

  it('with two tabs has one visit: the tab that shows the former one is refused', async () => {
    const jar = await openVisit()
    await post('/session/visit', { ...VISIT, case: '1070510-0999' }, jar)
    expectRefusal(await ask(jar), 409, 'VISIT_CHANGED')
    await post('/session/visit', VISIT, jar)
    expect((await ask(jar)).status).toBe(200)
  })
})

describe('a session', () => {
  it('is kept by a cookie for this host alone that no script reads and no other site sends', async () => {
    const jar = await signInAtDesk(hub.origin)
    const line = jar.lines.find((each) => each.startsWith(`${SESSION_COOKIE}=`)) ?? ''
    expect(line).toMatch(
      /^__Host-hub-session=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
    )
  })

  it('ends after 15 minutes without a request, not before', async () => {
    const jar = await openVisit()
    for (let times = 0; times < 3; times++) {
      passMinutes(14.5)
      expect((await ask(jar)).status).toBe(200)
    }
    passMinutes(15.1)
    expectRefusal(await ask(jar), 401, 'SESSION_ENDED')
  })

  it('is not kept awake by a page that only asks who is signed in', async () => {
    const jar = await openVisit()
    const who = (): Promise<Response> =>
      fetch(`${hub.origin}/session`, { headers: { cookie: jar.header } })
    passMinutes(10)
    expect((await who()).status).toBe(200)
    passMinutes(6)
    expect((await who()).status).toBe(401)
  })

  it('ends after 8 hours, however busy', async () => {
    const jar = await openVisit()
    for (let minutes = 0; minutes < 8 * 60 - 14; minutes += 14) {
      passMinutes(14)
      expect((await post('/session/visit', VISIT, jar)).status).toBe(200)
    }
    passMinutes(13)
    expectRefusal(await ask(jar), 401, 'SESSION_ENDED')
  })

  it('gets a new token for its visit when the former one ends', async () => {
    const jar = await openVisit()
    passMinutes(6)
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(jar)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  })

  it('ends with the sign-out: its cookie opens nothing, and its tokens are taken back', async () => {
    const jar = await openVisit()
    const stolen = { header: jar.header }
    const { status, headers } = await post('/session/sign-out', {}, jar)
    jar.take(headers)
    expect(status).toBe(204)
    expect(jar.get(SESSION_COOKIE)).toBeUndefined()
    expectRefusal(await ask(stolen), 401, 'SESSION_ENDED')
    expectRefusal(await post('/session/visit', VISIT, stolen), 401, 'SESSION_ENDED')
    expect(hub.logs.text()).not.toContain('took no token back')
  })

  it('is a new one at each sign-in, and the former one ends', async () => {
    const jar = await openVisit()
    const former = { header: jar.header }
    const before = jar.get(SESSION_COOKIE)
    await signInAtDesk(hub.origin, {}, jar)
    expect(jar.get(SESSION_COOKIE)).not.toBe(before)
    expectRefusal(await ask(former), 401, 'SESSION_ENDED')
  })

  it('cannot be chosen by whoever puts a cookie into the browser first', async () => {
    const jar = new CookieJar()
    const planted = 'A'.repeat(43)
    jar.take(new Headers({ 'set-cookie': `${SESSION_COOKIE}=${planted}` }))
    await signInAtDesk(hub.origin, {}, jar)
    expect(jar.get(SESSION_COOKIE)).not.toBe(planted)
    expectRefusal(await ask({ header: `${SESSION_COOKIE}=${planted}` }), 401, 'SESSION_ENDED')
  })

  it('under a revoked agreement opens nothing within 5 seconds', async () => {
    const jar = await openVisit(
      { purpose: 'lookup-lost-person', case: DEMO_CASE },
      'police-jiaxian',
    )
    expect((await ask(jar)).status).toBe(200)
    revokeAgreement(hub.dataDir, 'police-jiaxian-lookup-lost-person')
    jest.setSystemTime(Date.now() + 5_000)
    expectRefusal(await ask(jar), 403, 'PURPOSE_NOT_ALLOWED')
  })
})
