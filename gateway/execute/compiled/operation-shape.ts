import {
  Kind,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql'
import { hubError } from '../../../schemas/errors.ts'
import { invariant } from '../../../schemas/invariant.ts'
import type { LoadedSupergraph } from '../../compile/load-supergraph.ts'
import type { Variables } from '../../compile/read-variables.ts'
import { areTaken } from '../conditions.ts'
import { collectFields, type CollectParts } from './collect-fields.ts'
import { compileObject } from './compile-shape.ts'
import type { Complete } from './complete-leaf.ts'

/** How the response of an operation is shaped. */
export interface OperationShape {
  /** Whether any field of it is an agency's to answer, whatever the variables. */
  readonly needsData: boolean
  /** The completion of the root object under these variables. */
  completeFor(variables: Variables): Complete
}

/** What clients see, and what agencies see. */
type ShapeSchemas = Pick<LoadedSupergraph, 'apiSchema' | 'wholeSchema'>

const MOST_VARIANTS = 64

/**
 * Reads the shape of an operation. `@skip` and `@include` are decided once per combination of the
 * variables they name, so that a request evaluates none of them. Throws `QUERY_INVALID` for
 * introspection, which is answered without a plan.
 */
export function readOperation(
  document: DocumentNode,
  { apiSchema: schema, wholeSchema }: ShapeSchemas,
): OperationShape {
  const operation = document.definitions.find(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  )
  const root = operation && schema.getRootType(operation.operation)
  invariant(operation && root, 'a filtered document holds one operation of the schema')
  const sets = [operation.selectionSet]
  const base = { schema, wholeSchema, fragments: fragmentsOf(document) }
  const names = conditionVariables(document)
  const variants = new Map<string, Complete>()
  const partsFor = (variables: Variables): CollectParts => ({
    ...base,
    isTaken: (directives) => areTaken(directives, variables),
  })

  const fields = collectFields(sets, root, { ...base, isTaken: isTakenForSome })
  if (fields.has('__schema') || fields.has('__type')) {
    throw hubError('QUERY_INVALID', { reason: 'introspection is not served' })
  }
  const surely = collectFields(sets, root, { ...base, isTaken: isTakenForAll })
  return {
    needsData: [...surely.values()].some(([node]) => node?.name.value !== '__typename'),
    completeFor(variables) {
      let key = ''
      for (const name of names) key += variables[name] === true ? '1' : '0'
      const known = variants.get(key)
      if (known) return known
      const coordinate = { type: root.name, field: '' }
      const complete = compileObject(sets, root, coordinate, partsFor(variables))
      if (variants.size >= MOST_VARIANTS) variants.clear()
      variants.set(key, complete)
      return complete
    },
  }
}

function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  )
}

function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>()
  visit(document, {
    [Kind.DIRECTIVE]: (node) => {
      const value = node.arguments?.find(({ name }) => name.value === 'if')?.value
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value)
    },
  })
  return [...names]
}

function isTakenForSome(directives: readonly DirectiveNode[] | undefined): boolean {
  return areTaken((directives ?? []).filter(isLiteral), {})
}

function isTakenForAll(directives: readonly DirectiveNode[] | undefined): boolean {
  return (directives ?? []).every(isLiteral) && areTaken(directives, {})
}

function isLiteral(node: DirectiveNode): boolean {
  return node.arguments?.every(({ value }) => value.kind !== Kind.VARIABLE) ?? true
}
