import type { Revocations } from '../auth/revocations.ts'
import { hubError } from '../schemas/errors.ts'
import type { OperationCosts } from './compile/operation-cost.ts'
import type { DocumentRequest } from './compile/operation-cache.ts'
import type { Variables } from './compile/read-variables.ts'
import {
  INTROSPECTION_COST,
  answerIntrospection,
  type ShownSchemas,
} from './execute/answer-introspection.ts'
import { answerOperation, type Answer, type AnswerParts } from './execute/answer-operation.ts'
import type { RequestContext } from './execute/request-context.ts'
import type { RequestLimits } from './http/request-limits.ts'

/** What an operation may cost, who pays, and what was ended meanwhile. */
export interface Charges {
  readonly costs: Pick<OperationCosts, 'costOf'>
  readonly limits: RequestLimits
  readonly revocations: Pick<Revocations, 'isRevoked'>
  /** The schema by rights. */
  readonly schemas: ShownSchemas
}

/** Serves one valid operation of an admitted caller; throws the coded errors that refuse it as a whole. */
export type ServeOperation = (
  request: DocumentRequest & { readonly variables: Variables },
  context: RequestContext,
) => Promise<Answer>

/** The one way of every operation, whatever brought it: its price, its answer, its agreement still in force. */
export function createOperationServer(
  parts: AnswerParts,
  { costs, limits, revocations, schemas }: Charges,
): ServeOperation {
  return async (request, context) => {
    const { isIntrospection, variables } = request
    const cost = isIntrospection ? INTROSPECTION_COST : costs.costOf(request, variables)
    await limits.charge(cost, context)
    const answer = isIntrospection
      ? answerIntrospection(schemas, request, context)
      : await answerOperation(parts, request, context)
    // what was revoked while agencies worked is in the log as asked for, and is not told
    if (context.access && revocations.isRevoked(context.access.agreement.id)) {
      throw hubError('PURPOSE_NOT_ALLOWED')
    }
    return answer
  }
}
