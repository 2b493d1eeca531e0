import {
  Kind,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  typeFromAST,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { satisfies, type AccessRule } from '../../auth/access-rules.ts'
import { hubError } from '../../schemas/errors.ts'
import { coordinatesOfInputs, coordinatesOfLiteral, guardVariables } from './asked-inputs.ts'
import type { GuardedVariable } from './asked-inputs.ts'
import { coordinatesOfField, rulesOf } from './asked-rules.ts'
import type { Owners } from './owners.ts'
import { OWN_NAMES } from './own-names.ts'

/** Alias under which the gateway asks for a type it needs to place nulls; never reaches a client. */
export const HIDDEN_TYPENAME = `${OWN_NAMES}typename`

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
  /** Variables whose values may use what the rights do not reach. */
  readonly guarded: readonly GuardedVariable[]
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
 * Throws `QUERY_INVALID` for a kind of operation that the schema has no root type for, and
 * `UNAUTHORIZED_FIELD_OR_TYPE` for a variable's default that uses what the rights do not reach.
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
  const guarded = guardedIn(document)
  return { document, refusals, guarded, wanted: [...wanted].toSorted(), isPublic }

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
      onTypes: isAbstractType(at.parent) ? namesWithin(type, at.onTypes) : at.onTypes,
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
    const coordinates = coordinatesOfField(schema, at.parent, field.name, type)
    const used = coordinatesOfInputs(schema, at.parent, field, node)
    const asked = rulesOf(rules, [...coordinates, ...used])
    if (asked.length > 0) isPublic = false
    const closed = isReached(rulesOf(rules, coordinates)) ? used.find(isClosed) : undefined
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
      return refuse(node, field, at, { isOwn: isRefused, closed })
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
    { isOwn, closed }: { readonly isOwn: boolean; readonly closed: string | undefined },
  ): ReturnType<typeof filterSet> {
    if (isOwn || !isNonNullType(field.type)) {
      refusals.push({
        coordinate: closed ?? `${at.parent.name}.${field.name}`,
        path: [...at.path, node.alias?.value ?? node.name.value],
        conditions: [...at.conditions, ...conditionsOf(node)],
        onTypes: at.onTypes,
      })
    }
    return { selections: [], isNulled: isNonNullType(field.type) }
  }

  function isClosed(coordinate: string): boolean {
    return !isReached(rules.get(coordinate) ?? [])
  }

  function guardedIn(left: DocumentNode | null): readonly GuardedVariable[] {
    const [kept] = left?.definitions ?? []
    if (kept?.kind !== Kind.OPERATION_DEFINITION) return []
    const definitions = kept.variableDefinitions ?? []
    for (const { type, defaultValue } of definitions) {
      const input = typeFromAST(schema, type as never) as GraphQLInputType | undefined
      const used = input && defaultValue ? coordinatesOfLiteral(input, defaultValue) : []
      const coordinate = used.find(isClosed)
      if (coordinate) throw hubError('UNAUTHORIZED_FIELD_OR_TYPE', { coordinate })
    }
    return guardVariables(schema, definitions, isClosed)
  }

  function isReached(asked: readonly AccessRule[]): boolean {
    return asked.length === 0 || (rights !== null && asked.every((rule) => satisfies(rule, rights)))
  }

  function soleOwners(parent: GraphQLCompositeType, field: string): readonly string[] {
    const found = owners.of(parent.name, field)
    return found.length === 1 ? found : []
  }

  /** Object types of a fragment that are also of the fragments around it. */
  function namesWithin(
    type: GraphQLCompositeType,
    around: readonly string[] | undefined,
  ): readonly string[] {
    const names = isAbstractType(type)
      ? schema.getPossibleTypes(type).map(({ name }) => name)
      : [type.name]
    return around ? names.filter((name) => around.includes(name)) : names
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
