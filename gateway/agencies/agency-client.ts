import {
  ConsecutiveBreaker,
  BrokenCircuitError,
  circuitBreaker,
  handleWhen,
  type CircuitBreakerPolicy,
} from 'cockatiel'
import { LRUCache } from 'lru-cache'
import { hashBody, mintHopTokenFor } from '../../auth/hop-token.ts'
import type { RequestContext } from '../execute/request-context.ts'
import { readAnswer, type AgencyAnswer } from './agency-answer.ts'
import { classifyFailure, isTimeout, type FailureKind } from './agency-failure.ts'
import type { FetchRequest } from './fetch-request.ts'
import { topFieldPaths } from './fetch-request.ts'
import type { FetchMetrics } from './fetch-metrics.ts'
import type { AgencyTransport } from './transport.ts'

/** What an executor needs of an agency's client. */
export interface AgencyFetcher {
  /** The agency's answer; a failure is noted in the ledger and answers `data: null`. Never throws. */
  fetch(request: FetchRequest, context: RequestContext): Promise<AgencyAnswer>
}

/** How an agency is reached and asked. */
export interface AgencyClientOptions {
  readonly name: string
  readonly transport: AgencyTransport
  /** Known to the gateway and this agency alone. */
  readonly hopKey: Uint8Array
  readonly metrics: FetchMetrics
  /** Milliseconds an agency may take for one fetch. */
  readonly deadlineMs: number
}

const TIMEOUTS_BEFORE_BREAK = 3
const BREAK_MS = 2_000
const REMEMBERED_FETCHES = 5_000

/** Asks one agency, each fetch under a hop token of its own, whatever carries it. */
export class AgencyClient implements AgencyFetcher {
  readonly name: string
  readonly #options: AgencyClientOptions
  readonly #breaker: CircuitBreakerPolicy
  readonly #heads = new LRUCache<string, string>({ max: REMEMBERED_FETCHES })

  constructor(options: AgencyClientOptions) {
    this.name = options.name
    this.#options = options
    // A hanging agency is left alone for a moment. One that refuses connections answers at once and
    // is asked again by the next query, so that it heals without waiting.
    this.#breaker = circuitBreaker(handleWhen(isTimeout), {
      halfOpenAfter: BREAK_MS,
      breaker: new ConsecutiveBreaker(TIMEOUTS_BEFORE_BREAK),
    })
  }

  async fetch(request: FetchRequest, context: RequestContext): Promise<AgencyAnswer> {
    const started = performance.now()
    try {
      const answer = await this.#breaker.execute(() => this.#send(request, context))
      const ms = performance.now() - started
      this.#note(context, answer.status, ms, answer)
      if (answer.status !== 'DOWN') return answer
      return this.#fail(request, context, { status: 'DOWN', code: 'AGENCY_UNAVAILABLE' })
    } catch (error) {
      const failure =
        error instanceof BrokenCircuitError
          ? ({ status: 'TIMEOUT', code: 'AGENCY_TIMEOUT' } as const)
          : classifyFailure(error)
      this.#note(context, failure.status, performance.now() - started)
      context.log.warn({ agency: this.name, code: failure.code }, 'an agency did not answer')
      return this.#fail(request, context, failure)
    }
  }

  /** Whether the agency says it is well, within a second. */
  isHealthy(): Promise<boolean> {
    return this.#options.transport.isHealthy()
  }

  async close(): Promise<void> {
    await this.#options.transport.close()
  }

  async #send(request: FetchRequest, context: RequestContext): Promise<AgencyAnswer> {
    const { transport, hopKey, deadlineMs } = this.#options
    const body = `${this.#headOf(request)}${JSON.stringify(request.variables)}}`
    const bodyHash = hashBody(body)
    const sent = transport.send({
      body,
      bodyHash,
      mintToken: () => mintHopTokenFor(context.caller, this.name, bodyHash, hopKey),
      expiresAt: Math.min(context.expiresAt, performance.now() + deadlineMs),
      isRepeatable: !request.query.startsWith('mutation'),
    })
    return readAnswer(await sent)
  }

  /** A body up to its variables: the same for every fetch of a plan, so it is written once. */
  #headOf({ query, operationName }: FetchRequest): string {
    let head = this.#heads.get(query)
    if (head === undefined) {
      head = `${JSON.stringify({ query, operationName }).slice(0, -1)},"variables":`
      this.#heads.set(query, head)
    }
    return head
  }

  #note(
    context: RequestContext,
    status: AgencyAnswer['status'],
    ms: number,
    answer?: AgencyAnswer,
  ): void {
    this.#options.metrics.observe(this.name, status, ms)
    context.ledger.note({
      agency: this.name,
      status,
      ms,
      asOf: answer?.asOf ?? null,
      subjects: answer?.subjects ?? [],
      ...(answer?.marks && { marks: answer.marks }),
    })
  }

  #fail(
    request: FetchRequest,
    context: RequestContext,
    { status, code }: FailureKind,
  ): AgencyAnswer {
    context.ledger.noteFailure({ agency: this.name, code, paths: topFieldPaths(request) })
    return { data: null, status, asOf: null, subjects: [] }
  }
}
