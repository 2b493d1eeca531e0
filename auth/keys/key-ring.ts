import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'

import { hubError } from '../../schemas/errors.ts'
import { readOrCreateKeyFile, replaceKeyFile } from './key-file.ts'
import { decodeSecretBytes } from './secret-bytes.ts'

/** One key of a ring. The first of a ring is used; the others are accepted. */
export interface RingKey {
  readonly bytes: Buffer
  /** ISO instants; null where the file does not say, as one made by an earlier version. */
  readonly madeAt: string | null
  /** since when another is used in its place */
  readonly endedAt: string | null
}

/** A symmetric key and those that are accepted beside it: while it turns, or for what older ones made. */
export type KeyRing = readonly [RingKey, ...RingKey[]]

/**
 * The ring kept in `<keysDir>/<name>.key`, a key a line: base64url, when it was made, when it ended.
 * One random key at first use.
 *
 * @throws HubError KEY_FILE_INVALID
 */
export function readKeyRing(keysDir: string, name: string, length: number): KeyRing {
  const file = ringFile(keysDir, name)
  const text = readOrCreateKeyFile(file, () => formatRing([newRingKey(length)]))
  const keys = text
    .split('\n')
    .filter(Boolean)
    .map((line) => parseLine(line, length))
  const [first, ...others] = keys.filter((key) => key !== undefined)
  if (first !== undefined && others.length === keys.length - 1) return [first, ...others]
  throw hubError('KEY_FILE_INVALID', { file, reason: `needs ${length} bytes in base64url` })
}

/** Puts a ring in the place of the one before, whole or not at all. */
export function writeKeyRing(keysDir: string, name: string, ring: readonly RingKey[]): void {
  replaceKeyFile(ringFile(keysDir, name), formatRing(ring))
}

/** Where a ring is kept. */
export function ringFile(keysDir: string, name: string): string {
  return join(keysDir, `${name}.key`)
}

/** A random key of `length` bytes, made now. */
export function newRingKey(length: number, now = new Date()): RingKey {
  return { bytes: randomBytes(length), madeAt: now.toISOString(), endedAt: null }
}

/** What a key may be called where others read it: eight hex digits of its SHA-256. */
export function keyIdOf(bytes: Uint8Array): string {
  return createHash('sha256').update('hub key id\n').update(bytes).digest('hex').slice(0, 8)
}

function parseLine(line: string, length: number): RingKey | undefined {
  const [text = '', madeAt = '-', endedAt = '-'] = line.trim().split(' ')
  const bytes = decodeSecretBytes(text, length)
  return bytes && { bytes, madeAt: instantOf(madeAt), endedAt: instantOf(endedAt) }
}

function instantOf(text: string): string | null {
  return text === '-' ? null : text
}

function formatRing(ring: readonly RingKey[]): string {
  return ring
    .map(({ bytes, madeAt, endedAt }) =>
      [bytes.toString('base64url'), madeAt ?? '-', endedAt ?? '-'].join(' '),
    )
    .map((line) => `${line}\n`)
    .join('')
}
