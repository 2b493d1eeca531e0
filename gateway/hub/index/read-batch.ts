import type { Bundle } from '../../audit/log-reader.ts'
import { readRecord, type LoggedRecord } from '../../audit/logged-record.ts'
import type { DataClassesOf } from './data-classes.ts'
import type { IndexBatch, IndexedDisclosure, IndexedSubject } from './log-index.ts'

// Canonical JSON: an intent need not be parsed to be passed over.
const OUTCOME = Buffer.from('"leaf":"OUTCOME"')

/** What records that stand side by side hold for the index. */
export function readBatch(
  origin: string,
  { start, entries }: Bundle,
  dataClassesOf: DataClassesOf,
): IndexBatch {
  const disclosures: IndexedDisclosure[] = []
  const subjects: IndexedSubject[] = []
  for (const [i, entry] of entries.entries()) {
    if (!entry.includes(OUTCOME)) continue
    const record = readRecord(entry)
    if (record.leaf !== 'OUTCOME') continue
    const { part = 1 } = record
    // the records of one outcome stand side by side, the first of them says who asked
    const leafIndex = start + i - (part - 1)
    if (part === 1) disclosures.push(disclosureIn(record, leafIndex, dataClassesOf))
    for (const { subject } of record.subjects ?? []) subjects.push({ leafIndex, subject })
  }
  return { origin, from: start, to: start + entries.length, disclosures, subjects }
}

function disclosureIn(
  record: LoggedRecord,
  leafIndex: number,
  dataClassesOf: DataClassesOf,
): IndexedDisclosure {
  return {
    leafIndex,
    at: record.at,
    requestId: record.requestId,
    actor: record.actor ?? '',
    client: record.client ?? '',
    agency: record.agency ?? '',
    role: record.role ?? '',
    purpose: record.purpose ?? '',
    legalBasis: record.legalBasis ?? '',
    channel: record.channel ?? '',
    caseNo: record.case ?? null,
    dataClasses: dataClassesOf(record.coordinates ?? []),
  }
}
