import type { FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { hubError } from '../../schemas/errors.ts'
import { parseGuarded } from '../compile/guard.ts'
import type { RegisteredOperation } from '../compile/registered-operations.ts'
import type { RequestContext } from '../execute/request-context.ts'
import { buildContext, type ContextParts } from './build-context.ts'
import { hashDocument, readBody, type ReadBody } from './read-request.ts'
import type { RequestLimits } from './request-limits.ts'

/** What a request is let in by. */
export interface AdmissionParts extends ContextParts {
  readonly registered: ReadonlyMap<string, RegisteredOperation>
  readonly limits: RequestLimits
}

/** Lets a request in with its body and its `hub`, or throws the coded error that refuses it. */
export type Admission = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

const GUARDED_DOCUMENTS = 2_000

/** Form, limits, then who asks: all before a document is validated, planned or remembered. */
export function createAdmission(parts: AdmissionParts): Admission {
  const { limits, registered } = parts
  const guarded = new LRUCache<string, true>({ max: GUARDED_DOCUMENTS })

  function guard(query: string): void {
    const hash = hashDocument(query)
    if (guarded.has(hash)) return
    parseGuarded(query)
    guarded.set(hash, true)
  }

  return async (request, reply) => {
    const leave = limits.begin(request.headers.authorization ?? `address:${request.ip}`)
    // 'close' comes also where the client has gone, 'finish' does not
    reply.raw.once('close', leave)
    const read = readBody(request.body, registered)
    guard(read.body.query)
    const context = await buildContext(request, parts)
    request.hub = context
    await admitSender(limits, limits.senderOf(context, request.ip), context, reply)
    requireAllowedDocument(read, context)
    request.body = read.body
    // Apollo's handler builds a URL of Host, which callers may fill with anything; nobody reads it
    request.raw.headers.host = 'hub'
  }
}

async function admitSender(
  limits: RequestLimits,
  sender: string,
  context: RequestContext,
  reply: FastifyReply,
): Promise<void> {
  await limits.admit(sender, context)
  reply.raw.once('close', () => {
    if (reply.statusCode === 400) void limits.noteFault(sender)
  })
}

/** Throws `DOCUMENT_NOT_REGISTERED` where the agreement allows no documents of the client's own. */
function requireAllowedDocument({ isRegistered }: ReadBody, { access }: RequestContext): void {
  if (isRegistered || access === null || access.agreement.freeFormDocuments) return
  throw hubError('DOCUMENT_NOT_REGISTERED')
}
