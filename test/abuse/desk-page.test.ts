import { jest } from '@jest/globals'
import {
  askAtDesk,
  browse,
  CITIZEN,
  CookieJar,
  openDeskSession,
  postAsPage,
  sendForm,
  sendSignIn,
  SESSION_COOKIE,
} from '../support/desk-session.ts'
import { freezeDate } from '../support/frozen-date.ts'
import { expectRefusal, expectStillUp } from '../support/refusal.ts'
import { startTestHub, type RunningHub } from '../support/running-hub.ts'

let hub: RunningHub
beforeAll(async () => {
  freezeDate(Date.now())
  hub = await startTestHub({ HUB_PUBLIC_RATE: '0' })
}, 90_000)
afterEach(() => expectStillUp(hub))
afterAll(async () => {
  jest.useRealTimers()
  await hub?.stop()
})

describe('a page of another site', () => {
  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['the origin null', { origin: 'null' }],
    ['another port of this host', { origin: 'http://127.0.0.1:1' }],
    ['a site that the browser says is another', { 'sec-fetch-site': 'cross-site' }],
    ['a site beside this one', { 'sec-fetch-site': 'same-site' }],
  ])('H4 with a session of ours and %s gets nothing', async (_case, headers) => {
    const jar = await openDeskSession(hub.origin)
    expectRefusal(await askAtDesk(hub.origin, jar, headers), 403, 'CSRF')
    for (const path of ['/session/visit', '/session/sign-out']) {
      expectRefusal(await postAsPage(hub.origin, path, {}, jar, headers), 403, 'CSRF')
    }
    expect((await askAtDesk(hub.origin, jar)).status).toBe(200)
  })

  it('H4 that names no origin gets nothing by cookie', async () => {
    const jar = await openDeskSession(hub.origin)
    const response = await fetch(hub.graphqlUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: jar.header },
      body: JSON.stringify(CITIZEN),
    })
    expect(response.status).toBe(403)
  })

  it('H1 H3 asks by POST of JSON alone', async () => {
    const jar = await openDeskSession(hub.origin)
    const headers = { cookie: jar.header, origin: hub.origin }
    const query = '?query={__typename}'
    expect((await fetch(`${hub.graphqlUrl}${query}`, { headers })).status).toBe(405)
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const answer = await askAtDesk(hub.origin, jar, { 'content-type': type })
      expectRefusal(answer, 415, 'MEDIA_TYPE_UNSUPPORTED')
      expectRefusal(
        await postAsPage(hub.origin, '/session/sign-out', {}, jar, { 'content-type': type }),
        415,
        'MEDIA_TYPE_UNSUPPORTED',
      )
    }
  })

  it('a session and a token in one request are refused', async () => {
    const jar = await openDeskSession(hub.origin)
    expectRefusal(
      await askAtDesk(hub.origin, jar, { authorization: 'DPoP x' }),
      400,
      'CREDENTIALS_AMBIGUOUS',
    )
    expectRefusal(await askAtDesk(hub.origin, jar, { dpop: 'x' }), 400, 'CREDENTIALS_AMBIGUOUS')
  })
})

describe('signing in', () => {
  it('goes on to a path of the hub, never to another site', async () => {
    const ends = async (path: string): Promise<string | undefined> => {
      const jar = new CookieJar()
      const page = await browse(hub.origin, `/session/sign-in?return=${path}`, jar)
      const done = await sendSignIn(hub.origin, await page.text(), jar)
      return /url=([^"]+)"/.exec(await done.text())?.[1]
    }
    expect(await ends('/desk/today')).toBe('/desk/today')
    expect(await ends('https://evil.example')).toBe('/session')
    expect(await ends('//evil.example')).toBe('/session')
    expect(await ends(encodeURIComponent('/\\evil.example'))).toBe('/session')
  })

  it('with the answer of another browser is refused, and so is the same answer again', async () => {
    const jar = new CookieJar()
    const page = await browse(hub.origin, '/session/sign-in', jar)
    const done = await sendSignIn(hub.origin, await page.text(), jar)
    const answer = new URL(done.url)
    const path = `${answer.pathname}${answer.search}`
    for (const other of [new CookieJar(), jar]) {
      const refused = await browse(hub.origin, path, other)
      expect(refused.status).toBe(403)
      expect(await refused.text()).toContain('SIGN_IN_REFUSED')
    }
  })

  it('with the answer to another attempt, or of another issuer, is refused', async () => {
    for (const change of [
      { state: 'x' },
      { iss: 'https://evil.example' },
      { code: 'x' },
      { error: 'access_denied' },
    ]) {
      const jar = new CookieJar()
      const page = await browse(hub.origin, '/session/sign-in', jar)
      const sent = await sendForm(hub.origin, await page.text(), jar)
      const resumed = await fetch(new URL(sent.headers.get('location')!, hub.origin), {
        redirect: 'manual',
        headers: { cookie: jar.header },
      })
      const answer = new URL(resumed.headers.get('location')!, hub.origin)
      for (const [name, value] of Object.entries(change)) answer.searchParams.set(name, value)
      const refused = await browse(hub.origin, `${answer.pathname}${answer.search}`, jar)
      expect(refused.status).toBe(403)
      expect(jar.get(SESSION_COOKIE)).toBeUndefined()
    }
  })

  it('with a wrong password is refused, and after five tries has to wait', async () => {
    const jar = new CookieJar()
    const page = await (await browse(hub.origin, '/session/sign-in', jar)).text()
    const login = 'desk-jiaxian-2'
    for (let tries = 0; tries < 5; tries++) {
      const refused = await sendSignIn(hub.origin, page, jar, { login, password: 'wrong' })
      expect(refused.status).toBe(401)
      expect(await refused.text()).toContain('SIGN_IN_WRONG')
    }
    const locked = await sendSignIn(hub.origin, page, jar, { login })
    expect(locked.status).toBe(429)
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await locked.text()).toContain('請於 15 分鐘後再試')
    jest.setSystemTime(Date.now() + 15 * 60_000)
    const again = await (await browse(hub.origin, '/session/sign-in', jar)).text()
    expect((await sendSignIn(hub.origin, again, jar, { login })).status).toBe(200)
  })

  it('shows a page without scripts that no other page may frame', async () => {
    const page = await browse(hub.origin, '/session/sign-in', new CookieJar())
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(await page.text()).not.toMatch(/<script|style="|\bon\w+=/)
  })
})
