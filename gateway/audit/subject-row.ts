import { HANDLE_BYTES } from './subject-index.ts'

/** Bytes of a person's row: handle, pseudonym, secret under AES key wrap. */
export const PSEUDONYM_BYTES = 16
export const SECRET_BYTES = 32
const WRAPPED_BYTES = SECRET_BYTES + 8
export const ROW_BYTES = HANDLE_BYTES + PSEUDONYM_BYTES + WRAPPED_BYTES

/** Rows that are read at once. */
export const ROWS_PER_READ = 8_192

export function pseudonymIn(row: Buffer): string {
  return row.toString('base64url', HANDLE_BYTES, HANDLE_BYTES + PSEUDONYM_BYTES)
}

export function wrappedSecretIn(row: Buffer): Buffer {
  return row.subarray(HANDLE_BYTES + PSEUDONYM_BYTES)
}
