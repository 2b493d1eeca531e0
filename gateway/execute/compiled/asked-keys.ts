import type { FetchNode } from '@apollo/query-planner'
import { Kind, parse, visit, type DocumentNode, type SelectionSetNode } from 'graphql'
import type { PlanPath } from './raw-data.ts'

/** Response keys that a fetch asks for, each with what it asks below. */
export type KeyTree = Map<string, KeyTree>

/** A fetch's keys, below `_entities` and fragments, under the names that the rewrites leave. */
export function readKeys(node: FetchNode): KeyTree {
  const document = node.operationDocumentNode ?? parse(node.operation, { noLocation: true })
  const names = new Map(
    (node.outputRewrites ?? []).flatMap((rewrite) =>
      rewrite.kind === 'KeyRenamer' ? [[rewrite.path.at(-1)!, rewrite.renameKeyTo] as const] : [],
    ),
  )
  const tree: KeyTree = new Map()
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    addKeys(definition.selectionSet, tree, document, names)
  }
  return (node.requires && tree.get('_entities')) || tree
}

/** The response keys under which a fetch asks for a field of another name. */
export function aliasesIn(node: FetchNode): readonly string[] {
  const document = node.operationDocumentNode ?? parse(node.operation, { noLocation: true })
  const aliases: string[] = []
  visit(document, {
    [Kind.FIELD]: ({ alias, name }) => {
      if (alias && alias.value !== name.value) aliases.push(alias.value)
    },
  })
  return aliases
}

function addKeys(
  set: SelectionSetNode,
  tree: KeyTree,
  document: DocumentNode,
  names: ReadonlyMap<string, string>,
): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value
      const below = childOf(tree, names.get(key) ?? key)
      if (selection.selectionSet) addKeys(selection.selectionSet, below, document, names)
      continue
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection
        : document.definitions.find(
            (node) =>
              node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === selection.name.value,
          )
    if (fragment && 'selectionSet' in fragment) {
      addKeys(fragment.selectionSet, tree, document, names)
    }
  }
}

function childOf(tree: KeyTree, key: string): KeyTree {
  const known = tree.get(key)
  if (known) return known
  const made: KeyTree = new Map()
  tree.set(key, made)
  return made
}

/** Counts, for every place of a response, the fetches that ask for it. */
export class AskedPlaces {
  readonly #counts = new Map<string, number>()

  /** Notes a fetch at a path. */
  add(tree: KeyTree, path: PlanPath): void {
    const listless = path.filter((part) => part !== '@')
    for (const [key, below] of tree) {
      const place = [...listless, key]
      const name = place.join('.')
      this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
      this.add(below, place)
    }
  }

  /** The keys of a fetch that no other fetch asks for at its path. */
  soleKeys(tree: KeyTree, path: PlanPath): readonly string[] {
    const listless = path.filter((part) => part !== '@')
    return [...tree.keys()].filter(
      (key) => key !== '__typename' && this.#counts.get([...listless, key].join('.')) === 1,
    )
  }
}
