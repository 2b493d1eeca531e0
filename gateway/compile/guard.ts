import {
  GraphQLError,
  Kind,
  parse,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { hubError } from '../../schemas/errors.ts'
import { mentionsNationalId } from '../../schemas/scalars/national-id.ts'
import { asksForSchema, listsOfType, requireOneWalk } from './introspection.ts'
import { OWN_NAMES } from './own-names.ts'

/** What a document may have at most; checked before it is validated or cached. */
export const DOCUMENT_LIMITS = {
  bytes: 16 * 1024,
  tokens: 1_000,
  depth: 12,
  aliases: 30,
  'root fields': 10,
  directives: 20,
  'expanded selections': 500,
  operations: 1,
  fragments: 30,
} as const

/**
 * Parses a document within the limits. Throws `OPERATION_LIMIT` naming the limit and its maximum, or
 * `QUERY_INVALID` with the place of a syntax error and nothing of its text, or `NATIONAL_ID_LITERAL`.
 */
export function parseGuarded(source: string): DocumentNode {
  if (Buffer.byteLength(source) > DOCUMENT_LIMITS.bytes) throw over('bytes')
  const document = parseWithin(source)
  const counts = countNodes(document)
  for (const limit of ['operations', 'fragments', 'aliases', 'directives'] as const) {
    if (counts[limit] > DOCUMENT_LIMITS[limit]) throw over(limit)
  }
  const isIntrospection = asksForSchema(document)
  if (isIntrospection) requireOneWalk(document)
  checkExpansion(document, isIntrospection)
  refuseNationalIds(document)
  refuseOwnAliases(document)
  return document
}

function parseWithin(source: string): DocumentNode {
  try {
    // clients are told no place inside a valid document, and places hold every token in memory
    return parse(source, { maxTokens: DOCUMENT_LIMITS.tokens, noLocation: true })
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw over('depth')
    if (error.message.endsWith('Parsing aborted.')) throw over('tokens')
    const { line = 1, column = 1 } = error.locations?.[0] ?? {}
    const reason = `syntax error at line ${line}, column ${column}`
    throw hubError('QUERY_INVALID', { reason }, error)
  }
}

function countNodes(
  document: DocumentNode,
): Record<'operations' | 'fragments' | 'aliases' | 'directives', number> {
  const counts = { operations: 0, fragments: 0, aliases: 0, directives: 0 }
  visit(document, {
    [Kind.OPERATION_DEFINITION]: () => void counts.operations++,
    [Kind.FRAGMENT_DEFINITION]: () => void counts.fragments++,
    [Kind.FIELD]: ({ alias }) => void (counts.aliases += alias ? 1 : 0),
    [Kind.DIRECTIVE]: () => void counts.directives++,
  })
  return counts
}

/** Strings are read here as GraphQL reads them: an escape such as `\u0053` hides a letter in the source. */
function refuseNationalIds(document: DocumentNode): void {
  visit(document, {
    [Kind.STRING]: ({ value }) => {
      if (mentionsNationalId(value)) throw hubError('NATIONAL_ID_LITERAL')
    },
  })
}

/** What the gateway adds to a document goes under such aliases, and out of the answer with them. */
function refuseOwnAliases(document: DocumentNode): void {
  visit(document, {
    [Kind.FIELD]: ({ alias }) => {
      if (!alias?.value.startsWith(OWN_NAMES)) return
      throw hubError('QUERY_INVALID', { reason: `aliases in ${OWN_NAMES} are the hub’s own` })
    },
  })
}

interface Size {
  readonly selections: number
  readonly depth: number
  /** Lists of a type inside one another, in a document that asks for the schema. */
  readonly lists: number
}

const NOTHING: Size = { selections: 0, depth: 0, lists: 0 }

/** Sizes each fragment once, so that a fragment bomb costs no more to refuse than to write. */
function checkExpansion(document: DocumentNode, isIntrospection: boolean): void {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  }
  const sizes = new Map<string, Size | 'open'>()

  function sizeOfFragment(name: string): Size {
    const known = sizes.get(name)
    if (known === 'open') {
      throw hubError('OPERATION_LIMIT', { limit: 'fragments that include themselves', maximum: 0 })
    }
    if (known) return known
    sizes.set(name, 'open')
    const fragment = fragments.get(name)
    const size = fragment ? sizeOf(fragment.selectionSet) : NOTHING
    sizes.set(name, size)
    return size
  }

  function sizeOf(set: SelectionSetNode): Size {
    let selections = 0
    let depth = 0
    let lists = 0
    for (const selection of set.selections) {
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? sizeOfFragment(selection.name.value)
          : selection.selectionSet
            ? sizeOf(selection.selectionSet)
            : NOTHING
      const field = selection.kind === Kind.FIELD ? selection.name.value : undefined
      selections += inner.selections + (field ? 1 : 0)
      // wrappers of a type, such as [X!]!, are not a way further into the schema
      const isStep = field && !(isIntrospection && field === 'ofType')
      depth = Math.max(depth, inner.depth + (isStep ? 1 : 0))
      const isList = isIntrospection && field && listsOfType(field)
      lists = Math.max(lists, inner.lists + (isList ? 1 : 0))
      if (selections > DOCUMENT_LIMITS['expanded selections']) throw over('expanded selections')
    }
    return { selections, depth, lists }
  }

  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) sizeOfFragment(node.name.value)
    if (node.kind !== Kind.OPERATION_DEFINITION) continue
    if (node.selectionSet.selections.length > DOCUMENT_LIMITS['root fields'])
      throw over('root fields')
    const { depth, lists } = sizeOf(node.selectionSet)
    if (depth > DOCUMENT_LIMITS.depth) throw over('depth')
    if (lists > 1) {
      const limit = 'lists of a type inside one another'
      throw hubError('OPERATION_LIMIT', { limit, maximum: 1 })
    }
  }
}

function over(limit: keyof typeof DOCUMENT_LIMITS): Error {
  return hubError('OPERATION_LIMIT', { limit, maximum: DOCUMENT_LIMITS[limit] })
}
