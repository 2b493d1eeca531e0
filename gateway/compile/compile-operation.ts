import { operationFromDocument } from '@apollo/federation-internals'
import type { QueryPlan } from '@apollo/query-planner'
import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql'
import type { Rights } from '../../auth/rights.ts'
import { hubError } from '../../schemas/errors.ts'
import { coordinatesOf, shapeOf, type ShapeField } from './answer-shape.ts'
import { checkPlan, fetchesOf } from './check-plan.ts'
import { filterOperation, type Refusal } from './filter-operation.ts'
import type { LoadedSupergraph } from './load-supergraph.ts'

/** An operation under some rights, ready to run any number of times. */
export interface CompiledOperation {
  /** As the client wrote it: its variables are read from here. */
  readonly operation: OperationDefinitionNode
  /** What is left under the rights, with its plan; null when nothing is. */
  readonly filtered: { readonly document: DocumentNode; readonly plan: QueryPlan } | null
  readonly refusals: readonly Refusal[]
  /** Every field that an answer may carry, and their coordinates. */
  readonly shape: readonly ShapeField[]
  readonly coordinates: readonly string[]
  /** Agencies the client's document speaks of. */
  readonly wanted: readonly string[]
  /** Agencies the plan may ask. */
  readonly planned: readonly string[]
  /** Whether it touches public types alone. */
  readonly isPublic: boolean
}

/**
 * One cached step from a valid document to something any executor can run: filter by rights, plan,
 * check the plan. `rights` null means the request came without a token. Throws `OPERATION_UNKNOWN`,
 * `UNAUTHORIZED_DEPENDENCY`.
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
  if (!left) return { ...stated, filtered: null, planned: [] }
  const plan = supergraph.planner.buildQueryPlan(
    operationFromDocument(supergraph.apiSchemaForPlanning, left, { validate: false }),
  )
  checkPlan(plan, held, supergraph)
  const planned = new Set(fetchesOf(plan.node as never).map(({ serviceName }) => serviceName))
  return { ...stated, filtered: { document: left, plan }, planned: [...planned].toSorted() }
}

/** Scopes and policies as one set, policies as `policy:<name>`. */
function heldBy(rights: Rights): ReadonlySet<string> {
  return new Set([...rights.scopes, ...rights.policies.map((policy) => `policy:${policy}`)])
}

function findOperation(
  document: DocumentNode,
  operationName: string | undefined,
): OperationDefinitionNode {
  const operations = document.definitions.filter(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  )
  const found = operationName
    ? operations.find(({ name }) => name?.value === operationName)
    : operations.length === 1
      ? operations[0]
      : undefined
  if (!found) throw hubError('OPERATION_UNKNOWN')
  return found
}

function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  )
}
