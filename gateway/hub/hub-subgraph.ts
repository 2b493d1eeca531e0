import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { execute, parse, type ExecutionResult, type GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import { createEnforce } from '../../auth/enforce.ts'
import { createHopGate } from '../../auth/hop-gate.ts'
import type { SharedStore } from '../../auth/shared-store.ts'
import { describeFailure } from '../../schemas/describe-failure.ts'
import { hubError } from '../../schemas/errors.ts'
import { findHubError } from '../../schemas/find-hub-error.ts'
import type { LocalAgency } from '../agencies/local-transport.ts'
import type { AgencyReply } from '../agencies/transport.ts'
import type { HubContext, HubFacts } from './hub-context.ts'
import { HUB_SCHEMA_FILE } from './hub-schema.ts'
import { resolvers } from './resolvers.ts'

/** Name of the gateway's own facts in the supergraph. */
export const HUB = 'hub'

/** What the gateway's own facts stand on. */
export interface HubSubgraphParts {
  /** Known to this gateway alone. */
  readonly hopKey: Uint8Array
  readonly store: SharedStore
  readonly facts: HubFacts
  readonly log: Logger
}

interface FetchBody {
  readonly query: string
  readonly variables: Record<string, unknown> | null
  readonly operationName?: string | null
}

/**
 * The gateway's own facts as one more agency, asked in the process: each fetch needs a hop token for
 * this body, and its fields are checked again against the caller's scopes.
 */
export function createHubSubgraph({ hopKey, store, facts, log }: HubSubgraphParts): LocalAgency {
  const sdl = parse(readFileSync(HUB_SCHEMA_FILE, 'utf8'))
  const schema = buildSubgraphSchema([{ typeDefs: sdl, resolvers: resolvers as never }])
  const enforce = createEnforce(schema, sdl)
  const admitHop = createHopGate({ audience: HUB, keys: () => [hopKey], store })

  async function answerAdmitted(body: string, authorization: string): Promise<ExecutionResult> {
    const caller = await admitHop(authorization, Buffer.from(body))
    const { query, variables, operationName } = JSON.parse(body) as FetchBody
    enforce(query, caller)
    let asOf: string | null = new Date().toISOString()
    const noteAsOf = (noted: string | null): void => void (asOf = noted)
    const contextValue: HubContext = { ...facts, caller, noteAsOf }
    const answer = await execute({
      schema,
      document: parse(query),
      contextValue,
      variableValues: variables,
      operationName: operationName ?? null,
    })
    return { ...answer, extensions: { asOf } }
  }

  return {
    isHealthy: async () => true,
    answer: (body, authorization) =>
      answerAdmitted(body, authorization).then(
        ({ data, errors, extensions }) =>
          reply(200, { data, extensions, ...(errors && { errors: errors.map(format) }) }),
        (error: unknown) => reply(findHubError(error)?.status ?? 500, { errors: [format(error)] }),
      ),
  }

  function format(error: unknown): GraphQLFormattedError {
    const path = (error as { readonly path?: GraphQLFormattedError['path'] }).path
    const known = findHubError(error)
    const reference = randomUUID()
    if (!known) log.error({ reference, reason: describeFailure(error) }, 'a fetch failed')
    const { message, code } = known ?? hubError('INTERNAL', { reference })
    const extensions = { code, ...(!known && { reference }) }
    return { message, ...(path && { path }), extensions }
  }
}

function reply(status: number, answer: object): AgencyReply {
  return { status, contentType: 'application/json', body: JSON.stringify(answer) }
}
