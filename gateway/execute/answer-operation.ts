import { OperationTypeNode, type GraphQLFormattedError } from 'graphql'
import { hubError } from '../../schemas/errors.ts'
import type { DisclosureLog } from '../audit/disclosure-log.ts'
import { requireOpenInputs } from '../compile/asked-inputs.ts'
import type { CompiledOperation } from '../compile/compile-operation.ts'
import type { LoadedSupergraph } from '../compile/load-supergraph.ts'
import type { DocumentRequest, OperationCache } from '../compile/operation-cache.ts'
import { readVariables, type Variables } from '../compile/read-variables.ts'
import { describeDisclosure } from './describe-disclosure.ts'
import type { Source } from './fetch-ledger.ts'
import { placeNulls } from './place-nulls.ts'
import type { PlanExecutor, PlanResult } from './plan-executor.ts'
import type { RequestContext } from './request-context.ts'

/** A client's answer, before HTTP. */
export interface Answer {
  readonly data: Record<string, unknown> | null
  readonly errors: readonly GraphQLFormattedError[]
  readonly extensions: {
    readonly sources: readonly Source[]
    readonly disclosure?: {
      readonly requestId: string
      readonly leafIndex: number
      readonly receiptUrl: string
    }
  }
}

/** What answering stands on; the executor can be exchanged behind the same rules. */
export interface AnswerParts {
  readonly supergraph: LoadedSupergraph
  readonly operations: OperationCache
  readonly executor: PlanExecutor
  readonly log: Pick<DisclosureLog, 'intend' | 'conclude' | 'abandon'>
}

/** Coordinates that one error names. */
const MOST_NAMED = 20

/**
 * Answers one operation: compiled under the caller's rights, its intent and outcome in the disclosure
 * log before anything leaves. Throws the coded errors that refuse a request as a whole.
 */
export async function answerOperation(
  { supergraph, operations, executor, log }: AnswerParts,
  request: DocumentRequest & { readonly variables: Variables },
  context: RequestContext,
): Promise<Answer> {
  const compiled = operations.get(request, context.access?.rights ?? null)
  requireStanding(compiled, context)
  if (context.rejectsDenied) requireWhole(compiled)
  requireOpenInputs(compiled.guarded, request.variables)
  const definitions = compiled.operation.variableDefinitions ?? []
  const variables = readVariables(supergraph.apiSchema, definitions, request.variables)
  const disclosed = { context, operationHash: request.hash, compiled }
  const isChange = compiled.operation.operation === OperationTypeNode.MUTATION
  const intent = compiled.isPublic ? undefined : log.intend(disclosed, { isAhead: !isChange })
  const execute = async (): Promise<PlanResult> => {
    if (!compiled.filtered) return { data: {}, errors: [] }
    // No log, no change: what a mutation did could not be taken back.
    if (isChange) await intent
    return executor.execute(compiled.filtered, variables, context)
  }
  const { data, errors: own } = await unlessFailed(execute(), intent).catch(
    async (error: unknown) => {
      if (!compiled.isPublic) await log.abandon(disclosed).catch(() => undefined)
      throw error
    },
  )
  placeNulls(data, compiled.refusals, variables)
  const errors = [
    ...compiled.refusals.map(refusalError),
    ...context.ledger.failures.flatMap(failureErrors),
    ...own.map(agencyError),
  ]
  const sources = context.ledger.sources(compiled.agencies, compiled.planned, context.requestId)
  if (compiled.isPublic) return { data, errors, extensions: { sources } }
  const described = describeDisclosure(compiled, context, data, errors)
  // A query's intent may be written with its outcome; nothing is answered before both are.
  const written = await log.conclude({ ...disclosed, ...described, sources })
  await intent
  const disclosure = { requestId: context.requestId, ...written }
  return { data, errors, extensions: { sources, disclosure } }
}

/** What the work brings, whether or not the intent is written yet; throws as soon as one of them fails. */
function unlessFailed<T>(work: Promise<T>, intent: Promise<void> | undefined): Promise<T> {
  if (!intent) return work
  return new Promise((resolve, reject) => {
    work.then(resolve, reject)
    intent.catch(reject)
  })
}

/** Personal data needs a token, and a case where the agreement says so. */
function requireStanding(
  compiled: CompiledOperation,
  { access, caller, channel }: RequestContext,
): void {
  if (compiled.isPublic) return
  // who is signed in but has no visit open has named no purpose yet
  if (!access) throw hubError(channel === 'DESK' ? 'PURPOSE_REQUIRED' : 'UNAUTHENTICATED')
  if (access.agreement.caseRequired && caller.case === null) throw hubError('CASE_REQUIRED')
}

/** Refuses everything where anything is refused, before any agency is asked. */
function requireWhole({ refusals }: CompiledOperation): void {
  if (refusals.length === 0) return
  const refused = [...new Set(refusals.map(({ coordinate }) => coordinate))]
  const named = refused.slice(0, MOST_NAMED).join(', ')
  const more = refused.length - MOST_NAMED
  const coordinate = more > 0 ? `${named} and ${more} more` : named
  throw hubError('UNAUTHORIZED_FIELD_OR_TYPE', { coordinate })
}

function refusalError({
  coordinate,
  path,
}: CompiledOperation['refusals'][number]): GraphQLFormattedError {
  const { message, code } = hubError('UNAUTHORIZED_FIELD_OR_TYPE', { coordinate })
  return { message, path, extensions: { code, coordinate } }
}

function failureErrors({
  agency,
  code: failure,
  paths,
}: RequestContext['ledger']['failures'][number]): readonly GraphQLFormattedError[] {
  const { message, code } = hubError(failure, { agency })
  return paths.map((path) => ({ message, path, extensions: { code, agency } }))
}

/** An agency's own error as it came; the HTTP layer lets only known codes through. */
function agencyError({ message, path, extensions }: GraphQLFormattedError): GraphQLFormattedError {
  const { code, reference, serviceName } = extensions ?? {}
  return {
    message,
    ...(path && { path }),
    extensions: {
      code,
      ...(reference !== undefined && { reference }),
      ...(serviceName !== undefined && { agency: serviceName }),
    },
  }
}
