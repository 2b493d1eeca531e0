import { composeServices } from '@apollo/composition'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { execute, isAbstractType, parse, validate, type GraphQLSchema } from 'graphql'
import type { AgencyAnswer } from '../../../gateway/agencies/agency-answer.ts'
import type { AgencyFetcher } from '../../../gateway/agencies/agency-client.ts'
import { compileOperation } from '../../../gateway/compile/compile-operation.ts'
import { loadSupergraph, type LoadedSupergraph } from '../../../gateway/compile/load-supergraph.ts'
import { createApolloExecutor } from '../federation/apollo-executor.ts'
import { createCompiledExecutor } from '../../../gateway/execute/compiled/compiled-executor.ts'
import type { PlanExecutor } from '../../../gateway/execute/plan-executor.ts'
import { SCOPES } from '../../../schemas/scopes.ts'
import { askQuestion } from '../federation/ask-scenario.ts'
import { drawDocument, type Draw, type RandomDocument } from './random-document.ts'
import { createRandomWorld, type RandomWorld, type WorldOptions } from './random-world.ts'

/** A supergraph whose answers can be compared with one schema over the same data. */
export interface FuzzSchema {
  readonly supergraph: LoadedSupergraph
  readonly supergraphSdl: string
  /** Of each subgraph, for whoever serves it otherwise. */
  readonly schemas: ReadonlyMap<string, GraphQLSchema>
  readonly agencies: ReadonlyMap<string, AgencyFetcher>
  readonly world: RandomWorld
  readonly executor: PlanExecutor
  /** The reference, over the same agencies. */
  readonly reference: PlanExecutor
}

/** What both ways of answering a document gave. */
export interface FuzzAnswer extends RandomDocument {
  /** As one schema over the same data answers, JSON. */
  readonly expected: string
  readonly actual: string
  /** The plan itself is wrong: the reference executor misses the expected answer as ours does. */
  readonly isPlanFault: boolean
}

const RIGHTS = { scopes: SCOPES.map(({ id }) => id), policies: [], key: 'all' }

/** Composes subgraphs, by name, over a random world. Throws what composition refuses. */
export function createFuzzSchema(
  subgraphs: Readonly<Record<string, string>>,
  options?: WorldOptions,
): FuzzSchema {
  const documents = Object.entries(subgraphs).map(([name, sdl]) => [name, parse(sdl)] as const)
  const { supergraphSdl, errors } = composeServices(
    documents.map(([name, typeDefs]) => ({ name, typeDefs, url: `http://${name}` })),
  )
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'))
  const supergraph = loadSupergraph(supergraphSdl)
  const world = createRandomWorld(supergraph.wholeSchema, options)
  const schemas = new Map(documents.map(([name, sdl]) => [name, buildSubgraphSchema(sdl)]))
  const agencies = new Map(
    [...schemas].map(([name, schema]) => [name, createWorldAgency(schema, world)]),
  )
  return {
    supergraph,
    world,
    supergraphSdl,
    schemas,
    agencies,
    executor: createCompiledExecutor(supergraph, agencies),
    reference: createApolloExecutor(supergraph, agencies),
  }
}

/** Draws a valid document and answers it both ways; nothing where the drawn one is not valid. */
export async function askRandomly(
  { supergraph, world, executor, reference }: FuzzSchema,
  draw: Draw,
): Promise<FuzzAnswer | undefined> {
  const drawn = drawDocument(supergraph.apiSchema, draw)
  const document = parse(drawn.query)
  if (validate(supergraph.apiSchema, document).length > 0) return undefined
  const compiled = compileOperation(supergraph, document, undefined, RIGHTS)
  const ask = async (by: PlanExecutor): Promise<string> => {
    const { data } = await askQuestion(supergraph, compiled, by, drawn.variables)
    return JSON.stringify(data)
  }
  const schema = supergraph.apiSchema
  const alone = await execute({ schema, document, variableValues: drawn.variables, ...world })
  const expected = JSON.stringify(alone.data ?? null)
  const actual = await ask(executor)
  const isPlanFault = actual !== expected && (await ask(reference)) !== expected
  return { ...drawn, expected, actual, isPlanFault }
}

function createWorldAgency(schema: GraphQLSchema, world: RandomWorld): AgencyFetcher {
  return {
    async fetch({ query, document, variables }) {
      const result = await execute({
        schema,
        document: document ?? parse(query),
        variableValues: resolveTypes(JSON.parse(JSON.stringify(variables)), schema),
        ...world,
      })
      const { data, errors } = JSON.parse(JSON.stringify(result)) as AgencyAnswer
      const told = { data: data ?? null, asOf: null, subjects: [], status: 'OK' } as const
      return { ...told, ...(errors && { errors }) }
    },
  }
}

/** Stands in for `__resolveReference` of an interface: ids of the world tell the type. */
function resolveTypes(
  variables: Record<string, unknown>,
  schema: GraphQLSchema,
): Record<string, unknown> {
  const { representations } = variables
  if (!Array.isArray(representations)) return variables
  for (const each of representations as { __typename: string; id: string }[]) {
    if (isAbstractType(schema.getType(each.__typename))) each.__typename = each.id.split('~')[0]!
  }
  return variables
}
