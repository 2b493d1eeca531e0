import { pino } from 'pino'
import { Registry } from 'prom-client'
import { createRights } from '../../../auth/rights.ts'
import type { AgencyFetcher } from '../../../gateway/agencies/agency-client.ts'
import type { DisclosureIntent, DisclosureLog } from '../../../gateway/audit/disclosure-log.ts'
import { Documents } from '../../../gateway/compile/documents.ts'
import type { LoadedSupergraph } from '../../../gateway/compile/load-supergraph.ts'
import { OperationCache } from '../../../gateway/compile/operation-cache.ts'
import { answerOperation, type Answer } from '../../../gateway/execute/answer-operation.ts'
import { createCompiledExecutor } from '../../../gateway/execute/compiled/compiled-executor.ts'
import { FetchLedger } from '../../../gateway/execute/fetch-ledger.ts'
import type { RequestContext } from '../../../gateway/execute/request-context.ts'
import type { HubError } from '../../../schemas/errors.ts'

/** A request as the gateway answers it once the caller is known. */
export interface GuardedAsk {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
  /** `policy:<name>` among them for policies; null for no token. */
  readonly scopes: readonly string[] | null
}

/** An answer, or the coded refusal of the whole request. */
export interface GuardedAnswer {
  readonly answer?: Answer
  readonly refusal?: HubError
  /** What the disclosure log was told that the answer carries; nothing for public operations. */
  readonly logged: readonly string[] | undefined
  /** The plan that was made, where the log was told of it. */
  readonly plan: unknown
}

export type AskGuarded = (ask: GuardedAsk) => Promise<GuardedAnswer>

const SILENT = pino({ level: 'silent' })

/** The gateway's way from guard to answer over any agencies, its log kept in memory. */
export function createGuardedGateway(
  supergraph: LoadedSupergraph,
  agencies: ReadonlyMap<string, AgencyFetcher>,
): AskGuarded {
  const documents = new Documents(supergraph.apiSchema, new Map())
  const operations = new OperationCache(supergraph, new Registry())
  const executor = createCompiledExecutor(supergraph, agencies)
  return async ({ query, variables = {}, scopes }) => {
    let logged: readonly string[] | undefined
    let plan: unknown
    const log = {
      async intend({ compiled }: DisclosureIntent) {
        plan = compiled.filtered?.plan
      },
      abandon: async () => undefined,
      async conclude({ coordinates }: { readonly coordinates: readonly string[] }) {
        logged = coordinates
        return { leafIndex: 0, receiptUrl: '' }
      },
    } as unknown as DisclosureLog
    try {
      const known = documents.read(query)
      documents.requireValid(known, () => supergraph.apiSchema)
      const request = { ...known, operationName: undefined, variables }
      const parts = { supergraph, operations, executor, log }
      const answer = await answerOperation(parts, request, contextOf(scopes))
      return { answer, logged, plan }
    } catch (refusal) {
      return { refusal: refusal as HubError, logged, plan }
    }
  }
}

function contextOf(scopes: readonly string[] | null): RequestContext {
  const own = (scopes ?? []).filter((scope) => !scope.startsWith('policy:'))
  const policies = (scopes ?? []).filter((scope) => scope.startsWith('policy:'))
  const rights = createRights(
    own,
    policies.map((policy) => policy.slice('policy:'.length)),
  )
  const agreement = { caseRequired: false, freeFormDocuments: true }
  return {
    requestId: 'guarded',
    channel: 'API',
    access: scopes && ({ rights, agreement } as never),
    caller: { client: scopes && 'tester', case: null, scopes: own } as never,
    ledger: new FetchLedger(),
    expiresAt: performance.now() + 10_000,
    log: SILENT,
  }
}
