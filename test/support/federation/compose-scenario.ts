import { composeServices } from '@apollo/composition'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { parse, type DocumentNode, type GraphQLSchema } from 'graphql'
import { loadSupergraph, type LoadedSupergraph } from '../../../gateway/compile/load-supergraph.ts'
import type { Scenario } from './scenario.ts'

/** A scenario ready to be asked. */
export interface ComposedScenario {
  readonly sdl: string
  readonly supergraph: LoadedSupergraph
  readonly schemas: ReadonlyMap<string, GraphQLSchema>
  readonly documents: ReadonlyMap<string, DocumentNode>
}

const DIRECTIVES = [
  'key',
  'shareable',
  'external',
  'requires',
  'provides',
  'override',
  'inaccessible',
  'interfaceObject',
  'composeDirective',
  'extends',
]

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${DIRECTIVES.map((name) => `"@${name}"`).join(', ')}])`

/** Composes a scenario with Apollo's composition and builds its subgraphs. Throws what it refuses. */
export function composeScenario(
  { subgraphs }: Pick<Scenario, 'subgraphs'>,
  urlOf = (name: string): string => `http://${name}`,
): ComposedScenario {
  const documents = new Map(
    Object.entries(subgraphs).map(([name, { sdl }]) => [name, parse(`${LINK}\n${sdl}`)]),
  )
  const { supergraphSdl, errors } = composeServices(
    [...documents].map(([name, typeDefs]) => ({ name, typeDefs, url: urlOf(name) })),
  )
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'))
  const schemas = Object.entries(subgraphs).map(
    ([name, { resolvers }]) =>
      [
        name,
        buildSubgraphSchema({ typeDefs: documents.get(name)!, resolvers: resolvers as never }),
      ] as const,
  )
  const supergraph = loadSupergraph(supergraphSdl)
  return { sdl: supergraphSdl, supergraph, schemas: new Map(schemas), documents }
}
