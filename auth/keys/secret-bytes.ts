import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

import { hubError } from '../../schemas/errors.ts'
import { readOrCreateKeyFile } from './key-file.ts'

/**
 * A symmetric key of `length` bytes kept as base64url in `<keysDir>/<name>.key`, random at first use.
 *
 * @throws HubError KEY_FILE_INVALID
 */
export function readSecretBytes(keysDir: string, name: string, length: number): Buffer {
  const file = join(keysDir, `${name}.key`)
  const text = readOrCreateKeyFile(file, () => `${randomBytes(length).toString('base64url')}\n`)
  const bytes = decodeSecretBytes(text.trim(), length)
  if (bytes === undefined) {
    throw hubError('KEY_FILE_INVALID', { file, reason: `needs ${length} bytes in base64url` })
  }
  return bytes
}

/** The bytes of a base64url key, or nothing when it is not exactly `length` bytes. */
export function decodeSecretBytes(text: string, length: number): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.length === length && bytes.toString('base64url') === text ? bytes : undefined
}
