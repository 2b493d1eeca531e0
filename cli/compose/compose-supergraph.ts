import { composeServices } from '@apollo/composition'
import { parse } from 'graphql'
import { readSubgraphSdl, withShareableImport } from '../../subgraphs/_kit/subgraph-schema.ts'
import { lintDirectives } from './lint-directives.ts'
import { lintInterfaceObjects } from './lint-federation.ts'
import { lintSubgraph } from './lint-subgraph.ts'
import { lintHints } from './lint-hints.ts'

/** One agency's part of a composition. */
export interface SubgraphSource {
  readonly name: string
  readonly sdl: string
  /** Where it answers by default; a running gateway uses its own configuration. */
  readonly url: string
}

/** A composed supergraph, or everything that is wrong with it, one sentence each. */
export type Composition =
  | { readonly supergraphSdl: string; readonly faults?: never }
  | { readonly supergraphSdl?: never; readonly faults: readonly string[] }

/**
 * Composes the agencies into one supergraph. Beyond Apollo's own rules it refuses: a field without an
 * access rule that is not public, a nullable-rule breach, a description without its Chinese term,
 * arguments inside `@requires`, overlapping resolvable and non-resolvable keys, a non-resolvable
 * `@interfaceObject`, an interface that is the `@interfaceObject` of two agencies, every hint that something was dropped or conflicts, and what is dropped or
 * conflicts without a hint: directives that the supergraph has lost, access rules that differ.
 */
export function composeSupergraph(sources: readonly SubgraphSource[]): Composition {
  const subgraphs = sources.map(({ name, sdl, url }) => ({ name, url, typeDefs: parse(sdl) }))
  const faults = subgraphs.flatMap(({ name, typeDefs }) => lintSubgraph(name, typeDefs))
  faults.push(...lintInterfaceObjects(subgraphs.map(({ typeDefs }) => typeDefs)))
  const result = composeServices(subgraphs)
  if (result.errors) faults.push(...result.errors.map(({ message }) => message))
  faults.push(...lintHints(result.hints ?? []))
  if (result.supergraphSdl) faults.push(...lintDirectives(subgraphs, parse(result.supergraphSdl)))
  if (faults.length > 0 || !result.supergraphSdl) return { faults }
  return { supergraphSdl: result.supergraphSdl }
}

/** An agency folder as a source of composition. */
export function readSubgraphSource(agency: {
  readonly name: string
  readonly port: number
  readonly schemaFile: URL
}): SubgraphSource {
  return {
    name: agency.name,
    sdl: withShareableImport(readSubgraphSdl(agency.schemaFile)),
    url: `http://127.0.0.1:${agency.port}/graphql`,
  }
}
