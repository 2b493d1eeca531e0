import { hubError } from '../../schemas/errors.ts'
import { decodeSecretBytes } from './secret-bytes.ts'

/**
 * The key that an environment variable gives in base64url.
 *
 * @throws HubError CONFIG_INVALID naming the variable, never its value
 */
export function readSecretVariable(variable: string, text: string, length: number): Buffer {
  const bytes = decodeSecretBytes(text, length)
  if (bytes !== undefined) return bytes
  throw hubError('CONFIG_INVALID', { variable, reason: `must be ${length} bytes in base64url` })
}
