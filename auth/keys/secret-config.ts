import { hubError } from '../../schemas/errors.ts'
import { decodeSecretBytes } from './secret-bytes.ts'

/**
 * The keys that an environment variable gives in base64url, with commas between them: the first is used,
 * the others are accepted while it turns.
 *
 * @throws HubError CONFIG_INVALID naming the variable, never its value
 */
export function readSecretVariable(
  variable: string,
  text: string,
  length: number,
): readonly [Buffer, ...Buffer[]] {
  const keys = text.split(',').map((key) => decodeSecretBytes(key, length))
  const [first, ...others] = keys.filter((key) => key !== undefined)
  if (first !== undefined && others.length === keys.length - 1) return [first, ...others]
  throw hubError('CONFIG_INVALID', { variable, reason: `must be ${length} bytes in base64url` })
}
