import { readRegisteredOperations } from '../../gateway/compile/registered-operations.ts'
import { DEMO_CASE, DEMO_CITIZEN, type HubAnswer } from './client.ts'
import { DEMO_PASSWORD } from '../../auth/issuer/sample-staff.ts'

/** A browser's cookies, as far as a sign-in needs them: by name, for one origin. */
export class CookieJar {
  readonly #cookies = new Map<string, string>()
  /** Every `Set-Cookie` line that came, with its attributes. */
  readonly lines: string[] = []

  /** Remembers what an answer sets, and forgets what it takes back. */
  take(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      this.lines.push(line)
      const [pair = ''] = line.split(';')
      const [name = '', ...value] = pair.split('=')
      const isOver = /max-age=0\b|expires=Thu, 01 Jan 1970/i.test(line)
      if (isOver) this.#cookies.delete(name)
      else this.#cookies.set(name, value.join('='))
    }
  }

  get(name: string): string | undefined {
    return this.#cookies.get(name)
  }

  /** The `Cookie` header. */
  get header(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }
}

export interface DeskSignIn {
  readonly login?: string
  readonly password?: string
}

export const SESSION_COOKIE = '__Host-hub-session'

/** Follows redirects from a path of the hub as a browser would, up to a page. */
export async function browse(origin: string, path: string, jar: CookieJar): Promise<Response> {
  let url = new URL(path, origin)
  for (let hops = 0; hops < 10; hops++) {
    const response = await fetch(url, { redirect: 'manual', headers: { cookie: jar.header } })
    jar.take(response.headers)
    const next = response.headers.get('location')
    if (next === null) return response
    await response.arrayBuffer()
    url = new URL(next, url)
  }
  throw new Error('too many redirects')
}

/** Sends the form of the sign-in page as the browser does; the answer leads on, or says what is wrong. */
export async function sendForm(
  origin: string,
  page: string,
  jar: CookieJar,
  { login = 'desk-jiaxian', password = DEMO_PASSWORD }: DeskSignIn = {},
): Promise<Response> {
  const action = /<form method="post" action="([^"]+)"/.exec(page)?.[1]
  if (action === undefined) throw new Error('the page has no form')
  const response = await fetch(new URL(action, origin), {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: jar.header, origin },
    body: new URLSearchParams({ login, password }),
  })
  jar.take(response.headers)
  return response
}

/** Sends the form of the sign-in page, and follows where it leads. */
export async function sendSignIn(
  origin: string,
  page: string,
  jar: CookieJar,
  staff: DeskSignIn = {},
): Promise<Response> {
  const response = await sendForm(origin, page, jar, staff)
  const next = response.headers.get('location')
  return next === null ? response : browse(origin, next, jar)
}

/** Signs a member of staff in at a hub; its cookie is the header of every later request. */
export async function signInAtDesk(
  origin: string,
  staff: DeskSignIn = {},
  jar = new CookieJar(),
): Promise<CookieJar> {
  const page = await browse(origin, '/session/sign-in', jar)
  const done = await sendSignIn(origin, await page.text(), jar, staff)
  if (done.status !== 200 || jar.get(SESSION_COOKIE) === undefined) {
    throw new Error(`not signed in: ${done.status} ${await done.text()}`)
  }
  await done.arrayBuffer()
  return jar
}

/** What sends a `Cookie` header. */
export type Cookies = Pick<CookieJar, 'header'>

/** Posts JSON as a page of the hub does. */
export async function postAsPage(
  origin: string,
  path: string,
  body: object,
  { header: cookie }: Cookies,
  headers: Record<string, string> = {},
): Promise<HubAnswer> {
  const response = await fetch(new URL(path, origin), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, cookie, ...headers },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  const answer = text === '' ? null : JSON.parse(text)
  return { status: response.status, headers: response.headers, body: answer }
}

/** OneStopPerson of the demo citizen, as a page sends it. */
export const CITIZEN = {
  documentId: readRegisteredOperations().get('OneStopPerson')!.documentId,
  variables: { nationalId: DEMO_CITIZEN },
}

/** Asks for the demo citizen under the demo case, as a page with this cookie does. */
export function askAtDesk(
  origin: string,
  jar: Cookies,
  headers: Record<string, string> = {},
): Promise<HubAnswer> {
  return postAsPage(origin, '/graphql', CITIZEN, jar, { 'hub-case': DEMO_CASE, ...headers })
}

/** Signs in and opens a visit; its `header` is all that a page asks with. */
export async function openDeskSession(
  origin: string,
  visit: object = { purpose: 'joint-service', case: DEMO_CASE },
  staff: DeskSignIn = {},
): Promise<CookieJar> {
  const jar = await signInAtDesk(origin, staff)
  const { status } = await postAsPage(origin, '/session/visit', visit, jar)
  if (status !== 200) throw new Error(`no visit: ${status}`)
  return jar
}
