import { operationFromDocument } from '@apollo/federation-internals'
import type { QueryPlan } from '@apollo/query-planner'
import type { DocumentNode, OperationDefinitionNode } from 'graphql'
import type { Rights } from '../../auth/rights.ts'
import { hubError } from '../../schemas/errors.ts'
import { coordinatesOf, shapeOf, type ShapeField } from './answer-shape.ts'
import type { GuardedVariable } from './asked-inputs.ts'
import { checkPlan, fetchesOf } from './check-plan.ts'
import { filterOperation, type Refusal } from './filter-operation.ts'
import { findOperation, fragmentsOf } from './find-operation.ts'
import { heldBy } from './held-rights.ts'
import type { LoadedSupergraph } from './load-supergraph.ts'
import { planningDocument } from './planning-document.ts'
import { restoreArguments } from './restore-arguments.ts'

/** An operation under some rights, ready to run any number of times. */
export interface CompiledOperation {
  /** As the client wrote it: its variables are read from here. */
  readonly operation: OperationDefinitionNode
  /** What is left under the rights, with its plan; null when nothing is. */
  readonly filtered: { readonly document: DocumentNode; readonly plan: QueryPlan } | null
  readonly refusals: readonly Refusal[]
  /** Variables whose values may use what the rights do not reach. */
  readonly guarded: readonly GuardedVariable[]
  /** Every field that an answer may carry, and their coordinates. */
  readonly shape: readonly ShapeField[]
  readonly coordinates: readonly string[]
  /** Agencies the client's document speaks of. */
  readonly wanted: readonly string[]
  /** Agencies the plan may ask. */
  readonly planned: readonly string[]
  /** Both together, in alphabetical order. */
  readonly agencies: readonly string[]
  /** Whether it touches public types alone. */
  readonly isPublic: boolean
}

/**
 * One cached step from a valid document to something any executor can run: filter by rights, plan,
 * check the plan. `rights` null means the request came without a token. Throws `OPERATION_UNKNOWN`,
 * `UNAUTHORIZED_DEPENDENCY`, `PLAN_UNUSABLE` where the planner fails, what the filter throws.
 */
export function compileOperation(
  supergraph: LoadedSupergraph,
  document: DocumentNode,
  operationName: string | undefined,
  rights: Rights | null,
): CompiledOperation {
  const operation = findOperation(document, operationName)
  const held = rights && heldBy(rights)
  const { document: left, ...filtered } = filterOperation(operation, fragmentsOf(document), held, {
    schema: supergraph.apiSchema,
    rules: supergraph.rules,
    owners: supergraph.owners,
  })
  const shape = left ? shapeOf(supergraph.apiSchema, left) : []
  const stated = { operation, ...filtered, shape, coordinates: coordinatesOf(shape) }
  if (!left) return { ...stated, filtered: null, planned: [], agencies: filtered.wanted }
  const plan = planFor(supergraph, left)
  checkPlan(plan, held, supergraph)
  const asked = fetchesOf(plan.node as never).map(({ serviceName }) => serviceName)
  const planned = [...new Set(asked)].toSorted()
  const agencies = [...new Set([...filtered.wanted, ...planned])].toSorted()
  return { ...stated, filtered: { document: left, plan }, planned, agencies }
}

/** Plans an operation; a document that the planner fails on is refused and nothing else. */
function planFor(
  { planner, apiSchema, apiSchemaForPlanning, requiredArguments }: LoadedSupergraph,
  document: DocumentNode,
): QueryPlan {
  try {
    const planned = planningDocument(apiSchema, document)
    const plan = planner.buildQueryPlan(
      operationFromDocument(apiSchemaForPlanning, planned, { validate: false }),
    )
    return restoreArguments(plan, requiredArguments)
  } catch (error) {
    throw hubError('PLAN_UNUSABLE', { reason: 'the planner fails on it' }, error)
  }
}
