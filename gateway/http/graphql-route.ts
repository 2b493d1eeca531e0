import type { FastifyInstance, FastifyReply, onRequestHookHandler } from 'fastify'
import type { Logger } from 'pino'
import { invariant } from '../../schemas/invariant.ts'
import type { VisibleSchemas } from '../compile/visible-schemas.ts'
import type { Answer } from '../execute/answer-operation.ts'
import type { RequestContext } from '../execute/request-context.ts'
import type { ServeOperation } from '../serve-operation.ts'
import { createAdmission, type AdmissionParts } from './admission.ts'
import { chooseMedia } from './answer-media.ts'
import type { ClientLimit } from './client-limit.ts'
import { formatClientError } from './format-error.ts'
import { KEPT_BY_NOBODY } from './kept-by-nobody.ts'
import { requireJson } from './json-bodies.ts'
import type { Ask } from './read-request.ts'
import { requireOwnOrigin } from './require-own-origin.ts'
import { hubError } from '../../schemas/errors.ts'
import { hasSessionCookie } from '../session/session-cookies.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; set when a request is let in. */
    hub: RequestContext | null
    /** What is asked; set when a request is let in. */
    ask: Ask | null
  }
}

/** What `POST /graphql` stands on. */
export interface GraphQLRouteParts extends AdmissionParts {
  readonly serve: ServeOperation
  /** The schema by rights, which faulty documents are told of. */
  readonly schemas: Pick<VisibleSchemas, 'of'>
  /** How often one address may ask without a token. */
  readonly strangers: ClientLimit
  /** The origin that clients reach the hub at. */
  readonly publicOrigin: string
}

const HEADERS = KEPT_BY_NOBODY.flat()

/** `POST /graphql`, the one way in for every document, registered or free-form. */
export function addGraphQLRoute(app: FastifyInstance, parts: GraphQLRouteParts): void {
  const { documents, serve, schemas, log } = parts
  app.decorateRequest('hub', null)
  app.decorateRequest('ask', null)
  app.route({
    method: 'POST',
    url: '/graphql',
    onRequest: [limitStrangers(parts), requireOwnOrigin(parts.publicOrigin), requireJson],
    preHandler: createAdmission(parts),
    handler: async (request, reply) => {
      const { ask, hub: context } = request
      invariant(ask && context, 'a request was not let in')
      const media = chooseMedia(request.headers.accept)
      const { known, variables, operationName } = ask
      documents.requireValid(known, () => schemas.of(context.access?.rights ?? null))
      const answer = await serve({ ...known, operationName, variables }, context)
      return sendAnswer(reply, answer, media, log)
    },
  })
}

function sendAnswer(
  reply: FastifyReply,
  { data, errors, extensions }: Answer,
  media: string,
  log: Logger,
): FastifyReply {
  const told =
    errors.length > 0
      ? { data, errors: errors.map((error) => formatClientError(error, error, log)), extensions }
      : { data, extensions }
  const text = JSON.stringify(told)
  // straight to Node: of what Fastify does for an answer nothing is left to do
  reply.hijack()
  reply.raw.writeHead(200, [
    ...HEADERS,
    'content-type',
    `${media}; charset=utf-8`,
    'content-length',
    Buffer.byteLength(text),
  ])
  reply.raw.end(text)
  return reply
}

/** Whoever brings no token is counted by address: public data is for everyone, not for one alone. */
function limitStrangers({ strangers, sessions }: GraphQLRouteParts): onRequestHookHandler {
  return ({ headers, ip }, _reply, done) => {
    const hasToken = headers.authorization !== undefined || headers['dpop'] !== undefined
    if (!hasToken && !(sessions && hasSessionCookie(headers))) {
      const seconds = strangers.take(ip)
      if (seconds > 0) throw hubError('RATE_LIMITED', { seconds })
    }
    done()
  }
}
