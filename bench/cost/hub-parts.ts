import { readFileSync } from 'node:fs'
import { Registry } from 'prom-client'
import { AgencyClient } from '../../gateway/agencies/agency-client.ts'
import { createFetchMetrics } from '../../gateway/agencies/fetch-metrics.ts'
import { createHttpTransport } from '../../gateway/agencies/http-transport.ts'
import type { DisclosureLog } from '../../gateway/audit/disclosure-log.ts'
import { openDisclosureLog } from '../../gateway/audit/tiled-disclosure-log.ts'
import { Documents } from '../../gateway/compile/documents.ts'
import { loadSupergraph } from '../../gateway/compile/load-supergraph.ts'
import { OperationCache } from '../../gateway/compile/operation-cache.ts'
import { readRegisteredOperations } from '../../gateway/compile/registered-operations.ts'
import type { AnswerParts } from '../../gateway/execute/answer-operation.ts'
import type { PlanExecutor } from '../../gateway/execute/plan-executor.ts'
import { createCompiledExecutor } from '../../gateway/execute/compiled/compiled-executor.ts'

/** What a request passes once it is let in, without the server around it. */
export interface HubParts extends AnswerParts {
  readonly documents: Documents
  readonly log: DisclosureLog
}

/** The parts of a gateway over agencies at an address, with a log of its own. */
export async function assembleHub(agencies: string, dataDir: string): Promise<HubParts> {
  const file = new URL('../../schemas/supergraph.graphql', import.meta.url)
  const supergraph = loadSupergraph(readFileSync(file, 'utf8'))
  const metrics = createFetchMetrics(new Registry())
  const clients = new Map(
    supergraph.agencies.map((name) => {
      const transport = createHttpTransport(new URL(`${agencies}/${name}`))
      const hopKey = Buffer.alloc(32, 1)
      return [name, new AgencyClient({ name, transport, hopKey, metrics, deadlineMs: 3_000 })]
    }),
  )
  const log = await openDisclosureLog({
    dataDir,
    origin: 'hub.local/cost',
    publicUrl: 'https://hub.example',
    signingSeeds: () => [Buffer.alloc(32, 1)],
    subjectKey: Buffer.alloc(32, 2),
    onFault: (fault) => {
      throw fault
    },
  })
  return {
    supergraph,
    operations: new OperationCache(supergraph, new Registry()),
    executor: tellSubjects(createCompiledExecutor(supergraph, clients)),
    log,
    documents: new Documents(supergraph.apiSchema, readRegisteredOperations()),
  }
}

/** The canned agencies tell nobody of whom they speak: here they do, of the person that was asked for. */
function tellSubjects(executor: PlanExecutor): PlanExecutor {
  return {
    async execute(filtered, variables, context) {
      const result = await executor.execute(filtered, variables, context)
      const id = (result.data?.['person'] as { readonly id?: string } | null | undefined)?.id
      const subjects = id === undefined ? [] : [id]
      context.ledger.note({ agency: 'household', status: 'OK', ms: 0, asOf: null, subjects })
      return result
    },
  }
}
