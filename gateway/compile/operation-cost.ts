import {
  Kind,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  typeFromAST,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { hubError } from '../../schemas/errors.ts'
import { findOperation, fragmentsOf } from './find-operation.ts'

/** What an answer may be expected to hold at most, in objects. */
export const MAX_COST = 30_000
/** The most that `first` may ask for. */
export const MAX_PAGE = 100

/** Objects expected of a list that no argument sizes: members of a household, vehicles, bills. */
const USUAL_LIST = 10

type Variables = Readonly<Record<string, unknown>>

/** One object-valued field: how many times it comes, and what stands below it. */
interface CostNode {
  readonly times: number | PageSize
  readonly below: readonly CostNode[]
}

/** A page whose size a variable gives. */
interface PageSize {
  readonly variable: string
  readonly fallback: unknown
}

interface Plan {
  readonly nodes: readonly CostNode[]
  /** The cost, where no variable has a say. */
  readonly fixed: number | undefined
}

/**
 * Costs of operations in objects expected: a list counts `first` times, else ten times, what stands
 * below it. `@skip` and `@include` do not make an operation cheaper.
 */
export class OperationCosts {
  readonly #schema: GraphQLSchema
  /** For as long as somebody knows the document; by the name of the operation. */
  readonly #plans = new WeakMap<DocumentNode, Map<string | undefined, Plan>>()

  constructor(schema: GraphQLSchema) {
    this.#schema = schema
  }

  /**
   * The cost of a valid document's operation. Throws `OPERATION_LIMIT` above 30,000, for `first` under
   * 1 or over 100, and for a connection without `first`; `OPERATION_UNKNOWN`.
   */
  costOf({ document, operationName }: CostRequest, variables: Variables): number {
    const plan =
      this.#plans.get(document)?.get(operationName) ?? this.#plan(document, operationName)
    const cost = plan.fixed ?? sum(plan.nodes, variables)
    if (cost > MAX_COST) throw hubError('OPERATION_LIMIT', { limit: 'cost', maximum: MAX_COST })
    return cost
  }

  #plan(document: DocumentNode, operationName: string | undefined): Plan {
    const operation = findOperation(document, operationName)
    const root = this.#schema.getRootType(operation.operation)
    const reader = new PlanReader(this.#schema, operation, fragmentsOf(document))
    const nodes = root ? reader.nodesOf(operation.selectionSet, root) : []
    const plan = { nodes, fixed: reader.hasVariablePage ? undefined : sum(nodes, {}) }
    const plans = this.#plans.get(document) ?? new Map<string | undefined, Plan>()
    // names that no operation of the document has were refused before
    this.#plans.set(document, plans.set(operationName, plan))
    return plan
  }
}

interface CostRequest {
  readonly document: DocumentNode
  readonly operationName: string | undefined
}

class PlanReader {
  hasVariablePage = false
  readonly #schema: GraphQLSchema
  readonly #defaults: Variables
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>

  constructor(
    schema: GraphQLSchema,
    { variableDefinitions }: OperationDefinitionNode,
    fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ) {
    this.#schema = schema
    this.#fragments = fragments
    this.#defaults = Object.fromEntries(
      (variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
        defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
      ),
    )
  }

  nodesOf(set: SelectionSetNode, parent: GraphQLCompositeType): readonly CostNode[] {
    return set.selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return this.#nodeOf(selection, parent)
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? this.#fragments.get(selection.name.value)
          : selection
      if (!fragment) return []
      const type = fragment.typeCondition
        ? typeFromAST(this.#schema, fragment.typeCondition)
        : parent
      return isCompositeType(type) ? this.nodesOf(fragment.selectionSet, type) : []
    })
  }

  #nodeOf(node: FieldNode, parent: GraphQLCompositeType): readonly CostNode[] {
    const field = 'getFields' in parent ? parent.getFields()[node.name.value] : undefined
    if (!field) return []
    const times = this.#timesOf(node, field, parent)
    const type = getNamedType(field.type)
    if (!node.selectionSet || !isCompositeType(type)) return []
    return [{ times, below: this.nodesOf(node.selectionSet, type) }]
  }

  #timesOf(
    node: FieldNode,
    field: GraphQLField<unknown, unknown>,
    parent: GraphQLCompositeType,
  ): number | PageSize {
    const page = field.args.find(({ name }) => name === 'first')
    // the page of a connection was counted where its size was asked for
    const isInPage = parent.name.endsWith('Connection')
    const isList = isListType(getNullableType(field.type)) && !isInPage
    if (!page) return isList ? USUAL_LIST : 1
    const given = node.arguments?.find(({ name }) => name.value === 'first')?.value
    if (given?.kind !== Kind.VARIABLE) {
      return pageOf(given ? valueFromASTUntyped(given) : page.defaultValue)
    }
    this.hasVariablePage = true
    const variable = given.name.value
    return { variable, fallback: this.#defaults[variable] ?? page.defaultValue }
  }
}

function sum(nodes: readonly CostNode[], variables: Variables): number {
  let total = 0
  for (const { times, below } of nodes) {
    const count =
      typeof times === 'number' ? times : pageOf(variables[times.variable] ?? times.fallback)
    total += count * (1 + sum(below, variables))
  }
  return total
}

/** A page's size; none given counts as too much, since a list without an end has no price. */
function pageOf(size: unknown): number {
  if (typeof size === 'number' && size >= 1 && size <= MAX_PAGE) return size
  throw hubError('OPERATION_LIMIT', {
    limit: 'or fewer items asked for by first',
    maximum: `1 to ${MAX_PAGE}`,
  })
}
