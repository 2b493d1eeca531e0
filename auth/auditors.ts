import { agencyOfScope } from '../schemas/scopes.ts'
import type { Agreement } from './agreement-schema.ts'

const LOG_SCOPE = 'hub:access-log'

/** What is wrong with what an agreement says of the log of a person's data, if anything. */
export function findLogReadingFault({ scopes, accessLog }: Agreement): string | undefined {
  const opensLog = scopes.includes(LOG_SCOPE)
  if (opensLog && !accessLog) return `opens ${LOG_SCOPE} without accessLog: as whom it reads`
  if (!opensLog && accessLog) return `has accessLog without the scope ${LOG_SCOPE}`
  return undefined
}

/**
 * Users may not be auditors 使用者不得兼稽核: a client that audits may have no agreement that opens
 * anything but the hub's own facts.
 */
export function findUserAmongAuditors(
  { clients, accessLog }: Agreement,
  agreements: readonly Agreement[],
): string | undefined {
  if (accessLog?.reader !== 'auditor') return undefined
  for (const other of agreements) {
    const client = clients.find((one) => other.clients.includes(one))
    const opened = other.scopes.find((scope) => agencyOfScope(scope) !== 'hub')
    if (client && opened) return `lets ${client} audit, to whom ${other.id} opens ${opened}`
  }
  return undefined
}
