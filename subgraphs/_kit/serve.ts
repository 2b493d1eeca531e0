import fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import mercuriusPlugin, { type MercuriusOptions } from 'mercurius'
import { formatAgencyError } from './agency-errors.ts'
import {
  BODY_LIMIT,
  createAnswerFetch,
  type AgencyParts,
  type AnswerFetch,
  type FetchReply,
} from './answer-fetch.ts'
import type { Subgraph } from './define-subgraph.ts'
import { createEnforce } from '../../auth/enforce.ts'
import { buildAgencySchema } from './subgraph-schema.ts'

const NO_BODY = Buffer.alloc(0)

/** An agency ready to answer, over HTTP once it listens and in this process. */
export interface AgencyServer {
  /** Not yet listening: `POST /graphql` for the gateway alone, `GET /health` and `/metrics` without data. */
  readonly app: FastifyInstance
  /** One fetch of a gateway in this process. */
  readonly answer: AnswerFetch
}

/** Serves an agency. Every fetch needs a hop token for this agency and this body. */
export async function buildAgencyServer(
  agency: Subgraph,
  parts: AgencyParts,
): Promise<AgencyServer> {
  const { schema, sdl } = buildAgencySchema(agency)
  const app = fastify({ logger: false, bodyLimit: BODY_LIMIT, forceCloseConnections: true })
  readBodiesAsBytes(app)
  const plugin = mercuriusPlugin as unknown as (
    instance: FastifyInstance,
    options: MercuriusOptions,
  ) => Promise<void>
  await app.register(plugin, {
    schema,
    jit: 1,
    routes: false,
    graphiql: false,
    errorFormatter: (execution) => ({
      statusCode: 200,
      response: {
        data: execution.data ?? null,
        errors: (execution.errors ?? []).map((error) => formatAgencyError(error, parts.log)),
      } as never,
    }),
  })
  addHealthRoutes(app, agency, parts)
  const { answer, refuse } = createAnswerFetch(app, agency, parts, createEnforce(schema, sdl))
  app.setErrorHandler((error, _request, reply) => send(reply, refuse(error)))
  addFetchRoute(app, answer)
  return { app, answer }
}

function readBodiesAsBytes(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  // The hop token names the hash of the bytes sent, so they are kept as they came.
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body)
  })
}

function addHealthRoutes(app: FastifyInstance, agency: Subgraph, parts: AgencyParts): void {
  app.get('/health', async (_request, reply) => {
    const isReady = await parts.database.isReachable()
    return reply.code(isReady ? 200 : 503).send({ agency: agency.name, isReady, asOf: parts.asOf })
  })
  app.get('/metrics', async (_request, reply) =>
    reply.type(parts.metrics.contentType).send(await parts.metrics.metrics()),
  )
}

function addFetchRoute(app: FastifyInstance, answer: AnswerFetch): void {
  app.post('/graphql', async (request, reply) => {
    const bytes = (request.body as Buffer | undefined) ?? NO_BODY
    return send(reply, await answer(bytes, request.headers.authorization))
  })
}

function send(
  reply: FastifyReply,
  { status, contentType, body, answers }: FetchReply,
): FastifyReply {
  if (answers !== undefined) void reply.header('hub-answers', answers)
  return reply.code(status).header('content-type', contentType).send(body)
}
