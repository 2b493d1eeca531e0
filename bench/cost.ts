import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { loadAgreements } from '../auth/agreement.ts'
import { createDpopProof } from '../auth/client-token.ts'
import { readAuthConfig } from '../auth/config.ts'
import { isValidProof } from '../auth/dpop.ts'
import { mintHopToken } from '../auth/hop-token.ts'
import { generateSigningKey } from '../auth/keys/signing-key.ts'
import { createMemoryStore } from '../auth/shared-store.ts'
import { writeAnswer } from '../gateway/audit/answer-bytes.ts'
import { hashAnswerBytes, hashDisclosureBytes } from '../gateway/audit/disclosure-hash.ts'
import { intentRecord, outcomeRecords } from '../gateway/audit/disclosure-record.ts'
import { readRegisteredOperations } from '../gateway/compile/registered-operations.ts'
import { answerOperation } from '../gateway/execute/answer-operation.ts'
import { describeDisclosure } from '../gateway/execute/describe-disclosure.ts'
import { FetchLedger } from '../gateway/execute/fetch-ledger.ts'
import { placeNulls } from '../gateway/execute/place-nulls.ts'
import type { RequestContext } from '../gateway/execute/request-context.ts'
import { assembleHub, type HubParts } from './cost/hub-parts.ts'
import { measureWholeLane } from './cost/whole-lane.ts'
import { startLane } from './gateway/lane.ts'

const ROUNDS = 7
const REQUESTS = 320
const CONNECTIONS = 32
const TIMES = 300
const LOG = pino({ level: 'silent' })
const VARIABLES = { nationalId: 'S223456786' }
const SALT = Buffer.alloc(32, 3)

type Work = () => unknown

/**
 * What disclosure costs of the gateway's CPU on OneStopPerson: served by the hub with a desk session's
 * cookie and all that disclosure takes, beside the same gateway with nothing of it (`lane`); answered
 * within a process, beside its execution alone (`aboveExecution`); then each part alone. All over the
 * same canned agencies, at 32 requests at once and one after the other. `--rounds N` (7); medians, in
 * microseconds of CPU of all threads for each request.
 */
