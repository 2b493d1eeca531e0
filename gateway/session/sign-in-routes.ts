import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { SignInSecrets } from '../../auth/session/desk-issuer.ts'
import type { SessionStore } from '../../auth/session/session-store.ts'
import { describeFailure } from '../../schemas/describe-failure.ts'
import { HubError, hubError } from '../../schemas/errors.ts'
import { createClientLimit } from '../http/client-limit.ts'
import type { DeskSessionParts, DeskSessions } from './desk-sessions.ts'
import {
  ATTEMPT_COOKIE,
  attemptCookie,
  forgottenCookie,
  readCookie,
  SESSION_COOKIE,
  sessionCookie,
} from './session-cookies.ts'
import { renderRefusedPage, renderSignedInPage, SESSION_PAGE_POLICY } from './session-page.ts'

/** Where the issuer sends staff back to. */
export const CALLBACK_PATH = '/session/callback'

const ATTEMPT_SECONDS = 10 * 60
const SIGN_INS_PER_SECOND = 10

interface Attempt extends SignInSecrets {
  readonly returnTo: string
}

/** What signing in stands on. */
export interface SignInParts extends DeskSessionParts {
  readonly sessions: DeskSessions
  readonly log: Logger
}

/** `GET /session/sign-in`, and the way back from the issuer. */
export function addSignInRoutes(
  app: FastifyInstance,
  { issuer, store, log, publicOrigin }: SignInParts,
): void {
  const limit = createClientLimit(SIGN_INS_PER_SECOND)
  const begin = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const seconds = limit.take(request.ip)
    if (seconds > 0) return sendRefusal(reply, hubError('RATE_LIMITED', { seconds }))
    const elsewhere = ownAddress(request, publicOrigin)
    if (elsewhere) return reply.redirect(elsewhere, 303)
    try {
      const { url, secrets } = await issuer.begin()
      const attempt: Attempt = { ...secrets, returnTo: readReturn(request.query) }
      const cookie = await store.keepAttempt(attempt, ATTEMPT_SECONDS * 1000)
      return reply
        .header('set-cookie', attemptCookie(cookie, ATTEMPT_SECONDS))
        .redirect(url.href, 303)
    } catch (error) {
      return sendRefusal(reply, error, log)
    }
  }
  const finish = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    try {
      const cookie = readCookie(request.headers, ATTEMPT_COOKIE)
      const attempt = cookie === undefined ? undefined : await store.takeAttempt<Attempt>(cookie)
      if (!attempt) {
        throw hubError('SIGN_IN_REFUSED', {
          reason: 'this browser began no sign-in, or too long ago',
        })
      }
      const staff = await issuer.finish(request.url.slice(CALLBACK_PATH.length), attempt)
      await endFormer(request, store)
      const value = await store.create({ ...staff, signedInAt: Date.now(), visit: null })
      return sendPage(reply, 200, renderSignedInPage(attempt.returnTo), [
        sessionCookie(value),
        forgottenCookie(ATTEMPT_COOKIE),
      ])
    } catch (error) {
      return sendRefusal(reply, error, log)
    }
  }
  app.route({ method: 'GET', url: '/session/sign-in', handler: begin })
  app.route({ method: 'GET', url: CALLBACK_PATH, handler: finish })
}

/** Whoever signs in on top of a session gets a new one, and nobody has the former one any more. */
async function endFormer({ headers }: FastifyRequest, store: SessionStore): Promise<void> {
  const former = readCookie(headers, SESSION_COOKIE)
  const kept = former === undefined ? undefined : await store.find(former, false)
  if (kept) await store.end(kept.key)
}

/** A path of the hub's own to go on to: never another site, whatever the link says. */
function readReturn(query: unknown): string {
  const { return: path } = Object(query) as { return?: unknown }
  const isOwn = typeof path === 'string' && /^\/(?![/\\])[\w./~-]{0,200}$/.test(path)
  return isOwn ? path : '/session'
}

/** On loopback the hub has several names, but cookies know one: the one the issuer sends back to. */
function ownAddress({ headers, url }: FastifyRequest, publicOrigin: string): string | undefined {
  const { host, hostname } = new URL(publicOrigin)
  const isLoopback = hostname === '127.0.0.1' || hostname === 'localhost'
  return isLoopback && headers.host !== host ? new URL(url, publicOrigin).href : undefined
}

function sendRefusal(reply: FastifyReply, error: unknown, log?: Logger): FastifyReply {
  if (!(error instanceof HubError)) throw error
  log?.warn({ code: error.code, reason: describeFailure(error.cause) }, 'a sign-in did not succeed')
  const seconds = error.parameters['seconds']
  if (seconds !== undefined) void reply.header('retry-after', String(seconds))
  return sendPage(reply, error.status, renderRefusedPage(error), [forgottenCookie(ATTEMPT_COOKIE)])
}

function sendPage(
  reply: FastifyReply,
  status: number,
  html: string,
  cookies: readonly string[],
): FastifyReply {
  return reply
    .code(status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': SESSION_PAGE_POLICY,
      'referrer-policy': 'no-referrer',
      'set-cookie': [...cookies],
    })
    .send(html)
}
