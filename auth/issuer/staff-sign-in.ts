import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import { DEMO_PASSWORD, type StaffAccount } from './sample-staff.ts'
import { SignInAttempts } from './sign-in-attempts.ts'
import { renderSignInPage, SIGN_IN_POLICY, type SignInFault } from './sign-in-page.ts'

/** Where the sign-in page is under the issuer's path; the rest of the path is the interaction's id. */
export const SIGN_IN_PATH = '/sign-in/'

const MOST_BODY_BYTES = 4_096

interface Answer {
  readonly status: number
  readonly login?: string
  readonly fault?: SignInFault
}

/** Serves the page on which staff sign in, and takes its form. */
export function createStaffSignIn(
  provider: Provider,
  staff: readonly StaffAccount[],
  origin: string,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const attempts = new SignInAttempts()
  const byLogin = new Map(staff.map((account) => [account.login, account]))

  function judge(login: string, password: string): StaffAccount | Answer {
    const seconds = attempts.begin(login)
    if (seconds > 0) return { status: 429, login, fault: { code: 'SIGN_IN_LOCKED', seconds } }
    const account = byLogin.get(login)
    // compared for an unknown name too, so that time does not tell who has an account
    if (!isPassword(password) || !account) {
      return { status: 401, login, fault: { code: 'SIGN_IN_WRONG' } }
    }
    attempts.succeed(login)
    return account
  }

  return async (request, response) => {
    // throws where the browser does not hold the cookie of this interaction, or it is over
    await provider.interactionDetails(request, response)
    if (request.method === 'GET') return show(request, response, { status: 200 })
    if (request.method !== 'POST' || !isOwnForm(request, origin)) {
      response.writeHead(request.method === 'POST' ? 403 : 405).end()
      return
    }
    const form = await readForm(request)
    const judged = judge((form.get('login') ?? '').slice(0, 64), form.get('password') ?? '')
    if ('status' in judged) return show(request, response, judged)
    const login = { accountId: judged.id, remember: false }
    // staff act for their agency: its agreements consent, there is nothing for the person to tick
    await provider.interactionFinished(request, response, { login, consent: {} })
  }
}

function show(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const { originalUrl = '' } = request as { originalUrl?: string }
  const { status, login, fault } = answer
  const page = renderSignInPage({
    action: originalUrl.split('?')[0]!,
    ...(login !== undefined && { login }),
    ...(fault && { fault }),
  })
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': SIGN_IN_POLICY,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      ...(fault?.code === 'SIGN_IN_LOCKED' && { 'retry-after': String(fault.seconds) }),
    })
    .end(page)
}

/** Browsers name the page that sends a form; another site may not sign anybody in. */
function isOwnForm({ headers }: IncomingMessage, origin: string): boolean {
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded')
  // a page without referrer says null of itself; the cookie of the interaction still is needed
  const isOwn = [undefined, 'null', origin].includes(headers.origin)
  const site = headers['sec-fetch-site']
  return Boolean(isForm) && isOwn && (site === undefined || site === 'same-origin')
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    size += (part as Buffer).length
    if (size > MOST_BODY_BYTES) throw new RangeError('a sign-in form is never this long')
    parts.push(part as Buffer)
  }
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'))
}

function isPassword(text: string): boolean {
  const digest = (value: string): Buffer => createHash('sha256').update(value).digest()
  return timingSafeEqual(digest(text), digest(DEMO_PASSWORD))
}
