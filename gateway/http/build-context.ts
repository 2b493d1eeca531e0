import { randomUUID } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { PUBLIC_CALLER, type HopCaller } from '../../auth/hop-claims.ts'
import { grantAccess, type Access } from '../../auth/rights.ts'
import type { Agreement } from '../../auth/agreement.ts'
import type { Revocations } from '../../auth/revocations.ts'
import { hubError } from '../../schemas/errors.ts'
import type { VerifiedCaller } from '../../auth/verified-caller.ts'
import type { TokenVerifier } from '../../auth/verify-token.ts'
import type { DeskSessions } from '../session/desk-sessions.ts'
import { hasSessionCookie } from '../session/session-cookies.ts'
import { FetchLedger } from '../execute/fetch-ledger.ts'
import type { RequestContext } from '../execute/request-context.ts'
import { readCaseNo, readOnDenied } from './read-request.ts'

/** What a request's context is made from. */
export interface ContextParts {
  readonly verifier: TokenVerifier
  /** Staff who sign in by browser; nobody does when absent. */
  readonly sessions?: DeskSessions | undefined
  readonly agreements: readonly Agreement[]
  readonly revocations: Pick<Revocations, 'isRevoked'>
  readonly requestDeadlineMs: number
  readonly log: Logger
}

/**
 * Who asks, under which agreement and case. A request without a token may still ask for public types.
 * Throws what the verifier and the sessions throw, `PURPOSE_NOT_ALLOWED`, `CASE_NOT_VALID`,
 * `BAD_USER_INPUT`.
 */
export async function buildContext(
  request: FastifyRequest,
  parts: ContextParts,
): Promise<RequestContext> {
  const { agreements, revocations, requestDeadlineMs, log } = parts
  const requestId = randomUUID()
  const caseNo = readCaseNo(request.headers['hub-case'])
  const rejectsDenied = readOnDenied(request.headers['hub-on-denied'])
  const channel = isOfSession(request, parts) ? 'DESK' : 'API'
  const caller = await verifyCaller(request, parts)
  const access = caller && grantAccess(agreements, caller)
  if (access && revocations.isRevoked(access.agreement.id)) throw hubError('PURPOSE_NOT_ALLOWED')
  return new AskedContext(log, {
    requestId,
    channel,
    access,
    rejectsDenied,
    caller: describeCaller(caller, access, caseNo, requestId),
    expiresAt: performance.now() + requestDeadlineMs,
  })
}

/** What is known of a request before it is served. */
type Asked = Omit<RequestContext, 'ledger' | 'log'> & { readonly rejectsDenied: boolean }

class AskedContext implements RequestContext {
  readonly requestId: string
  readonly channel: RequestContext['channel']
  readonly access: Access | null
  readonly rejectsDenied: boolean
  readonly caller: HopCaller
  readonly ledger = new FetchLedger()
  readonly expiresAt: number
  readonly #shared: Logger
  #own: Logger | undefined

  constructor(shared: Logger, asked: Asked) {
    this.requestId = asked.requestId
    this.channel = asked.channel
    this.access = asked.access
    this.rejectsDenied = asked.rejectsDenied
    this.caller = asked.caller
    this.expiresAt = asked.expiresAt
    this.#shared = shared
  }

  /** Made when it is first read: most requests have nothing to say. */
  get log(): Logger {
    return (this.#own ??= this.#shared.child({ requestId: this.requestId }))
  }
}

function isOfSession({ headers }: FastifyRequest, { sessions }: ContextParts): boolean {
  return sessions !== undefined && hasSessionCookie(headers)
}

function verifyCaller(
  request: FastifyRequest,
  { verifier, sessions }: ContextParts,
): Promise<VerifiedCaller | null> | null {
  if (sessions && hasSessionCookie(request.headers)) return sessions.authenticate(request.headers)
  const { authorization, dpop } = request.headers
  if (authorization === undefined && dpop === undefined) return null
  return verifier.verify({ authorization, dpop, method: request.method, url: request.url })
}

function describeCaller(
  caller: VerifiedCaller | null,
  access: Access | null,
  caseNo: string | null,
  requestId: string,
): HopCaller {
  if (!caller || !access) return { ...PUBLIC_CALLER, requestId }
  const { agreement, rights } = access
  return {
    sub: caller.subject,
    agency: agreement.agency.code,
    client: caller.clientId,
    role: caller.role ?? agreement.roles[0] ?? null,
    purpose: agreement.purpose.id,
    legalBasis: agreement.purpose.legalBasis,
    case: caseNo,
    scopes: rights.scopes,
    existence: agreement.grantsExistence,
    regions: agreement.rows.regions,
    caseAssignment: agreement.rows.caseAssignment,
    requestId,
  }
}
