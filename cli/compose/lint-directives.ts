import { Kind, visit, type DocumentNode } from 'graphql'
import { unlinkedAccessDirectives } from '../../auth/access-directives.ts'
import { readAccessRules, type AccessRule } from '../../auth/access-rules.ts'

/** One agency's SDL, parsed. */
interface ParsedSubgraph {
  readonly name: string
  readonly typeDefs: DocumentNode
}

/**
 * What composition loses or settles without a word, one sentence each: a directive of an agency's own
 * that the supergraph does not have, an access directive without a link, an access rule that did not
 * arrive, and two agencies with different rules for one coordinate.
 */
export function lintDirectives(
  subgraphs: readonly ParsedSubgraph[],
  supergraph: DocumentNode,
): readonly string[] {
  const arrived = readAccessRules(supergraph)
  const composed = definedIn(supergraph)
  const faults = subgraphs.flatMap(({ name, typeDefs }) => [
    ...unlinkedAccessDirectives(typeDefs).map(
      (directive) => `${name}: @${directive} has no @link, so no rule would hold`,
    ),
    ...lintDropped(typeDefs, composed).map((fault) => `${name}: ${fault}`),
    ...[...readAccessRules(typeDefs)].flatMap(([coordinate, rules]) =>
      isIn(arrived.get(coordinate), rules)
        ? []
        : [`${name}: the access rule of ${coordinate} is lost in composition`],
    ),
  ])
  return [...faults, ...lintConflicts(subgraphs)]
}

function lintDropped(sdl: DocumentNode, composed: ReadonlySet<string>): readonly string[] {
  const own = definedIn(sdl)
  const used = new Set<string>()
  visit(sdl, { [Kind.DIRECTIVE]: ({ name }) => void used.add(name.value) })
  return [...own]
    .filter((name) => used.has(name) && !composed.has(name))
    .map(
      (name) =>
        `@${name} is dropped by composition; link its spec and name it in @composeDirective`,
    )
}

/** Purposes of two agencies for one coordinate would be joined or one of them forgotten. */
function lintConflicts(subgraphs: readonly ParsedSubgraph[]): readonly string[] {
  const told = new Map<string, Map<string, string[]>>()
  for (const { name, typeDefs } of subgraphs) {
    for (const [coordinate, rules] of readAccessRules(typeDefs)) {
      const versions = told.get(coordinate) ?? new Map<string, string[]>()
      const text = canonical(rules)
      versions.set(text, [...(versions.get(text) ?? []), name])
      told.set(coordinate, versions)
    }
  }
  return [...told]
    .filter(([, versions]) => versions.size > 1)
    .map(([coordinate, versions]) => {
      const names = [...versions.values()].flat().toSorted().join(' and ')
      return `${coordinate}: ${names} give it different access rules`
    })
}

function isIn(all: readonly AccessRule[] | undefined, rules: readonly AccessRule[]): boolean {
  const known = new Set((all ?? []).map(canonicalRule))
  return rules.every((rule) => known.has(canonicalRule(rule)))
}

function canonical(rules: readonly AccessRule[]): string {
  return rules.map(canonicalRule).toSorted().join('\n')
}

function canonicalRule(rule: AccessRule): string {
  return JSON.stringify(rule.map((all) => JSON.stringify(all.toSorted())).toSorted())
}

function definedIn(sdl: DocumentNode): ReadonlySet<string> {
  return new Set(
    sdl.definitions.flatMap((node) =>
      node.kind === Kind.DIRECTIVE_DEFINITION ? [node.name.value] : [],
    ),
  )
}
