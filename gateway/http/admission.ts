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
    const counted: { sender?: string } = {}
    // 'close' comes also where the client has gone, 'finish' does not
    reply.raw.on('close', () => {
      leave()
      const { sender } = counted
      if (sender === undefined || reply.statusCode !== 400) return
      void limits.noteFault(sender).catch(() => undefined)
    })
    const ask = readAsk(request.body, documents)
    const context = await buildContext(request, parts)
    request.hub = context
    request.ask = ask
    const sender = limits.senderOf(context, request.ip)
    await limits.admit(sender, context)
    counted.sender = sender
    requireAllowedDocument(ask, context)
  }
}

/** What came with the request that names its sender, before anything of it is checked. */
function senderKey({ headers, ip }: FastifyRequest): string {
  return headers.authorization ?? readCookie(headers, SESSION_COOKIE) ?? `address:${ip}`
}

/** Throws `DOCUMENT_NOT_REGISTERED` where the agreement allows no documents of the client's own. */
function requireAllowedDocument({ known }: Ask, { access }: RequestContext): void {
  if (known.isRegistered || access === null || access.agreement.freeFormDocuments) return
  throw hubError('DOCUMENT_NOT_REGISTERED')
}
