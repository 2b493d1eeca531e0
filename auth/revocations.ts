import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hubError } from '../schemas/errors.ts'

/** Which agreements were ended before their last day. */
export interface Revocations {
  isRevoked(agreementId: string): boolean
}

const FILE = 'revoked-agreements'
/** Well within the 5 s that a revocation may take to hold everywhere. */
const READ_EVERY_MS = 1_000

/**
 * The revocations kept in `<dataDir>/revoked-agreements`, an id a line, read again every second so
 * that running gateways see a new one. A file that cannot be read throws `CONFIG_INVALID`: nothing is
 * disclosed while nobody can say what was revoked.
 */
export function openRevocations(dataDir: string, now = Date.now): Revocations {
  let ids = readRevoked(dataDir)
  let readAt = now()
  return {
    isRevoked(agreementId) {
      if (Math.abs(now() - readAt) >= READ_EVERY_MS) {
        ids = readRevoked(dataDir)
        readAt = now()
      }
      return ids.has(agreementId)
    },
  }
}

/** Ends an agreement at once, for all gateways of this data folder. Throws `CONFIG_INVALID`. */
export function revokeAgreement(dataDir: string, agreementId: string): void {
  try {
    // on disk before it is said to be done
    appendFileSync(join(dataDir, FILE), `${agreementId}\n`, { flush: true })
  } catch (error) {
    throw unusable('written', error)
  }
}

/** Ids of the revoked agreements. Throws `CONFIG_INVALID`. */
export function readRevoked(dataDir: string): ReadonlySet<string> {
  try {
    return new Set(readFileSync(join(dataDir, FILE), 'utf8').split('\n').filter(Boolean))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Set()
    throw unusable('read', error)
  }
}

function unusable(verb: string, cause: unknown): Error {
  const reason = `its file ${FILE} cannot be ${verb}`
  return hubError('CONFIG_INVALID', { variable: 'HUB_DATA_DIR', reason }, cause)
}
