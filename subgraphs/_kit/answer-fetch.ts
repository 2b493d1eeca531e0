import type { FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import { Counter, Histogram, type Registry } from 'prom-client'
import type { Sealer } from '../../auth/sealed-key.ts'
import type { SharedStore } from '../../auth/shared-store.ts'
import { hubError } from '../../schemas/errors.ts'
import { findHubError } from '../../schemas/find-hub-error.ts'
import { formatAgencyError } from './agency-errors.ts'
import type { Subgraph } from './define-subgraph.ts'
import type { Enforce } from '../../auth/enforce.ts'
import { createHopGate } from '../../auth/hop-gate.ts'
import { createRequestScope, type RequestScope } from './request-scope.ts'

/** What a served agency stands on; `cli/` opens these and closes them. */
export interface AgencyParts {
  readonly database: { readonly db: Kysely<unknown>; isReachable(): Promise<boolean> }
  /** Secrets that its gateway may mint under; more than one while the key turns. */
  readonly hopKeys: () => readonly Uint8Array[]
  readonly sealer: Sealer
  readonly store: SharedStore
  readonly today: string
  readonly asOf: string
  readonly log: Logger
  readonly metrics: Registry
}

/** An agency's reply to one fetch, whatever carried it. */
export interface FetchReply {
  readonly status: number
  readonly contentType: string
  readonly body: string
  /** The hash of the body that it answers, once its token was good: who sent several tells them apart. */
  readonly answers?: string
}

interface FetchBody {
  readonly query: string
  readonly variables?: Record<string, unknown> | null
  readonly operationName?: string | null
}

/** Answers one fetch under its hop token; `bytes` as the token's body hash names them. Never throws. */
export type AnswerFetch = (bytes: Buffer, authorization: string | undefined) => Promise<FetchReply>

// A gateway's fetch of 1,000 representations stays far below this.
export const BODY_LIMIT = 2 * 1024 * 1024
const JSON_TYPE = 'application/json; charset=utf-8'

/** How an agency answers, over HTTP and in this process alike; `app` runs its schema. */
export function createAnswerFetch(
  app: FastifyInstance,
  agency: Subgraph,
  parts: AgencyParts,
  enforce: Enforce,
): { readonly answer: AnswerFetch; refuse(error: unknown): FetchReply } {
  const admitHop = createHopGate({ audience: agency.name, keys: parts.hopKeys, store: parts.store })
  const { fetches, duration, marked } = createFetchMetrics(parts.metrics)

  async function answerAdmitted(
    bytes: Buffer,
    authorization: string | undefined,
  ): Promise<FetchReply> {
    const caller = await admitHop(authorization, bytes)
    const stop = duration.startTimer({ agency: agency.name })
    const { query, variables, operationName } = readFetch(bytes)
    enforce(query, caller)
    const scope = createRequestScope({ ...parts, caller })
    const context = agency.contextOf(parts.database.db, scope)
    const answer = await app
      .graphql(query, context as never, variables ?? {}, operationName ?? undefined)
      .catch((error: unknown) => refuseDocument(error, parts.log))
    stop()
    fetches.inc({ agency: agency.name, outcome: answer.errors ? 'ERRORS' : 'OK' })
    const told = { asOf: parts.asOf, subjects: [...scope.subjects] }
    const marks = scope.marks.size > 0 ? { marks: tellOperators(scope) } : {}
    const body = JSON.stringify({ ...answer, extensions: { ...told, ...marks } })
    return { status: 200, contentType: JSON_TYPE, body, answers: caller.bh }
  }

  function tellOperators({ marks, caller: { requestId, agency: from } }: RequestScope): string[] {
    for (const mark of marks) marked.inc({ agency: agency.name, mark })
    parts.log.warn({ marks: [...marks], requestId, from }, 'a fetch stands out')
    return [...marks]
  }

  function refuse(error: unknown): FetchReply {
    const answer = formatAgencyError(translate(error), parts.log)
    fetches.inc({ agency: agency.name, outcome: String(answer.extensions?.['code']) })
    const status =
      findHubError(error)?.status ?? (error as { statusCode?: number }).statusCode ?? 500
    return { status, contentType: JSON_TYPE, body: JSON.stringify({ errors: [answer] }) }
  }

  return {
    refuse,
    answer: (bytes, authorization) => answerAdmitted(bytes, authorization).catch(refuse),
  }
}

function createFetchMetrics(registry: Registry): {
  readonly fetches: Counter
  readonly duration: Histogram
  readonly marked: Counter
} {
  const registers = [registry]
  return {
    fetches: new Counter({
      name: 'hub_agency_fetches_total',
      help: 'Fetches of the gateway by outcome',
      labelNames: ['agency', 'outcome'],
      registers,
    }),
    marked: new Counter({
      name: 'hub_agency_marked_fetches_total',
      help: 'Fetches that stand out in the disclosure log, by mark',
      labelNames: ['agency', 'mark'],
      registers,
    }),
    duration: new Histogram({
      name: 'hub_agency_fetch_seconds',
      help: 'Time from an admitted fetch to its answer',
      labelNames: ['agency'],
      buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3],
      registers,
    }),
  }
}

/** Fastify's own refusals of a request in the words of our table. */
function translate(error: unknown): unknown {
  const { code, statusCode = 500 } = error as { code?: string; statusCode?: number }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return hubError('REQUEST_TOO_LARGE', { limit: BODY_LIMIT })
  }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return hubError('MEDIA_TYPE_UNSUPPORTED')
  return code?.startsWith('FST_') && statusCode < 500 ? hubError('REQUEST_MALFORMED') : error
}

function readFetch(body: Buffer): FetchBody {
  try {
    const fetch = JSON.parse(body.toString('utf8')) as FetchBody
    if (typeof fetch.query === 'string') return fetch
  } catch {
    // Falls through: the same sentence serves for bad JSON and a missing document.
  }
  throw hubError('REQUEST_MALFORMED')
}

/** mercurius throws for documents it will not run; the details are the gateway's bug, not the caller's. */
function refuseDocument(error: unknown, log: Logger): { data: null; errors: unknown[] } {
  const inner = (error as { errors?: unknown[] }).errors
  return { data: null, errors: (inner ?? [error]).map((each) => formatAgencyError(each, log)) }
}
