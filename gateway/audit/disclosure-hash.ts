import { hash as digest } from 'node:crypto'
import { canonicalBytes } from './canonical-json.ts'

/** What one request showed of one person, who stands by pseudonym. */
interface Disclosed {
  readonly data: unknown
  readonly requestId: string
  readonly subject: string
}

/**
 * The hash that stands in the log for what one request showed of one person:
 * SHA-256(salt ‖ canonical JSON of {data, requestId, subject}), base64url.
 */
export function hashDisclosure(salt: Uint8Array, { data, requestId, subject }: Disclosed): string {
  return hashSalted(salt, { data, requestId, subject })
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
  return salts.length === 0 ? null : hashUnderAnswerSalt(saltOfAnswer(salts), answer)
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
  return hashSalted(salt, { data, requestId })
}

function hashSalted(salt: Uint8Array, value: object): string {
  return digest('sha256', Buffer.concat([salt, canonicalBytes(value)]), 'base64url')
}

/**
 * Every reading of an answer that a person's hash may stand for: the whole, or the objects under one
 * key, in the order of the answer.
 */
export function readingsOf(data: unknown): readonly unknown[] {
  const shown = new Map<string, unknown[]>()
  collect(data, shown)
  return [data, ...shown.values()]
}

function collect(value: unknown, shown: Map<string, unknown[]>): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, shown)
    return
  }
  if (typeof value !== 'object' || value === null) return
  const { id } = value as { readonly id?: unknown }
  if (typeof id === 'string') {
    if (!shown.has(id)) shown.set(id, [])
    shown.get(id)!.push(value)
  }
  for (const inner of Object.values(value)) collect(inner, shown)
}
