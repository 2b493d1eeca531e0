import { composeServices } from '@apollo/composition'
import { buildSubgraphSchema } from '@apollo/subgraph'
import {
  OperationTypeNode,
  execute,
  isAbstractType,
  parse,
  validate,
  type GraphQLSchema,
} from 'graphql'
import type { AgencyAnswer } from '../../../gateway/agencies/agency-answer.ts'
import type { AgencyFetcher } from '../../../gateway/agencies/agency-client.ts'
import { compileOperation } from '../../../gateway/compile/compile-operation.ts'
import { loadSupergraph, type LoadedSupergraph } from '../../../gateway/compile/load-supergraph.ts'
import { createCompiledExecutor } from '../../../gateway/execute/compiled/compiled-executor.ts'
import type { PlanExecutor } from '../../../gateway/execute/plan-executor.ts'
import { findHubError } from '../../../schemas/find-hub-error.ts'
import { SCOPES } from '../../../schemas/scopes.ts'
import { askQuestion } from '../federation/ask-scenario.ts'
import { drawDocument, type Draw, type RandomDocument } from './random-document.ts'
import { createRandomWorld, type RandomWorld, type WorldOptions } from './random-world.ts'
import { requireTold } from './told-facts.ts'

/** A supergraph whose answers can be compared with one schema over the same data. */
export interface FuzzSchema {
  readonly supergraph: LoadedSupergraph
  readonly supergraphSdl: string
  /** Of each subgraph, for whoever serves it otherwise. */
  readonly schemas: ReadonlyMap<string, GraphQLSchema>
  readonly agencies: ReadonlyMap<string, AgencyFetcher>
  readonly world: RandomWorld
  readonly executor: PlanExecutor
}

/** What both ways of answering a document gave. */
export interface FuzzAnswer extends RandomDocument {
  /** As one schema over the same data answers, JSON. */
  readonly expected: string
  readonly actual: string
  /** Whether an error of the gateway says that the answer is not whole. */
  readonly isRefused: boolean
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
  }
}

/** Draws a valid document and answers it both ways; nothing where the drawn one is not valid. */
export async function askRandomly(
  { supergraph, world, executor }: FuzzSchema,
  draw: Draw,
): Promise<FuzzAnswer | undefined> {
  const schema = supergraph.apiSchema
  const kind = drawKind(schema, draw)
  const drawn = drawDocument(schema, draw, kind)
  const document = parse(drawn.query, { noLocation: true })
  if (validate(schema, document).length > 0) return undefined
  const { query, variables } = drawn
  const alone = await execute({ schema, document, variableValues: variables, ...world })
  const expected = JSON.stringify(alone.data ?? null)
  try {
    const compiled = compileOperation(supergraph, document, undefined, RIGHTS)
    const { data, faults } = await askQuestion(supergraph, compiled, executor, variables)
    const actual = JSON.stringify(data)
    return { query, variables, expected, actual, isRefused: faults.length > 0 }
  } catch (error) {
    if (findHubError(error)?.code !== 'PLAN_UNUSABLE') throw error
    return { query, variables, expected, actual: 'null', isRefused: true }
  }
}

function drawKind(schema: GraphQLSchema, draw: Draw): OperationTypeNode {
  const isMutation = schema.getMutationType() && draw(8) === 0
  return isMutation ? OperationTypeNode.MUTATION : OperationTypeNode.QUERY
}

function createWorldAgency(schema: GraphQLSchema, world: RandomWorld): AgencyFetcher {
  return {
    async fetch({ query, document, variables }) {
      const result = await execute({
        schema,
        document: document ?? parse(query),
        variableValues: resolveTypes(JSON.parse(JSON.stringify(variables)), schema, world),
        typeResolver: world.typeResolver,
        fieldResolver(source, args, context, info) {
          const field = info.parentType.getFields()[info.fieldName]
          if (source && field) requireTold(field, source, world)
          return world.fieldResolver(source, args, context, info)
        },
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
  world: RandomWorld,
): Record<string, unknown> {
  const { representations } = variables
  if (!Array.isArray(representations)) return variables
  for (const each of representations as { __typename: string }[]) {
    if (!isAbstractType(schema.getType(each.__typename))) continue
    each.__typename = world.typeOf(each) ?? each.__typename
  }
  return variables
}
