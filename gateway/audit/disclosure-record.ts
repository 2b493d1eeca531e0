import { canonicalJson } from './canonical-json.ts'
import type { DisclosureIntent, DisclosureOutcome } from './disclosure-log.ts'
import { MOST_ENTRY_BYTES } from './entry-bundle.ts'

/** A person in a record: pseudonym, and salted hash of what was shown of the person. */
export interface SubjectEntry {
  readonly subject: string
  readonly hash: string
}

/** How a request ended. */
export type DisclosureResult = 'DISCLOSED' | 'PARTIAL' | 'NOTHING' | 'FAILED'

/** A record without its place and time, which the log adds. */
export type DisclosureRecord = Readonly<Record<string, unknown>>

/** Most persons in one record. */
export const MOST_SUBJECTS = 500

// Place and time, when they come.
const STAMP_BYTES = 64

/** The record of a request before the first agency is asked. */
export function intentRecord(intent: DisclosureIntent): DisclosureRecord {
  const { compiled } = intent
  return { leaf: 'INTENT', ...statedIn(intent), coordinates: compiled.coordinates }
}

/** The record of a request that ended without an answer. */
export function failureRecord(intent: DisclosureIntent): DisclosureRecord {
  const asked = intent.context.ledger.asked()
  return {
    leaf: 'OUTCOME',
    ...statedIn(intent),
    outcome: 'FAILED' satisfies DisclosureResult,
    asked,
  }
}

/**
 * The records of an answer with its hash: one, or several that share the request id when it shows many
 * persons.
 */
export function outcomeRecords(
  outcome: DisclosureOutcome,
  subjects: readonly SubjectEntry[],
  answer: string | null,
): readonly DisclosureRecord[] {
  const { context, sources, errorCount, coordinates, results } = outcome
  const first = {
    leaf: 'OUTCOME',
    ...statedIn(outcome),
    outcome: resultOf(outcome),
    coordinates,
    asked: context.ledger.asked(),
    sources: sources.map(({ agency, status }) => ({ agency, status })),
    results,
    errorCount,
    answer,
  }
  const rest = { leaf: 'OUTCOME', requestId: context.requestId }
  const parts = split(first, rest, subjects)
  if (parts.length === 1) return parts
  return parts.map((part, i) => ({ ...part, part: i + 1, parts: parts.length }))
}

/** What every record says: who asked for what, on which ground. */
function statedIn({ context, operationHash, compiled }: DisclosureIntent): DisclosureRecord {
  const { caller, access, requestId } = context
  const refused = [...new Set(compiled.refusals.map(({ coordinate }) => coordinate))].toSorted()
  return {
    requestId,
    actor: caller.sub,
    client: caller.client,
    agency: caller.agency,
    role: caller.role,
    purpose: caller.purpose,
    legalBasis: caller.legalBasis,
    agreement: access?.agreement.id ?? null,
    case: caller.case,
    channel: 'API',
    operation: `sha256:${operationHash}`,
    refused,
  }
}

function resultOf({ results, errorCount }: DisclosureOutcome): DisclosureResult {
  if (Object.values(results).every((count) => count === 0)) return 'NOTHING'
  return errorCount === 0 ? 'DISCLOSED' : 'PARTIAL'
}

function split(
  first: DisclosureRecord,
  rest: DisclosureRecord,
  subjects: readonly SubjectEntry[],
): readonly DisclosureRecord[] {
  const parts: DisclosureRecord[] = []
  let [head, taken] = [first, 0]
  do {
    let count = Math.min(MOST_SUBJECTS, subjects.length - taken)
    // Long lists of coordinates leave less room for persons.
    while (!fits({ ...head, subjects: subjects.slice(taken, taken + count) })) count >>= 1
    parts.push({ ...head, subjects: subjects.slice(taken, taken + count) })
    taken += count
    head = rest
  } while (taken < subjects.length)
  return parts
}

function fits(record: DisclosureRecord & { readonly subjects: readonly SubjectEntry[] }): boolean {
  if (record.subjects.length === 0) return true
  return Buffer.byteLength(canonicalJson(record)) + STAMP_BYTES <= MOST_ENTRY_BYTES
}
