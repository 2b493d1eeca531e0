import type { FastifyReply, FastifyRequest } from 'fastify'
import { hubError } from '../../schemas/errors.ts'
import type { Documents } from '../compile/documents.ts'
import type { RequestContext } from '../execute/request-context.ts'
import { buildContext, type ContextParts } from './build-context.ts'
import { readAsk, type Ask } from './read-request.ts'
import { readCookie, SESSION_COOKIE } from '../session/session-cookies.ts'
import type { RequestLimits } from './request-limits.ts'

/** What a request is let in by. */
export interface AdmissionParts extends ContextParts {
  readonly documents: Documents
  readonly limits: RequestLimits
}

/** Lets a request in with its `ask` and its `hub`, or throws the coded error that refuses it. */
export type Admission = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

/** Form, limits, then who asks: all before a document is validated or planned. */
export function createAdmission(parts: AdmissionParts): Admission {
  const { limits, documents } = parts
  return async (request, reply) => {
    const leave = limits.begin(senderKey(request))
    // 'close' comes also where the client has gone, 'finish' does not
    reply.raw.once('close', leave)
    const ask = readAsk(request.body, documents)
    const context = await buildContext(request, parts)
    request.hub = context
    request.ask = ask
    await admitSender(limits, limits.senderOf(context, request.ip), context, reply)
    requireAllowedDocument(ask, context)
  }
}

/** What came with the request that names its sender, before anything of it is checked. */
function senderKey({ headers, ip }: FastifyRequest): string {
  return headers.authorization ?? readCookie(headers, SESSION_COOKIE) ?? `address:${ip}`
}

async function admitSender(
  limits: RequestLimits,
  sender: string,
  context: RequestContext,
  reply: FastifyReply,
): Promise<void> {
  await limits.admit(sender, context)
  reply.raw.once('close', () => {
    if (reply.statusCode === 400) void limits.noteFault(sender).catch(() => undefined)
  })
}

/** Throws `DOCUMENT_NOT_REGISTERED` where the agreement allows no documents of the client's own. */
function requireAllowedDocument({ known }: Ask, { access }: RequestContext): void {
  if (known.isRegistered || access === null || access.agreement.freeFormDocuments) return
  throw hubError('DOCUMENT_NOT_REGISTERED')
}
