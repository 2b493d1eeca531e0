/** The bytes of a base64url key, or nothing when it is not exactly `length` bytes. */
export function decodeSecretBytes(text: string, length: number): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.length === length && bytes.toString('base64url') === text ? bytes : undefined
}
