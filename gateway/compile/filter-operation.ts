import {
  Kind,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isNonNullType,
  typeFromAST,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { satisfies, type AccessRule } from '../../auth/access-rules.ts'
import { hubError } from '../../schemas/errors.ts'
import type { Owners } from './owners.ts'

/** Alias under which the gateway asks for a type it needs to place nulls; never reaches a client. */
export const HIDDEN_TYPENAME = 'hub__typename'

/** A selection taken out because the rights do not reach it. */
export interface Refusal {
  /** `Person.motor` */
  readonly coordinate: string
  /** Response keys from the root; lists have no index, since the refusal holds for every item. */
  readonly path: readonly string[]
  /** `@skip` and `@include` that stand on it or on a fragment around it. */
  readonly conditions: readonly DirectiveNode[]
  /** Object types it applies to, where its parent is an interface or union. */
  readonly onTypes: readonly string[] | undefined
}

/** What is left of an operation under some rights. */
export interface FilteredOperation {
  /** With fragments inlined and refused selections removed; null when nothing is left. */
  readonly document: DocumentNode | null
  readonly refusals: readonly Refusal[]
  /** Agencies the whole operation speaks of, refused parts included. */
  readonly wanted: readonly string[]
  /** Whether every coordinate of it is public. */
  readonly isPublic: boolean
}

/** What the filter reads. */
export interface FilterRules {
  readonly schema: GraphQLSchema
  readonly rules: ReadonlyMap<string, readonly AccessRule[]>
  readonly owners: Owners
}

interface Level {
  readonly parent: GraphQLCompositeType
  readonly path: readonly string[]
  readonly conditions: readonly DirectiveNode[]
  readonly onTypes: readonly string[] | undefined
  /** The selection set of the level is inside a refused field: only agencies are noted. */
  readonly isRefused: boolean
}

/**
 * Takes every coordinate out of an operation that the rights do not reach. Conditions are ignored
 * when deciding, so no variable can change what is refused. `rights` null means no token at all.
 * Throws `QUERY_INVALID` for a kind of operation that the schema has no root type for.
 */
export function filterOperation(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  rights: ReadonlySet<string> | null,
  { schema, rules, owners }: FilterRules,
): FilteredOperation {
  const refusals: Refusal[] = []
  const wanted = new Set<string>()
  let isPublic = true

  const root = schema.getRootType(operation.operation)
  // validation passes over fields of a root type that is not there
  if (!root) throw hubError('QUERY_INVALID', { reason: `the hub has no ${operation.operation}` })
  const level = { parent: root, path: [], conditions: [], onTypes: undefined, isRefused: false }
  const { selections } = filterSet(operation.selectionSet, level)
  const document: DocumentNode | null =
    selections.length === 0 ? null : documentOf(operation, selections)
  return { document, refusals, wanted: [...wanted].toSorted(), isPublic }

  function filterSet(
    set: SelectionSetNode,
    at: Level,
  ): { readonly selections: readonly SelectionNode[]; readonly isNulled: boolean } {
    const kept: SelectionNode[] = []
    let isNulled = false
    const before = refusals.length
    for (const selection of set.selections) {
      const result = filterSelection(selection, at)
      kept.push(...result.selections)
      isNulled ||= result.isNulled
    }
    const hasRefusals = refusals
      .slice(before)
      .some(({ path }) => path.length === at.path.length + 1)
    if (at.path.length > 0 && hasRefusals && (kept.length === 0 || isAbstractType(at.parent))) {
      kept.push(HIDDEN_TYPENAME_FIELD)
    }
    return { selections: kept, isNulled }
  }

  function filterSelection(selection: SelectionNode, at: Level): ReturnType<typeof filterSet> {
    if (selection.kind === Kind.FIELD) return filterField(selection, at)
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection
    if (!fragment) return NOTHING
    const type = fragment.typeCondition ? typeFromAST(schema, fragment.typeCondition) : at.parent
    if (!isCompositeType(type)) return NOTHING
    const own = conditionsOf(selection)
    const inner = filterSet(fragment.selectionSet, {
      ...at,
      parent: type,
      conditions: [...at.conditions, ...own],
      onTypes: isAbstractType(at.parent) ? possibleNames(type) : at.onTypes,
    })
    if (inner.selections.length === 0) return inner
    return { ...inner, selections: [inline(fragment, selection.directives, inner.selections)] }
  }

  function filterField(node: FieldNode, at: Level): ReturnType<typeof filterSet> {
    const field = fieldOf(at.parent, node.name.value)
    if (!field) return { selections: at.isRefused ? [] : [node], isNulled: false }
    for (const owner of soleOwners(at.parent, field.name)) wanted.add(owner)
    const key = node.alias?.value ?? node.name.value
    const type = getNamedType(field.type)
    const asked = rulesOf(at.parent, field.name, type.name)
    if (asked.length > 0) isPublic = false
    const isRefused = at.isRefused || !isReached(asked)
    const below: Level = {
      parent: type as GraphQLCompositeType,
      path: [...at.path, key],
      conditions: [],
      onTypes: undefined,
      isRefused,
    }
    const before = refusals.length
    const inner =
      node.selectionSet && isCompositeType(type) ? filterSet(node.selectionSet, below) : undefined
    if (at.isRefused) return NOTHING
    if (isRefused || inner?.isNulled) {
      refusals.length = isRefused ? before : refusals.length
      return refuse(node, field, at, isRefused)
    }
    return {
      selections: [inner ? withSelections(node, inner.selections) : node],
      isNulled: false,
    }
  }

  /** Takes a field out; where it may not be null, its parent becomes null instead. */
  function refuse(
    node: FieldNode,
    field: GraphQLField<unknown, unknown>,
    at: Level,
    isOwn: boolean,
  ): ReturnType<typeof filterSet> {
    if (isOwn || !isNonNullType(field.type)) {
      refusals.push({
        coordinate: `${at.parent.name}.${field.name}`,
        path: [...at.path, node.alias?.value ?? node.name.value],
        conditions: [...at.conditions, ...conditionsOf(node)],
        onTypes: at.onTypes,
      })
    }
    return { selections: [], isNulled: isNonNullType(field.type) }
  }

  function rulesOf(parent: GraphQLCompositeType, field: string, type: string): AccessRule[] {
    const types = isInterfaceType(parent) ? [parent.name, ...possibleNames(parent)] : [parent.name]
    const isRoot = parent === root
    const coordinates = types.flatMap((name) =>
      isRoot ? [`${name}.${field}`] : [name, `${name}.${field}`],
    )
    return [...coordinates, type].flatMap((coordinate) => rules.get(coordinate) ?? [])
  }

  function isReached(asked: readonly AccessRule[]): boolean {
    return asked.length === 0 || (rights !== null && asked.every((rule) => satisfies(rule, rights)))
  }

  function soleOwners(parent: GraphQLCompositeType, field: string): readonly string[] {
    const found = owners.of(parent.name, field)
    return found.length === 1 ? found : []
  }

  function possibleNames(type: GraphQLCompositeType): readonly string[] {
    return isAbstractType(type)
      ? schema.getPossibleTypes(type).map(({ name }) => name)
      : [type.name]
  }
}

const NOTHING = { selections: [], isNulled: false } as const

const HIDDEN_TYPENAME_FIELD: FieldNode = {
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: HIDDEN_TYPENAME },
  name: { kind: Kind.NAME, value: '__typename' },
}

