import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { pino } from 'pino'
import type { DisclosureLog, DisclosureOutcome } from '../../../gateway/audit/disclosure-log.ts'
import { openLog, type OpenLog } from '../../../gateway/audit/log-reader.ts'
import { createNoteSigner } from '../../../gateway/audit/signed-note.ts'
import { SubjectKeys } from '../../../gateway/audit/subject-keys.ts'
import {
  openDisclosureLog,
  subjectKeysFile,
  type DisclosureLogOptions,
} from '../../../gateway/audit/tiled-disclosure-log.ts'
import { FetchLedger } from '../../../gateway/execute/fetch-ledger.ts'

const SEED = Buffer.alloc(32, 7)
const SUBJECT_KEY = Buffer.alloc(32, 9)

export const LOG_SIGNER = createNoteSigner('hub.local/test', SEED)

/** Opens a disclosure log below a folder; faults beside a request end the test. */
export function openDisclosures(
  dataDir: string,
  options: Partial<DisclosureLogOptions> = {},
): Promise<DisclosureLog> {
  return openDisclosureLog({
    dataDir,
    origin: LOG_SIGNER.name,
    publicUrl: 'https://hub.example',
    signingSeeds: () => [SEED],
    subjectKey: SUBJECT_KEY,
    onFault: (fault) => {
      throw fault
    },
    ...options,
  })
}

export function subjectKeysOf(dataDir: string): SubjectKeys {
  return SubjectKeys.open(subjectKeysFile(dataDir), SUBJECT_KEY)
}

export async function readLogOf(dataDir: string): Promise<OpenLog> {
  const log = await openLog(join(dataDir, 'log'), LOG_SIGNER)
  if (!log) throw new Error('there is no log')
  return log
}

/** A request of the desk that showed these people. */
export function outcomeOf(data: unknown, subjects: readonly string[]): DisclosureOutcome {
  const requestId = randomUUID()
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
        legalBasis: '個人資料保護法第15條第1款',
        case: '1070510-0147',
        scopes: [],
        existence: false,
        regions: null,
        caseAssignment: false,
        requestId,
      },
      ledger: new FetchLedger(),
      expiresAt: performance.now() + 10_000,
      log: pino({ level: 'silent' }),
    },
    operationHash: 'ab'.repeat(32),
    compiled: {
      operation: {} as never,
      filtered: null,
      refusals: [],
      guarded: [],
      shape: [],
      coordinates: ['Person.name', 'Query.person'],
      wanted: ['household'],
      planned: ['household'],
      agencies: ['household'],
      isPublic: false,
    },
    sources: [],
    errorCount: 0,
    coordinates: ['Person.name', 'Query.person'],
    results: { 'Query.person': 1 },
    data,
    subjects,
  }
}
