import {
  Kind,
  doTypesOverlap,
  getNamedType,
  isAbstractType,
  isCompositeType,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { withToldDirectives } from './told-directives.ts'

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }

/**
 * A document without named fragments as the planner is given it; answers are shaped by the document
 * itself. It means the same in words that the planner reads better:
 * - Fragments that hold for every object of their parent or for none, and conditions that no variable
 *   decides, are gone: the planner fails on some of them.
 * - An object whose selections conditions may all leave out is asked for its type too. The planner passes
 *   over an object of which nothing is asked, and the client could not tell an empty one from null.
 * - Directives say what they leave to a default (`told-directives.ts`).
 */
export function planningDocument(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const definitions = document.definitions.map((node) => {
    const root = node.kind === Kind.OPERATION_DEFINITION && schema.getRootType(node.operation)
    return root ? { ...node, selectionSet: setOf(selectionsOf(node.selectionSet, root)) } : node
  })
  return withToldDirectives(schema, { ...document, definitions })

  function selectionsOf(set: SelectionSetNode, parent: GraphQLCompositeType): SelectionNode[] {
    return set.selections.flatMap((selection) => {
      const directives = openConditions(selection)
      if (!directives) return []
      if (selection.kind === Kind.FIELD) return [fieldOf(selection, directives, parent)]
      if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection]
      const named = selection.typeCondition && schema.getType(selection.typeCondition.name.value)
      const type = isCompositeType(named) ? named : parent
      if (!doTypesOverlap(schema, parent, type)) return []
      const isNarrower = type !== parent && !isWithin(parent, type)
      const selections = selectionsOf(selection.selectionSet, isNarrower ? type : parent)
      if (!isNarrower && directives.length === 0) return selections
      const { typeCondition, ...rest } = selection
      const condition = isNarrower && typeCondition ? { typeCondition } : {}
      return [{ ...rest, ...condition, directives, selectionSet: setOf(selections) }]
    })
  }

  function fieldOf(
    node: FieldNode,
    directives: readonly DirectiveNode[],
    parent: GraphQLCompositeType,
  ): FieldNode {
    const field = 'getFields' in parent ? parent.getFields()[node.name.value] : undefined
    const type = field && getNamedType(field.type)
    if (!node.selectionSet || !isCompositeType(type)) return { ...node, directives }
    const selections = selectionsOf(node.selectionSet, type)
    if (!selections.some(isSure)) selections.push(TYPENAME)
    return { ...node, directives, selectionSet: setOf(selections) }
  }

  function isWithin(parent: GraphQLCompositeType, type: GraphQLCompositeType): boolean {
    return isAbstractType(type) && 'getInterfaces' in parent && schema.isSubType(type, parent)
  }
}

function setOf(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections }
}

/** The directives of a selection that variables decide; nothing where it is left out whatever they are. */
function openConditions({ directives = [] }: SelectionNode): readonly DirectiveNode[] | undefined {
  const open: DirectiveNode[] = []
  for (const directive of directives) {
    const value = isCondition(directive) && directive.arguments?.[0]?.value
    if (!value || value.kind !== Kind.BOOLEAN) open.push(directive)
    else if (value.value !== (directive.name.value === 'include')) return undefined
  }
  return open
}

/** Whether a selection asks for something whatever the variables. */
function isSure(selection: SelectionNode): boolean {
  if (selection.directives?.some(isCondition)) return false
  return selection.kind !== Kind.INLINE_FRAGMENT || selection.selectionSet.selections.some(isSure)
}

function isCondition({ name }: DirectiveNode): boolean {
  return name.value === 'skip' || name.value === 'include'
}