function fieldOf(
  parent: GraphQLCompositeType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  return 'getFields' in parent ? parent.getFields()[name] : undefined
}

function conditionsOf(node: SelectionNode): readonly DirectiveNode[] {
  return (node.directives ?? []).filter(({ name }) => ['skip', 'include'].includes(name.value))
}

function withSelections(node: FieldNode, selections: readonly SelectionNode[]): FieldNode {
  return { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections } }
}

function inline(
  fragment: { readonly typeCondition?: FragmentDefinitionNode['typeCondition'] | undefined },
  directives: readonly DirectiveNode[] | undefined,
  selections: readonly SelectionNode[],
): SelectionNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    ...(fragment.typeCondition && { typeCondition: fragment.typeCondition }),
    directives: directives ?? [],
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  }
}

/** The operation with what is left of it, and only the variables that still stand in it. */
function documentOf(
  operation: OperationDefinitionNode,
  selections: readonly SelectionNode[],
): DocumentNode {
  const text = JSON.stringify(selections)
  const variableDefinitions = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    text.includes(
      `"kind":"Variable","name":{"kind":"Name","value":${JSON.stringify(variable.name.value)}`,
    ),
  )
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        ...operation,
        variableDefinitions,
        selectionSet: { kind: Kind.SELECTION_SET, selections },
      },
    ],
  }
}
