import { kind, type ErrorKind } from './error-kind.ts'

/** What goes wrong in the hub itself, its disclosure log and the store its gateways share. */
export const HUB_ERRORS = {
  SHARED_STORE_FULL: kind(503, 'The hub remembers too many requests; try again later.', 'operator'),
  SHARED_STORE_UNAVAILABLE: kind(
    503,
    'The store that the gateways share does not answer, so no personal data is disclosed; try again later.',
    'operator',
  ),
  DISCLOSURE_LOG_IN_USE: kind(
    500,
    'Another gateway writes the disclosure log of this data folder; stop it, or give each gateway its own HUB_DATA_DIR.',
    'operator',
  ),
  DISCLOSURE_LOG_UNAVAILABLE: kind(
    503,
    'The disclosure log cannot be written, so nothing is disclosed; try again later.',
    'operator',
  ),
  DISCLOSURE_LOG_DAMAGED: kind(
    500,
    'The disclosure log must not go on: {reason}. Run hub audit verify, and keep its files as they are.',
    'operator',
  ),
  AUDITOR_IS_USER: kind(
    403,
    'Who was shown data for another purpose may not audit; let somebody else look.',
  ),
  RETENTION_RUNNING: kind(
    409,
    'Looks are kept for {years} years ({source}): nothing from {day} on may go. Nothing was removed.',
  ),
  LOG_ORIGIN_TAKEN: kind(
    500,
    'The index has another log {origin}; give each gateway its own HUB_LOG_ORIGIN, or run audit reindex.',
    'operator',
  ),
  RECEIPT_ELSEWHERE: kind(503, 'The log {origin} has it; its gateway does not answer, try again.'),
  INTERNAL: kind(
    500,
    'The hub failed; give the reference {reference} to its operators.',
    'operator',
  ),
} as const satisfies Record<string, ErrorKind>