export async function runBenchmark(options: readonly string[]): Promise<object> {
  const rounds = Number(options[options.indexOf('--rounds') + 1]) || ROUNDS
  const dataDir = mkdtempSync(join(tmpdir(), 'hub-bench-cost-'))
  const agencies = await startLane('agencies', 'lane-agencies.ts', [])
  try {
    const lane = await measureWholeLane(agencies.ready.url, rounds)
    const hub = await assembleHub(agencies.ready.url, dataDir)
    const whole = await measureWhole(hub, rounds)
    const parts = await measureParts(hub, rounds)
    await hub.log.close()
    return {
      benchmark: 'cost',
      node: process.version,
      rounds,
      unit: 'µs CPU',
      lane,
      ...whole,
      parts,
    }
  } finally {
    agencies.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function measureWhole(hub: HubParts, rounds: number): Promise<object> {
  const ways = new Map<string, Work>([
    ['executionAlone', () => executeAlone(hub)],
    ['withDisclosure', async () => JSON.stringify(await answer(hub))],
  ])
  const many = await compare(ways, rounds, (work) => load(work, CONNECTIONS))
  const single = await compare(ways, rounds, (work) => load(work, 1))
  const above = ({ withDisclosure = 0, executionAlone = 0 }: Readonly<Record<string, number>>) =>
    Math.round(withDisclosure - executionAlone)
  return {
    c32: { ...many, aboveExecution: above(many) },
    c1: { ...single, aboveExecution: above(single) },
  }
}

async function measureParts(hub: HubParts, rounds: number): Promise<object> {
  const request = ask(hub)
  const context = makeContext()
  const compiled = hub.operations.get(request, context.access!.rights)
  const { data } = await hub.executor.execute(compiled.filtered!, request.variables, context)
  const described = describeDisclosure(compiled, context, data, [])
  const sources = context.ledger.sources(compiled.agencies, compiled.planned, context.requestId)
  const intent = { context, operationHash: request.hash, compiled }
  const outcome = { ...intent, ...described, sources }
  const subjects = described.disclosed.map(() => ({
    subject: 'a'.repeat(22),
    hash: 'b'.repeat(43),
  }))
  const hop = { audience: 'tax', caller: context.caller, bodyHash: 'c'.repeat(43) } as never
  const parts = new Map<string, Work>([
    ['documentAndCache', () => hub.operations.get(ask(hub), context.access!.rights)],
    ['placeNulls', () => placeNulls(data, compiled.refusals, request.variables)],
    ['describe', () => describeDisclosure(compiled, context, data, [])],
    ['intentRecord', () => intentRecord(intent)],
    ['answerText', () => writeAnswer(data, described.disclosed)],
    ['outcomeHashes', hashesOf(writeAnswer(data, described.disclosed), context.requestId)],
    ['outcomeRecord', () => outcomeRecords(outcome, subjects, 'b'.repeat(43))],
    ['hopToken', () => mintHopToken(hop, SALT)],
    ['stringify', () => JSON.stringify(data)],
  ])
  const repeat = async (work: Work): Promise<number> => {
    for (let i = 0; i < TIMES; i++) work()
    return TIMES
  }
  const logged = async (): Promise<void> => {
    await Promise.all([hub.log.intend(intent, { isAhead: true }), hub.log.conclude(outcome)])
  }
  const logs = new Map<string, Work>([['intendAndConclude', logged]])
  return {
    ...(await compare(parts, rounds, repeat)),
    subjects: described.disclosed.length,
    c32: await compare(logs, rounds, (work) => load(work, CONNECTIONS)),
    c1: await compare(logs, rounds, (work) => load(work, 1)),
    dpopProof: Math.round(await measureProof()),
  }
}

function hashesOf({ whole, persons }: ReturnType<typeof writeAnswer>, requestId: string): Work {
  return () => {
    for (const bytes of persons) hashDisclosureBytes(SALT, bytes, { requestId, subject: 'a' })
    hashAnswerBytes([SALT], whole, requestId)
  }
}

async function measureProof(): Promise<number> {
  const [key, url, accessToken] = [generateSigningKey(), 'https://hub.example/graphql', 'token']
  const { calculateJwkThumbprint } = await import('jose')
  const { d: _d, ...publicKey } = key as unknown as Record<string, string>
  const expected = {
    method: 'POST',
    url,
    accessToken,
    jkt: await calculateJwkThumbprint(publicKey),
  }
  const proofs = await Promise.all(
    Array.from({ length: TIMES }, () => createDpopProof({ key, method: 'POST', url, accessToken })),
  )
  const store = createMemoryStore()
  const before = process.cpuUsage()
  for (const proof of proofs) {
    if (!(await isValidProof(proof, expected, store))) throw new Error('a proof is not valid')
  }
  return cpuSince(before) / TIMES
}

/** Rounds of each work, one after the other; the median of each. */
async function compare(
  works: ReadonlyMap<string, Work>,
  rounds: number,
  run: (work: Work) => Promise<number>,
): Promise<Record<string, number>> {
  const seen = new Map<string, number[]>([...works.keys()].map((name) => [name, []]))
  for (const work of works.values()) await run(work)
  for (let round = 0; round < rounds; round++) {
    for (const [name, work] of works) {
      const before = process.cpuUsage()
      const times = await run(work)
      seen.get(name)!.push(cpuSince(before) / times)
    }
  }
  return Object.fromEntries([...seen].map(([name, values]) => [name, median(values)]))
}

async function load(work: Work, connections: number): Promise<number> {
  let left = REQUESTS
  const client = async (): Promise<void> => {
    while (left-- > 0) await work()
  }
  await Promise.all(Array.from({ length: connections }, client))
  return REQUESTS
}

async function executeAlone(hub: HubParts): Promise<string> {
  const [request, context] = [ask(hub), makeContext()]
  const { filtered } = hub.operations.get(request, context.access!.rights)
  return JSON.stringify(await hub.executor.execute(filtered!, request.variables, context))
}

function answer(hub: HubParts): ReturnType<typeof answerOperation> {
  return answerOperation(hub, ask(hub), makeContext())
}

function ask({ documents }: HubParts) {
  return { ...documents.read(readRegistered()), operationName: undefined, variables: VARIABLES }
}

let text: string | undefined

function readRegistered(): string {
  text ??= readRegisteredOperations().get('OneStopPerson')!.text
  return text
}

const auth = readAuthConfig({})
const agreement = loadAgreements(auth.agreementsDir, auth).find(
  ({ purpose }) => purpose.id === 'joint-service',
)!

function makeContext(): RequestContext {
  const requestId = randomUUID()
  const { scopes, policies, purpose } = agreement
  return {
    requestId,
    channel: 'API',
    access: { agreement, rights: { scopes, policies, key: 'desk' } },
    caller: {
      sub: 'officer-7',
      agency: agreement.agency.code,
      client: 'desk-jiaxian',
      role: 'desk-clerk',
      purpose: purpose.id,
      legalBasis: purpose.legalBasis,
      case: '1070510-0147',
      scopes,
      existence: agreement.grantsExistence,
      regions: null,
      caseAssignment: false,
      requestId,
    },
    ledger: new FetchLedger(),
    expiresAt: performance.now() + 10_000,
    log: LOG,
  }
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return user + system
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? 0) * 10) / 10
}
