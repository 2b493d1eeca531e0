import type {
  GatewayExecutionResult,
  GatewayGraphQLRequestContext,
  GatewayInterface,
  GatewayLoadResult,
  GatewaySchemaLoadOrUpdateCallback,
} from '@apollo/server-gateway-interface'
import { HeaderMap } from '@apollo/server'
import { GraphQLError } from 'graphql'
import type { Revocations } from '../auth/revocations.ts'
import { challengeOf } from '../auth/verify-token.ts'
import { HubError, hubError } from '../schemas/errors.ts'
import type { OperationCosts } from './compile/operation-cost.ts'
import { answerOperation, type AnswerParts } from './execute/answer-operation.ts'
import type { RequestContext } from './execute/request-context.ts'
import type { RequestLimits } from './http/request-limits.ts'

/** What an operation may cost, and who pays. */
export interface Charges {
  readonly costs: OperationCosts
  readonly limits: RequestLimits
  readonly revocations: Revocations
}

/** Apollo Server's view of the hub: it brings valid documents, the hub answers them. */
export class HubGateway implements GatewayInterface {
  readonly #parts: AnswerParts
  readonly #charges: Charges
  readonly #sdl: string
  readonly #listeners = new Set<GatewaySchemaLoadOrUpdateCallback>()

  constructor(parts: AnswerParts, charges: Charges, supergraphSdl: string) {
    this.#parts = parts
    this.#charges = charges
    this.#sdl = supergraphSdl
  }

  onSchemaLoadOrUpdate(callback: GatewaySchemaLoadOrUpdateCallback): () => void {
    this.#listeners.add(callback)
    return () => this.#listeners.delete(callback)
  }

  async load(): Promise<GatewayLoadResult> {
    const { apiSchema } = this.#parts.supergraph
    for (const listener of this.#listeners) {
      listener({ apiSchema, coreSupergraphSdl: this.#sdl })
    }
    return { executor: async (request) => this.#execute(request) }
  }

  async stop(): Promise<void> {
    this.#listeners.clear()
  }

  async #execute(request: GatewayGraphQLRequestContext): Promise<GatewayExecutionResult> {
    const { document, queryHash } = request
    const operationName = request.request.operationName
    const variables = request.request.variables ?? {}
    const asked = { document, hash: queryHash, operationName }
    const context = request.context as unknown as RequestContext
    try {
      await this.#charges.limits.charge(this.#charges.costs.costOf(asked, variables), context)
      const { data, errors, extensions } = await answerOperation(
        this.#parts,
        { ...asked, variables },
        context,
      )
      // what was revoked while agencies worked is in the log as asked for, and is not told
      if (context.access && this.#charges.revocations.isRevoked(context.access.agreement.id)) {
        throw hubError('PURPOSE_NOT_ALLOWED')
      }
      return { data, ...(errors.length > 0 && { errors }), extensions } as GatewayExecutionResult
    } catch (error) {
      throw error instanceof HubError ? withStatus(error) : error
    }
  }
}

/** Apollo Server reads the status and headers of a refused request from its error. */
function withStatus(error: HubError): GraphQLError {
  const headers = new HeaderMap()
  const seconds = error.parameters['seconds']
  if (error.code === 'RATE_LIMITED') headers.set('retry-after', String(seconds))
  if (error.code === 'UNAUTHENTICATED') headers.set('www-authenticate', challengeOf(error))
  return new GraphQLError(error.message, {
    originalError: error,
    extensions: { code: error.code, http: { status: error.status, headers } },
  })
}
