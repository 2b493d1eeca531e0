import { HopMinter } from '../../auth/hop-minter.ts'
import { hashBody } from '../../auth/hop-token.ts'
import type { RequestContext } from '../execute/request-context.ts'
import { readAnswer, type AgencyAnswer } from './agency-answer.ts'
import { classifyFailure, type FailureKind } from './agency-failure.ts'
import { Breaker } from './breaker.ts'
import type { FetchRequest } from './fetch-request.ts'
import { topFieldPaths } from './fetch-request.ts'
import type { FetchMetrics } from './fetch-metrics.ts'
import type { AgencyReply, AgencyTransport } from './transport.ts'

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

const REMEMBERED_FETCHES = 5_000
const LEFT_ALONE: FailureKind = { status: 'TIMEOUT', code: 'AGENCY_TIMEOUT' }
const NOBODY: readonly string[] = []

/** Asks one agency, each fetch under a hop token of its own, whatever carries it. */
export class AgencyClient implements AgencyFetcher {
  readonly name: string
  readonly #options: AgencyClientOptions
  readonly #breaker = new Breaker()
  readonly #minter: HopMinter
  /** Bodies up to their variables, by query. */
  readonly #heads = new Map<string, string>()

  constructor(options: AgencyClientOptions) {
    this.name = options.name
    this.#options = options
    this.#minter = new HopMinter(options.name)
  }

  fetch(request: FetchRequest, context: RequestContext): Promise<AgencyAnswer> {
    const started = performance.now()
    const admitted = this.#breaker.admit()
    if (admitted === true) return this.#ask(request, context, started)
    return Promise.resolve(admitted).then((isAdmitted) =>
      isAdmitted
        ? this.#ask(request, context, started)
        : this.#failed(request, context, LEFT_ALONE, started),
    )
  }

  /** Whether the agency says it is well, within a second. */
  isHealthy(): Promise<boolean> {
    return this.#options.transport.isHealthy()
  }

  async close(): Promise<void> {
    await this.#options.transport.close()
  }

  // by promises: every fetch would leave more behind for an async function than for its answer
  #ask(request: FetchRequest, context: RequestContext, started: number): Promise<AgencyAnswer> {
    const failed = (error: unknown): AgencyAnswer => {
      const failure = classifyFailure(error)
      this.#breaker.note(failure.status === 'TIMEOUT' ? 'timeout' : 'failed')
      return this.#failed(request, context, failure, started)
    }
    try {
      return this.#send(request, context)
        .then(readAnswer)
        .then((answer) => this.#answered(request, context, answer, started))
        .catch(failed)
    } catch (error) {
      return Promise.resolve(failed(error))
    }
  }

  #send(request: FetchRequest, context: RequestContext): Promise<AgencyReply> {
    const { transport, hopKey, deadlineMs } = this.#options
    const body = `${this.#headOf(request)}${JSON.stringify(request.variables)}}`
    const bodyHash = hashBody(body)
    return transport.send({
      body,
      bodyHash,
      mintToken: () => this.#minter.mint(context.caller, bodyHash, hopKey),
      expiresAt: Math.min(context.expiresAt, performance.now() + deadlineMs),
      isRepeatable: !request.query.startsWith('mutation'),
    })
  }

  /** A body up to its variables: the same for every fetch of a plan, so it is written once. */
  #headOf({ query, operationName }: FetchRequest): string {
    let head = this.#heads.get(query)
    if (head === undefined) {
      head = `${JSON.stringify({ query, operationName }).slice(0, -1)},"variables":`
      if (this.#heads.size >= REMEMBERED_FETCHES) this.#heads.clear()
      this.#heads.set(query, head)
    }
    return head
  }

  #answered(
    request: FetchRequest,
    context: RequestContext,
    answer: AgencyAnswer,
    started: number,
  ): AgencyAnswer {
    this.#breaker.note('answered')
    this.#note(context, answer.status, performance.now() - started, answer)
    if (answer.status !== 'DOWN') return answer
    return this.#fail(request, context, { status: 'DOWN', code: 'AGENCY_UNAVAILABLE' })
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
      subjects: answer?.subjects ?? NOBODY,
      marks: answer?.marks,
    })
  }

  #failed(
    request: FetchRequest,
    context: RequestContext,
    failure: FailureKind,
    started: number,
  ): AgencyAnswer {
    this.#note(context, failure.status, performance.now() - started)
    context.log.warn({ agency: this.name, code: failure.code }, 'an agency did not answer')
    return this.#fail(request, context, failure)
  }

  #fail(
    request: FetchRequest,
    context: RequestContext,
    { status, code }: FailureKind,
  ): AgencyAnswer {
    context.ledger.noteFailure({ agency: this.name, code, paths: topFieldPaths(request) })
    return { data: null, status, asOf: null, subjects: NOBODY }
  }
}
