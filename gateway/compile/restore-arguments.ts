import type {
  FetchDataRewrite,
  FetchNode,
  PlanNode,
  QueryPlan,
  QueryPlanSelectionNode,
} from '@apollo/query-planner'
import { Kind, visit, type DocumentNode } from 'graphql'
import { documentOf, fieldsOfEntities, withDocument, withoutSelections } from './entity-fetch.ts'
import { nameTold } from './own-names.ts'
import type { RequiredArguments } from './required-arguments.ts'

/**
 * A plan over names (`nameRequiredArguments`) as agencies understand it: they are asked for the field itself,
 * under the name, and told of it under its own. Requirements of one field by different arguments cannot be
 * told at once, so the fields that need them are asked for apart.
 */
export function restoreArguments(plan: QueryPlan, required: RequiredArguments): QueryPlan {
  const node = plan.node as PlanNode | undefined
  if (required.fields.size === 0 || !node) return plan
  return { ...plan, node: restoredNode(node, required) }
}

function restoredNode(node: PlanNode, required: RequiredArguments): PlanNode {
  const restored = (each: PlanNode): PlanNode => restoredNode(each, required)
  switch (node.kind) {
    case 'Fetch': {
      const fetches = apart(node, required).map((each) => restoredFetch(each, required))
      return fetches.length === 1 ? fetches[0]! : { kind: 'Parallel', nodes: fetches }
    }
    case 'Flatten':
      return { ...node, node: restored(node.node) }
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map(restored) }
    case 'Condition': {
      const { ifClause, elseClause } = node
      return {
        ...node,
        ...(ifClause && { ifClause: restored(ifClause) }),
        ...(elseClause && { elseClause: restored(elseClause) }),
      }
    }
    default:
      return node
  }
}

function restoredFetch(node: FetchNode, { fields }: RequiredArguments): FetchNode {
  const renames = renamesIn(node.requires ?? [], [], fields)
  const whole = documentOf(node)
  const document: DocumentNode = visit(whole, {
    [Kind.FIELD]: (field) => {
      const meant = fields.get(field.name.value)
      if (!meant) return undefined
      const name = { ...field.name, value: meant.name }
      return { ...field, alias: field.alias ?? field.name, name, arguments: meant.arguments }
    },
  })
  const asked = document === whole ? node : withDocument(node, document)
  if (renames.length === 0) return asked
  return { ...asked, inputRewrites: [...(node.inputRewrites ?? []), ...renames] }
}

/** Renames in what an agency is told, inner ones first. */
function renamesIn(
  selections: readonly QueryPlanSelectionNode[],
  path: readonly string[],
  fields: RequiredArguments['fields'],
): FetchDataRewrite[] {
  return selections.flatMap((selection) => {
    if (selection.kind === 'InlineFragment') {
      const { typeCondition, selections: inner } = selection
      return renamesIn(inner, typeCondition ? [...path, `... on ${typeCondition}`] : path, fields)
    }
    const here = [...path, selection.name]
    const below = renamesIn(selection.selections ?? [], here, fields)
    const meant = fields.get(selection.name)
    if (!meant) return below
    return [...below, { kind: 'KeyRenamer' as const, path: here, renameKeyTo: meant.name }]
  })
}

/** The fetch, or one for each set of requirements that can be told at once. */
function apart(node: FetchNode, required: RequiredArguments): readonly FetchNode[] {
  const whole = documentOf(node)
  const groups: Map<string, string>[] = []
  const fields = fieldsOfEntities(whole)
  const placed = fields.map(({ selection }) => {
    const paths = [...required.neededFor(node.serviceName, selection.name.value)]
    const fits = (group: Map<string, string>): boolean =>
      paths.every((path) => (group.get(placeOf(path)) ?? path) === path)
    const group = groups.find(fits) ?? new Map<string, string>()
    if (!groups.includes(group)) groups.push(group)
    for (const path of paths) group.set(placeOf(path), path)
    return group
  })
  if (groups.length <= 1) return [node]
  return groups.map((group) => {
    const gone = fields.filter((_, index) => placed[index] !== group)
    const left = withoutSelections(whole, new Set(gone.map(({ selection }) => selection)))
    const told = new Set(group.values())
    const requires = (node.requires ?? []).flatMap((each) => toldOf(each, '', told, required))
    return { ...withDocument(node, left), requires }
  })
}

/** Where an agency reads what it is told at a path: `parts.price`. */
function placeOf(path: string): string {
  return path.split('.').map(nameTold).join('.')
}

/** What is told, of fields under the gateway's own names at some paths alone. */
function toldOf(
  selection: QueryPlanSelectionNode,
  path: string,
  told: ReadonlySet<string>,
  required: RequiredArguments,
): QueryPlanSelectionNode[] {
  const isField = selection.kind === 'Field'
  const here = isField ? `${path}${selection.name}` : path
  if (isField && required.fields.has(selection.name) && !told.has(here)) return []
  if (!selection.selections) return [selection]
  const below = isField ? `${here}.` : path
  const selections = selection.selections.flatMap((each) => toldOf(each, below, told, required))
  return selections.length > 0 ? [{ ...selection, selections }] : []
}
