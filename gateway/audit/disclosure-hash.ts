import { hash as digest } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'
import { canonicalString } from './canonical-string.ts'

// Most answers fit; what is hashed is put together here.
const input = Buffer.alloc(64 * 1024)

/**
 * The hash that stands in the log for what one request showed of one person:
 * SHA-256(salt ‖ canonical JSON of {data, requestId, subject}), base64url; `subject` is the pseudonym.
 */
export function hashDisclosure(
  salt: Uint8Array,
  disclosure: { readonly data: unknown; readonly requestId: string; readonly subject: string },
): string {
  return hashDisclosureText(salt, { ...disclosure, text: canonicalJson(disclosure.data) })
}

/** The same, where the canonical JSON of the data is known. */
export function hashDisclosureText(
  salt: Uint8Array,
  {
    text,
    requestId,
    subject,
  }: { readonly text: string; readonly requestId: string; readonly subject: string },
): string {
  const rest = `"requestId":${canonicalString(requestId)},"subject":${canonicalString(subject)}`
  return hashSalted(salt, `{"data":${text},${rest}}`)
}

/**
 * The hash of a whole answer, for what stands beside the persons in it. Its salt is made of the salts
 * of all of them: who has one alone learns nothing, and one that is destroyed takes it along. Nothing
 * for an answer about nobody.
 */
export function hashAnswer(
  salts: readonly Uint8Array[],
  answer: { readonly data: unknown; readonly requestId: string },
): string | null {
  return hashAnswerText(salts, canonicalJson(answer.data), answer.requestId)
}

/** The same, where the canonical JSON of the answer is known. */
export function hashAnswerText(
  salts: readonly Uint8Array[],
  text: string,
  requestId: string,
): string | null {
  if (salts.length === 0) return null
  return hashAnswerUnder(saltOfAnswer(salts), text, requestId)
}

/** The salt of a whole answer: of all its persons' salts, in the order of the records. */
export function saltOfAnswer(salts: readonly Uint8Array[]): Buffer {
  return Buffer.from(digest('sha256', Buffer.concat(salts), 'binary'), 'binary')
}

/** The hash of a whole answer under its own salt: SHA-256(salt ‖ canonical JSON of {data, requestId}). */
export function hashUnderAnswerSalt(
  salt: Uint8Array,
  { data, requestId }: { readonly data: unknown; readonly requestId: string },
): string {
  return hashAnswerUnder(salt, canonicalJson(data), requestId)
}

function hashAnswerUnder(salt: Uint8Array, text: string, requestId: string): string {
  return hashSalted(salt, `{"data":${text},"requestId":${canonicalString(requestId)}}`)
}

function hashSalted(salt: Uint8Array, text: string): string {
  const most = salt.length + text.length * 3
  const bytes = most <= input.length ? input : Buffer.allocUnsafe(most)
  bytes.set(salt)
  const end = salt.length + bytes.write(text, salt.length)
  return digest('sha256', bytes.subarray(0, end), 'base64url')
}

/**
 * What an answer shows of each person, by sealed key: the objects that carry the key as `id`, in the
 * order of the answer. Who is not in it under a key (searched, or shown without `id`) stands for the
 * whole answer.
 */
export function dataBySubject(
  data: unknown,
  subjects: readonly string[],
): readonly { readonly subject: string; readonly data: unknown }[] {
  const shown = new Map<string, unknown[]>(subjects.map((subject) => [subject, []]))
  collect(data, shown)
  return subjects.map((subject) => {
    const objects = shown.get(subject)!
    return { subject, data: objects.length > 0 ? objects : data }
  })
}

/** Every reading of an answer that a hash may stand for: the whole, or the objects under one key. */
export function readingsOf(data: unknown): readonly unknown[] {
  const shown = new Map<string, unknown[]>()
  collect(data, shown, true)
  return [data, ...shown.values()]
}

function collect(value: unknown, shown: Map<string, unknown[]>, isEvery = false): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, shown, isEvery)
    return
  }
  if (typeof value !== 'object' || value === null) return
  const { id } = value as { readonly id?: unknown }
  if (typeof id === 'string') {
    if (isEvery && !shown.has(id)) shown.set(id, [])
    shown.get(id)?.push(value)
  }
  for (const name of Object.keys(value)) {
    const inner = (value as Readonly<Record<string, unknown>>)[name]
    if (typeof inner === 'object' && inner !== null) collect(inner, shown, isEvery)
  }
}
