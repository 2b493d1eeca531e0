import { readFileSync } from 'node:fs'
import { parse } from 'graphql'
import { Registry } from 'prom-client'
import type { DisclosureLog } from '../../../gateway/audit/disclosure-log.ts'
import { loadSupergraph } from '../../../gateway/compile/load-supergraph.ts'
import { OperationCache } from '../../../gateway/compile/operation-cache.ts'
import { answerOperation } from '../../../gateway/execute/answer-operation.ts'
import type { PlanExecutor } from '../../../gateway/execute/plan-executor.ts'
import { hubError } from '../../../schemas/errors.ts'
import { openContext } from '../../support/federation/ask-scenario.ts'

const supergraph = loadSupergraph(
  readFileSync(new URL('../../../schemas/supergraph.graphql', import.meta.url), 'utf8'),
)
const MUTATION = `mutation { abolishDoorPlate(input: { key: "k", effectiveDate: "2018-05-10",
  doorPlate: { id: "dp-1", version: 1 } }) { rejection { code } } }`
const access = {
  rights: { key: 'officer', scopes: ['address:plates-write'], policies: [] },
  agreement: { caseRequired: false },
}

/** A log whose intents wait until they are let go, or refused. */
function openGate(): { log: DisclosureLog; let: () => void; refuse: () => void } {
  const gate = Promise.withResolvers<void>()
  return {
    log: {
      intend: () => gate.promise,
      abandon: async () => undefined,
      conclude: async () => ({ leafIndex: 1, receiptUrl: '' }),
    } as unknown as DisclosureLog,
    let: () => gate.resolve(),
    refuse: () => gate.reject(hubError('DISCLOSURE_LOG_UNAVAILABLE')),
  }
}

function ask(log: DisclosureLog, asked: string[]): Promise<unknown> {
  const executor: PlanExecutor = {
    async execute() {
      asked.push('address')
      return { data: { abolishDoorPlate: { rejection: null } }, errors: [] }
    },
  }
  const operations = new OperationCache(supergraph, new Registry())
  const document = parse(MUTATION)
  const known = { document, hash: 'm', isRegistered: false, isIntrospection: false }
  const request = { ...known, operationName: undefined, variables: {} }
  const context = { ...openContext(), access: access as never }
  return answerOperation({ supergraph, operations, executor, log }, request, context)
}

describe('a change', () => {
  it('is not asked for before its intent is in the log', async () => {
    const asked: string[] = []
    const gate = openGate()
    const answer = ask(gate.log, asked)
    await new Promise(setImmediate)
    expect(asked).toEqual([])
    gate.let()
    await answer
    expect(asked).toEqual(['address'])
  })

  it('is not asked for at all where the log cannot be written', async () => {
    const asked: string[] = []
    const gate = openGate()
    gate.refuse()
    await expect(ask(gate.log, asked)).rejects.toMatchObject({ code: 'DISCLOSURE_LOG_UNAVAILABLE' })
    expect(asked).toEqual([])
  })
})
