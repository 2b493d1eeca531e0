import type { FetchNode, PlanNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner'
import {
  Kind,
  getNamedType,
  isCompositeType,
  parse,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'
import { satisfies, type AccessRule } from '../../auth/access-rules.ts'
import { hubError } from '../../schemas/errors.ts'
import { coordinatesOfField } from './asked-rules.ts'

/** What the plan check reads. */
export interface PlanCheckRules {
  /** With `@inaccessible` fields, which plans read. */
  readonly wholeSchema: GraphQLSchema
  readonly rules: ReadonlyMap<string, readonly AccessRule[]>
}

/** Every fetch of a plan, in no order that matters. */
export function fetchesOf(node: PlanNode | undefined): readonly FetchNode[] {
  switch (node?.kind) {
    case 'Fetch':
      return [node]
    case 'Flatten':
      return fetchesOf(node.node)
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(fetchesOf)
    case 'Condition':
      return [...fetchesOf(node.ifClause), ...fetchesOf(node.elseClause)]
    default:
      return []
  }
}

/**
 * Refuses a plan that reads a coordinate the rights do not reach: the filter sees what the client
 * selects, but `@requires`, `@key` and `@provides` make plans read more. Throws
 * `UNAUTHORIZED_DEPENDENCY` naming the coordinate.
 */
export function checkPlan(
  plan: QueryPlan,
  rights: ReadonlySet<string> | null,
  { wholeSchema, rules }: PlanCheckRules,
): void {
  for (const fetch of fetchesOf(plan.node as PlanNode | undefined)) {
    for (const coordinate of coordinatesOfFetch(fetch, wholeSchema)) {
      for (const rule of rules.get(coordinate) ?? []) {
        if (rights === null || !satisfies(rule, rights)) {
          throw hubError('UNAUTHORIZED_DEPENDENCY', { coordinate })
        }
      }
    }
  }
}

/** Coordinates and types a fetch reads or sends, `Person`, `Person.formerIds`. */
export function coordinatesOfFetch(fetch: FetchNode, schema: GraphQLSchema): ReadonlySet<string> {
  const found = new Set<string>()
  const document = parse(fetch.operation, { noLocation: true })
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    const root = schema.getRootType(definition.operation)
    if (root) walk(definition.selectionSet, root, schema, fragmentsOf(document), found)
  }
  for (const selection of fetch.requires ?? []) walkRequires(selection, undefined, schema, found)
  return found
}

function walk(
  set: SelectionSetNode,
  parent: GraphQLCompositeType,
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  found: Set<string>,
): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const child = noteField(parent, selection.name.value, schema, found)
      // `_entities` stands in no supergraph; the fragments inside it name their types.
      const below = selection.name.value === '_entities' ? parent : child
      if (selection.selectionSet && below)
        walk(selection.selectionSet, below, schema, fragments, found)
      continue
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection
    const type = fragment?.typeCondition && schema.getType(fragment.typeCondition.name.value)
    if (fragment)
      walk(fragment.selectionSet, isCompositeType(type) ? type : parent, schema, fragments, found)
  }
}

function walkRequires(
  selection: QueryPlanSelectionNode,
  parent: GraphQLCompositeType | undefined,
  schema: GraphQLSchema,
  found: Set<string>,
): void {
  if (selection.kind === 'Field') {
    const child = parent && noteField(parent, selection.name, schema, found)
    for (const inner of selection.selections ?? []) walkRequires(inner, child, schema, found)
    return
  }
  const type = selection.typeCondition ? schema.getType(selection.typeCondition) : parent
  for (const inner of selection.selections) {
    walkRequires(inner, isCompositeType(type) ? type : parent, schema, found)
  }
}

function noteField(
  parent: GraphQLCompositeType,
  name: string,
  schema: GraphQLSchema,
  found: Set<string>,
): GraphQLCompositeType | undefined {
  const field = 'getFields' in parent ? parent.getFields()[name] : undefined
  if (!field) return undefined
  const type = getNamedType(field.type)
  for (const coordinate of coordinatesOfField(schema, parent, name, type)) found.add(coordinate)
  return isCompositeType(type) ? type : undefined
}

function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  )
}
