import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { JwkSet } from '../../auth/keys/signing-key.ts'
import { describeFailure } from '../../schemas/describe-failure.ts'
import { hubError } from '../../schemas/errors.ts'
import { requireJson } from '../http/json-bodies.ts'
import { readCaseNo } from '../http/read-request.ts'
import type { VisitRequest } from './desk-sessions.ts'
import { requireOwnPage, requireSameSite } from './own-page.ts'
import { describeSession, type SessionAnswer } from './session-answer.ts'
import { forgottenCookie, SESSION_COOKIE } from './session-cookies.ts'
import { addSignInRoutes, type SignInParts } from './sign-in-routes.ts'

/** What the routes of a session stand on. */
export interface SessionRouteParts extends SignInParts {
  /** what the issuer knows the hub by */
  readonly jwks: JwkSet
}

/** `/session`: who is signed in; its sign-in, its visit, its end. */
export function addSessionRoutes(app: FastifyInstance, parts: SessionRouteParts): void {
  const { sessions, publicOrigin, jwks } = parts
  const requirePage = async ({ headers }: FastifyRequest): Promise<void> =>
    requireOwnPage(headers, publicOrigin)
  const onRequest = [requirePage, requireJson]
  addSignInRoutes(app, parts)
  app.route({ method: 'GET', url: '/session/jwks', handler: async () => jwks })
  app.route({
    method: 'GET',
    url: '/session',
    handler: async ({ headers }) => {
      requireSameSite(headers)
      // asking who is signed in is no use of the session: a page that waits may ask
      return describeSession(await sessions.require(headers, false), parts)
    },
  })
  app.route({
    method: 'POST',
    url: '/session/visit',
    onRequest,
    handler: (request) => changeVisit(request, parts),
  })
  app.route({
    method: 'POST',
    url: '/session/sign-out',
    onRequest,
    handler: (request, reply) => signOut(request, reply, parts),
  })
}

async function changeVisit(
  { headers, body }: FastifyRequest,
  parts: SessionRouteParts,
): Promise<SessionAnswer> {
  const { sessions } = parts
  const kept = await sessions.require(headers, true)
  const visit = readVisit(body)
  const changed = visit ? await sessions.openVisit(kept, visit) : await sessions.closeVisit(kept)
  return describeSession(changed, parts)
}

async function signOut(
  request: FastifyRequest,
  reply: FastifyReply,
  { sessions, store, issuer, log }: SessionRouteParts,
): Promise<FastifyReply> {
  const kept = await sessions.require(request.headers, false)
  await store.end(kept.key)
  // the session is over whether the issuer is there or not; its token is of no use without our key
  await issuer.revoke(kept.session.refreshToken).catch((error: unknown) => {
    log.warn({ reason: describeFailure(error) }, 'the issuer took no token back')
  })
  return reply.header('set-cookie', forgottenCookie(SESSION_COOKIE)).code(204).send()
}

/** `{purpose, case}` of a visit to open, or nothing where `purpose` is null. */
function readVisit(body: unknown): VisitRequest | null {
  const { purpose, case: caseNo = null } = Object(body) as { purpose?: unknown; case?: unknown }
  if (purpose === null) return null
  if (typeof purpose !== 'string' || !/^[a-z][a-z0-9-]{0,63}$/.test(purpose)) {
    throw hubError('PURPOSE_REQUIRED')
  }
  if (caseNo !== null && typeof caseNo !== 'string') throw hubError('CASE_NOT_VALID')
  return { purpose, caseNo: readCaseNo(caseNo ?? undefined) }
}
