import type { DisclosureOutcome } from '../../gateway/audit/disclosure-log.ts'
import { FetchLedger } from '../../gateway/execute/fetch-ledger.ts'

const PEOPLE = 20_000

/** The disclosure of one person of many to a desk. */
export function outcomeOf(i: number): DisclosureOutcome {
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
    compiled: COMPILED,
    sources: [{ agency: 'household', status: 'OK', asOf: null, ms: 1, traceId: requestId }],
    errorCount: 0,
    coordinates: COORDINATES,
    results: { 'Query.person': 1 },
    data,
    subjects: [subject],
  }
}

const COORDINATES = [
  'Person.birthDate',
  'Person.id',
  'Person.name',
  'PersonName.full',
  'Query.person',
]

const COMPILED = { refusals: [], coordinates: COORDINATES } as never
