import { hash as digest } from 'node:crypto'
import type { JsonBytes } from './answer-bytes.ts'
import { canonicalBytes } from './canonical-json.ts'
import { openSheet, writeBytes, writeCanonical } from './canonical-writer.ts'

/** Whose disclosure in which request; `subject` is the pseudonym. */
interface Disclosed {
  readonly requestId: string
  readonly subject: string
}

// What is hashed is put together here.
const sheet = openSheet()
const HEAD = Buffer.from('{"data":')
const REQUEST = Buffer.from(',"requestId":')
const SUBJECT = Buffer.from(',"subject":')
const TAIL = Buffer.from('}')

/**
 * The hash that stands in the log for what one request showed of one person:
 * SHA-256(salt ‖ canonical JSON of {data, requestId, subject}), base64url.
 */
export function hashDisclosure(
  salt: Uint8Array,
  { data, ...disclosed }: Disclosed & { readonly data: unknown },
): string {
  return hashDisclosureBytes(salt, [canonicalBytes(data)], disclosed)
}

/** The same, where the canonical JSON of the data is known. */
export function hashDisclosureBytes(
  salt: Uint8Array,
  data: JsonBytes,
  { requestId, subject }: Disclosed,
): string {
  const end = writeBytes(sheet, SUBJECT, begin(salt, data, requestId))
  return hashUpTo(writeCanonical(sheet, subject, end))
}

/**
 * The hash of a whole answer, for what stands beside the persons in it. Its salt is made of the salts
 * of all of them: who has one alone learns nothing, and one that is destroyed takes it along. Nothing
 * for an answer about nobody.
 */
export function hashAnswer(
  salts: readonly Uint8Array[],
  { data, requestId }: { readonly data: unknown; readonly requestId: string },
): string | null {
  return hashAnswerBytes(salts, [canonicalBytes(data)], requestId)
}

/** The same, where the canonical JSON of the answer is known. */
export function hashAnswerBytes(
  salts: readonly Uint8Array[],
  data: JsonBytes,
  requestId: string,
): string | null {
  if (salts.length === 0) return null
  return hashUpTo(begin(saltOfAnswer(salts), data, requestId))
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
  return hashUpTo(begin(salt, [canonicalBytes(data)], requestId))
}

function begin(salt: Uint8Array, data: JsonBytes, requestId: string): number {
  let end = writeBytes(sheet, HEAD, writeBytes(sheet, salt, 0))
  for (const bytes of data) end = writeBytes(sheet, bytes, end)
  return writeCanonical(sheet, requestId, writeBytes(sheet, REQUEST, end))
}

function hashUpTo(end: number): string {
  const length = writeBytes(sheet, TAIL, end)
  return digest('sha256', sheet.bytes.subarray(0, length), 'base64url')
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
  for (const name in value) {
    const inner = (value as Readonly<Record<string, unknown>>)[name]
    if (typeof inner === 'object' && inner !== null) collect(inner, shown, isEvery)
  }
}
