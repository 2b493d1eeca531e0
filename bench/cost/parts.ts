import { HopMinter } from '../../auth/hop-minter.ts'
import { AnswerHashes } from '../../gateway/audit/answer-hashes.ts'
import { intentRecord, outcomeRecords } from '../../gateway/audit/disclosure-record.ts'
import { describeDisclosure } from '../../gateway/execute/describe-disclosure.ts'
import { compare, load, type Work } from './compare.ts'
import type { HubParts } from './hub-parts.ts'
import { ask, makeContext } from './one-person.ts'

const TIMES = 300
const CONNECTIONS = 32
const SALT = Buffer.alloc(32, 3)

/** Each part of disclosure alone, in microseconds of CPU for each request. */
export interface PartCosts {
  /** One after the other, warm: what each is made of. */
  readonly alone: Readonly<Record<string, number>>
  /** Both records with their commit, at 32 requests at once and one after the other. */
  readonly logged: { readonly c32: number; readonly c1: number }
  /** Persons whom the answer shows or whom the agencies searched. */
  readonly subjects: number
}

/** Measures the parts on one answer of the agencies. */
export async function measureParts(hub: HubParts, rounds: number): Promise<PartCosts> {
  const request = ask(hub)
  const context = makeContext()
  const compiled = hub.operations.get(request, context.access!.rights)
  const { data } = await hub.executor.execute(compiled.filtered!, request.variables, context)
  const described = describeDisclosure(compiled, context, data, [])
  const sources = context.ledger.sources(compiled.wanted, compiled.planned, context.requestId)
  const intent = { context, operationHash: request.hash, compiled }
  const outcome = { ...intent, ...described, sources }
  const subjects = described.subjects.map(() => ({
    subject: 'a'.repeat(22),
    hash: 'b'.repeat(43),
  }))
  const minter = new HopMinter('tax')
  const parts = new Map<string, Work>([
    ['describe', () => describeDisclosure(compiled, context, data, [])],
    ['intentRecord', () => intentRecord(intent)],
    ['answerText', () => new AnswerHashes(data, described.subjects, context.requestId)],
    ['outcomeHashes', hashesOf(data, described.subjects, context.requestId)],
    ['outcomeRecord', () => outcomeRecords(outcome, subjects, 'b'.repeat(43))],
    ['hopToken', () => minter.mint(context.caller, 'c'.repeat(43), SALT)],
  ])
  const repeat = async (work: Work): Promise<number> => {
    for (let i = 0; i < TIMES; i++) work()
    return TIMES
  }
  const logged = async (): Promise<void> => {
    await Promise.all([hub.log.intend(intent, { isAhead: true }), hub.log.conclude(outcome)])
  }
  const logs = new Map<string, Work>([['logged', logged]])
  const { logged: c32 = 0 } = await compare(logs, rounds, (work) => load(work, CONNECTIONS))
  const { logged: c1 = 0 } = await compare(logs, rounds, (work) => load(work, 1))
  const alone = await compare(parts, rounds, repeat)
  return { alone, logged: { c32, c1 }, subjects: subjects.length }
}

function hashesOf(data: unknown, subjects: readonly string[], requestId: string): Work {
  const hashes = new AnswerHashes(data, subjects, requestId)
  return () => {
    for (const subject of subjects) hashes.ofPerson(subject, 'a'.repeat(22), SALT)
    hashes.ofWhole([SALT])
  }
}
