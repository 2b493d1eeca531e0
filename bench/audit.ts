import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { DisclosureOutcome } from '../gateway/audit/disclosure-log.ts'
import { writeReceipt } from '../gateway/audit/receipt.ts'
import { openLog } from '../gateway/audit/log-reader.ts'
import { LogWriter } from '../gateway/audit/log-writer.ts'
import { createNoteSigner } from '../gateway/audit/signed-note.ts'
import { SubjectKeys } from '../gateway/audit/subject-keys.ts'
import { openDisclosureLog, subjectKeysFile } from '../gateway/audit/tiled-disclosure-log.ts'
import { verifyLog } from '../gateway/audit/verify-log.ts'
import { verifyReceipt } from '../gateway/audit/verify-receipt.ts'
import { FetchLedger } from '../gateway/execute/fetch-ledger.ts'

const RECORDS = 1_000_000
/** Requests in flight: what shares a commit. */
const IN_FLIGHT = 500
const PEOPLE = 20_000
const ENTRY_TEXT = `"text":"${'x'.repeat(600)}"}`
const SEED = Buffer.alloc(32, 1)
const SUBJECT_KEY = Buffer.alloc(32, 2)

/**
 * Disclosures of one person each, intent and outcome, until the log has 1 M records (or as many as
 * `npm run bench -- audit <records>` says).
 */
export async function runBenchmark(options: readonly string[]): Promise<object> {
  const records = Number(options[0] ?? RECORDS)
  const dataDir = mkdtempSync(join(tmpdir(), 'hub-bench-audit-'))
  try {
    const recordsPerSecond = await measureLog(join(dataDir, 'raw'), records)
    return { log: { records, recordsPerSecond }, disclosures: await measure(dataDir, records) }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Ready records of the size of a short disclosure, through the log alone: what group commit takes. */
async function measureLog(folder: string, records: number): Promise<number> {
  const signer = createNoteSigner('hub.local/bench', SEED)
  const onFault = (fault: unknown): void => {
    throw fault
  }
  const { writer } = await LogWriter.open({ folder, signer, onFault })
  const text = ENTRY_TEXT
  const started = performance.now()
  let next = 0
  const client = async (): Promise<void> => {
    while (next++ < records) await writer.append([(seq) => Buffer.from(`{"seq":${seq},${text}`)])
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, client))
  const seconds = (performance.now() - started) / 1000
  await writer.close()
  return Math.round(records / seconds)
}

async function measure(dataDir: string, records: number): Promise<object> {
  const signer = createNoteSigner('hub.local/bench', SEED)
  const open = () =>
    openDisclosureLog({
      dataDir,
      origin: signer.name,
      publicUrl: 'https://hub.example',
      signingSeed: SEED,
      subjectKey: SUBJECT_KEY,
      onFault: (fault) => {
        throw fault
      },
    })
  const log = await open()
  const first = outcomeOf(0)
  await log.intend(first)
  await log.conclude(first)
  const started = performance.now()
  const cpu = process.cpuUsage()
  let next = 1
  const latencies: number[] = []
  const client = async (): Promise<void> => {
    while (next < records / 2) {
      const outcome = outcomeOf(next++)
      const sent = performance.now()
      await log.intend(outcome)
      await log.conclude(outcome)
      if (next % 100 === 0) latencies.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, client))
  const appendMs = performance.now() - started
  const { user, system } = process.cpuUsage(cpu)
  const closeMs = await timed(() => log.close())
  const startMs = await timed(async () => (await open()).close())
  const { report, verifyMs } = await verify(join(dataDir, 'log'), signer.verifierKey)
  const receipt = await proveFirst(dataDir, first)
  return {
    records: report.size,
    recordsPerSecond: Math.round((records - 2) / (appendMs / 1000)),
    cpuMicrosecondsPerRecord: Math.round((user + system) / records),
    requestMs: percentiles(latencies),
    closeMs,
    startMs,
    verifyMs,
    isSound: report.fault === null,
    receipt,
  }
}

async function verify(folder: string, key: string) {
  const started = performance.now()
  const report = verifyLog(folder, key)
  return { report, verifyMs: Math.round(performance.now() - started) }
}

/** The receipt of the first request, with all others after it. */
async function proveFirst(dataDir: string, outcome: DisclosureOutcome): Promise<object> {
  const signer = createNoteSigner('hub.local/bench', SEED)
  const log = await openLog(join(dataDir, 'log'), signer)
  const keys = SubjectKeys.open(subjectKeysFile(dataDir), SUBJECT_KEY)
  const { requestId } = outcome.context
  const started = performance.now()
  const receipt = await writeReceipt(log!, keys, requestId, 1)
  const ms = performance.now() - started
  keys.close()
  const { fault } = verifyReceipt(receipt!, signer, outcome.data)
  return { ms: Math.round(ms), furtherRecords: log!.size - 2, isProven: fault === null }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return Math.round(performance.now() - started)
}

function percentiles(values: readonly number[]): object {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number): number => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)
  return { p50: at(0.5), p99: at(0.99) }
}

function outcomeOf(i: number): DisclosureOutcome {
  const subject = `key-of-person-${i % PEOPLE}`
  const requestId = `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`
  const data = { person: { id: subject, name: { full: '陳美玲' }, birthDate: '1985-03-02' } }
  return {
    context: {
      requestId,
      channel: 'API',
      access: null,
      caller: {
        sub: 'officer-7',
        agency: 'QS_HRO',
        client: 'desk-jiaxian',
        role: 'desk-clerk',
        purpose: 'joint-service',
        legalBasis: '個人資料保護法第15條第1款、第16條第7款',
        case: '1070510-0147',
        scopes: [],
        existence: false,
        regions: null,
        caseAssignment: false,
        requestId,
      },
      ledger: new FetchLedger(),
      expiresAt: Number.POSITIVE_INFINITY,
      log: undefined as never,
    },
    operationHash: 'ab'.repeat(32),
    compiled: { refusals: [], coordinates: COORDINATES } as never,
    sources: [{ agency: 'household', status: 'OK', asOf: null, ms: 1, traceId: requestId }],
    errorCount: 0,
    coordinates: COORDINATES,
    results: { 'Query.person': 1 },
    data,
    disclosed: [{ subject, data: [data.person] }],
  }
}

const COORDINATES = [
  'Person.birthDate',
  'Person.id',
  'Person.name',
  'PersonName.full',
  'Query.person',
]
