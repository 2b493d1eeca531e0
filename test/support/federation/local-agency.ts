import { graphql, type GraphQLSchema } from 'graphql'
import type { AgencyFetcher } from '../../../gateway/agencies/agency-client.ts'
import type { AgencyAnswer } from '../../../gateway/agencies/agency-answer.ts'
import { topFieldPaths, type FetchRequest } from '../../../gateway/agencies/fetch-request.ts'

/** An agency in the same process that counts what it is asked. */
export interface LocalAgency extends AgencyFetcher {
  readonly asked: () => number
  /** Representations it was sent in all. */
  readonly represented: () => number
}

/** How a local agency misbehaves. */
export interface LocalFaults {
  readonly isDown?: boolean
  readonly tamper?: ((data: Record<string, unknown>) => unknown) | undefined
}

/** An agency over a schema, its answers as they would come over HTTP. */
export function createLocalAgency(
  name: string,
  schema: GraphQLSchema,
  { isDown = false, tamper }: LocalFaults = {},
): LocalAgency {
  let asked = 0
  let represented = 0
  return {
    asked: () => asked,
    represented: () => represented,
    async fetch(request, { ledger }) {
      asked += 1
      const { representations } = request.variables
      if (Array.isArray(representations)) represented += representations.length
      const outcome = { agency: name, ms: 0, asOf: null, subjects: [] }
      ledger.note({ ...outcome, status: isDown ? 'DOWN' : 'OK' })
      if (!isDown) return { ...(await answer(schema, request, tamper)), status: 'OK', ...NOTHING }
      const paths = topFieldPaths(request)
      ledger.noteFailure({ agency: name, code: 'AGENCY_UNAVAILABLE', paths })
      return { data: null, status: 'DOWN', ...NOTHING }
    },
  }
}

const NOTHING = { asOf: null, subjects: [] } as const

async function answer(
  schema: GraphQLSchema,
  { query, variables, operationName }: FetchRequest,
  tamper: LocalFaults['tamper'],
): Promise<Pick<AgencyAnswer, 'data' | 'errors'>> {
  const sent = JSON.parse(JSON.stringify(variables)) as Record<string, unknown>
  const result = await graphql({
    schema,
    source: query,
    variableValues: sent,
    ...(operationName !== undefined && { operationName }),
  })
  const { data, errors } = JSON.parse(JSON.stringify(result)) as AgencyAnswer
  const told = data && tamper ? (tamper(data) as AgencyAnswer['data']) : (data ?? null)
  return { data: told, ...(errors && { errors }) }
}
