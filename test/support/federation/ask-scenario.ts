import { parse, validate, type DocumentNode } from 'graphql'
import { pino } from 'pino'
import { PUBLIC_CALLER } from '../../../auth/hop-claims.ts'
import type { AgencyFetcher } from '../../../gateway/agencies/agency-client.ts'
import {
  compileOperation,
  type CompiledOperation,
} from '../../../gateway/compile/compile-operation.ts'
import type { LoadedSupergraph } from '../../../gateway/compile/load-supergraph.ts'
import { readVariables } from '../../../gateway/compile/read-variables.ts'
import { FetchLedger } from '../../../gateway/execute/fetch-ledger.ts'
import type { PlanExecutor } from '../../../gateway/execute/plan-executor.ts'
import type { RequestContext } from '../../../gateway/execute/request-context.ts'

/** An executor over some agencies. */
export type MakeExecutor = (
  supergraph: LoadedSupergraph,
  clients: ReadonlyMap<string, AgencyFetcher>,
) => PlanExecutor

/** What a question was answered. */
export interface ScenarioAnswer {
  readonly data: unknown
  /** Places of errors, dotted and sorted, `books.0.price`. */
  readonly errors: readonly string[]
  /** Those of them that only shaping found: values that do not fit their type. */
  readonly faults: readonly string[]
}

/** A document compiled as the gateway compiles it. Throws where it is not valid. */
export function compileQuestion(supergraph: LoadedSupergraph, query: string): CompiledOperation {
  const document: DocumentNode = parse(query)
  const [invalid] = validate(supergraph.apiSchema, document)
  if (invalid) throw invalid
  return compileOperation(supergraph, document, undefined, null)
}

/** Runs a compiled operation, without a caller: the schemas of scenarios have no access rules. */
export async function askQuestion(
  supergraph: LoadedSupergraph,
  compiled: CompiledOperation,
  executor: PlanExecutor,
  given: Readonly<Record<string, unknown>> = {},
): Promise<ScenarioAnswer> {
  const context = openContext()
  const definitions = compiled.operation.variableDefinitions ?? []
  const variables = readVariables(supergraph.apiSchema, definitions, given)
  if (!compiled.filtered) return { data: {}, errors: [], faults: [] }
  const { data, errors } = await executor.execute(compiled.filtered, variables, context)
  const missing = context.ledger.failures.flatMap(({ paths }) => paths)
  const isFault = (error: (typeof errors)[number]): boolean =>
    error.extensions?.['code'] === 'AGENCY_INVALID_ANSWER'
  return {
    data: JSON.parse(JSON.stringify(data)),
    errors: sorted([...errors.map(({ path }) => path), ...missing]),
    faults: sorted(errors.filter(isFault).map(({ path }) => path)),
  }
}

function sorted(paths: readonly (readonly (string | number)[] | undefined)[]): readonly string[] {
  return paths.map((path) => path?.join('.') ?? '').toSorted()
}

const SILENT = pino({ level: 'silent' })

/** The context of a request without a token. */
export function openContext(): RequestContext {
  return {
    requestId: 'scenario',
    channel: 'API',
    access: null,
    caller: { ...PUBLIC_CALLER, requestId: 'scenario' },
    ledger: new FetchLedger(),
    expiresAt: performance.now() + 10_000,
    log: SILENT,
  }
}
