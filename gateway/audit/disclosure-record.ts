import type { DisclosureIntent, DisclosureOutcome } from './disclosure-log.ts'
import { MOST_ENTRY_BYTES } from './entry-bundle.ts'
import { fillForm, type PreparedRecord } from './prepared-record.ts'
import { formFor, groundOf, listBytes } from './record-ground.ts'
import { formOf } from './record-form.ts'

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
// What differs between requests on one ground.
const DIFFERING = ['actor', 'case', 'requestId']

/** The record of a request before the first agency is asked. */
export function intentRecord(intent: DisclosureIntent): PreparedRecord {
  const form = formFor(intent, 'INTENT', () => [
    { leaf: 'INTENT', coordinates: intent.compiled.coordinates },
    DIFFERING,
  ])
  return fillForm(form, differingIn(intent))
}

/** The record of a request that ended without an answer. */
export function failureRecord(intent: DisclosureIntent): PreparedRecord {
  const outcome: DisclosureResult = 'FAILED'
  const form = formFor(intent, outcome, () => [
    { leaf: 'OUTCOME', outcome },
    [...DIFFERING, 'asked'],
  ])
  return fillForm(form, { ...differingIn(intent), asked: intent.context.ledger.asked() })
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
  const first = firstOf(outcome, subjects, answer)
  if (subjects.length <= MOST_SUBJECTS) {
    const kind = first['marks'] === undefined ? 'OUTCOME' : 'MARKED'
    const form = formFor(outcome, kind, () => [{ leaf: 'OUTCOME' }, Object.keys(first)])
    const whole = fillForm(form, first)
    if (fits(whole) || subjects.length === 0) return [whole]
  }
  const whole = { ...groundOf(outcome), leaf: 'OUTCOME', ...first }
  const rest = { leaf: 'OUTCOME', requestId: outcome.context.requestId }
  const parts = split(whole, rest, subjects)
  return parts.map((part, i) => prepare({ ...part, part: i + 1, parts: parts.length }))
}

/** What the first record of an answer says beside its ground. */
function firstOf(
  outcome: DisclosureOutcome,
  subjects: readonly SubjectEntry[],
  answer: string | null,
): DisclosureRecord {
  const { context, sources, errorCount, coordinates, results } = outcome
  const { caller, requestId, ledger } = context
  const marks = ledger.marks()
  return {
    actor: caller.sub,
    case: caller.case,
    requestId,
    outcome: resultOf(outcome),
    coordinates: listBytes(coordinates),
    asked: ledger.asked(),
    sources: sources.map(({ agency, status }) => ({ agency, status })),
    results,
    errorCount,
    answer,
    subjects,
    ...(marks.length > 0 && { marks }),
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
    while (count > 0 && !fits(prepare({ ...head, subjects: subjects.slice(taken, taken + count) })))
      count >>= 1
    parts.push({ ...head, subjects: subjects.slice(taken, taken + count) })
    taken += count
    head = rest
  } while (taken < subjects.length)
  return parts
}

function prepare(record: DisclosureRecord): PreparedRecord {
  return fillForm(formOf({}, Object.keys(record)), record)
}

function differingIn({ context }: DisclosureIntent): DisclosureRecord {
  const { caller, requestId } = context
  return { actor: caller.sub, case: caller.case, requestId }
}

function fits({ bytes }: PreparedRecord): boolean {
  return bytes.length + STAMP_BYTES <= MOST_ENTRY_BYTES
}
