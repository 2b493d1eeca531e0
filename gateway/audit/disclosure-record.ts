import type { CompiledOperation } from '../compile/compile-operation.ts'
import type { DisclosureIntent, DisclosureOutcome } from './disclosure-log.ts'
import { MOST_ENTRY_BYTES } from './entry-bundle.ts'
import { prepareRecord, type PreparedRecord } from './prepared-record.ts'

/** A person in a record: pseudonym, and salted hash of what was shown of the person. */
export interface SubjectEntry {
  readonly subject: string
  readonly hash: string
}

/** How a request ended. */
export type DisclosureResult = 'DISCLOSED' | 'PARTIAL' | 'NOTHING' | 'FAILED'

/** A record without its place and time, which the log adds. */
type DisclosureRecord = Readonly<Record<string, unknown>>

/** Most persons in one record. */
export const MOST_SUBJECTS = 500

// Place, time and number of the part, when they come.
const STAMP_BYTES = 128

/** The record of a request before the first agency is asked. */
export function intentRecord(intent: DisclosureIntent): PreparedRecord {
  const { compiled } = intent
  return prepareRecord({
    leaf: 'INTENT',
    ...statedIn(intent),
    coordinates: compiled.coordinates,
  })
}

/** The record of a request that ended without an answer. */
export function failureRecord(intent: DisclosureIntent): PreparedRecord {
  const asked = intent.context.ledger.asked()
  return prepareRecord({
    leaf: 'OUTCOME',
    ...statedIn(intent),
    outcome: 'FAILED' satisfies DisclosureResult,
    asked,
  })
}

/**
 * The records of an answer with its hash: one, or several that share the request id when it shows many
 * persons.
 */
export function outcomeRecords(
  outcome: DisclosureOutcome,
  subjects: readonly SubjectEntry[],
  answer: string | null,
): readonly PreparedRecord[] {
  const { context, sources, errorCount, coordinates, results } = outcome
  const marks = context.ledger.marks()
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
    marks: marks.length > 0 ? marks : undefined,
    subjects,
  }
  const rest = { leaf: 'OUTCOME', requestId: context.requestId }
  if (subjects.length <= MOST_SUBJECTS) {
    const whole = prepareRecord(first)
    if (fits(whole) || subjects.length === 0) return [whole]
  }
  const parts = split(first, rest, subjects)
  return parts.map((part, i) => prepareRecord({ ...part, part: i + 1, parts: parts.length }))
}

/** What every record says: who asked for what, on which ground. */
function statedIn({ context, operationHash, compiled }: DisclosureIntent): DisclosureRecord {
  const { caller, access, requestId } = context
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
    channel: context.channel,
    operation: `sha256:${operationHash}`,
    refused: refusedIn(compiled.refusals),
  }
}

const refusedOf = new WeakMap<object, readonly string[]>()

function refusedIn(refusals: CompiledOperation['refusals']): readonly string[] {
  const known = refusedOf.get(refusals)
  if (known) return known
  const refused = [...new Set(refusals.map(({ coordinate }) => coordinate))].toSorted()
  refusedOf.set(refusals, refused)
  return refused
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
    while (
      count > 0 &&
      !fits(prepareRecord({ ...head, subjects: subjects.slice(taken, taken + count) }))
    )
      count >>= 1
    parts.push({ ...head, subjects: subjects.slice(taken, taken + count) })
    taken += count
    head = rest
  } while (taken < subjects.length)
  return parts
}

function fits({ bytes }: PreparedRecord): boolean {
  return bytes.length + STAMP_BYTES <= MOST_ENTRY_BYTES
}
