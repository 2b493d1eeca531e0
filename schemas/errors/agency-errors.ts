import { kind, type ErrorKind } from './error-kind.ts'

/** What goes wrong between the gateway and the agencies. */
export const AGENCY_ERRORS = {
  // agencies
  AGENCY_UNAVAILABLE: kind(
    503,
    'The agency {agency} does not answer; its facts are missing.',
    'operator',
  ),
  AGENCY_TIMEOUT: kind(
    504,
    'The agency {agency} did not answer in time; its facts are missing.',
    'operator',
  ),
  AGENCY_REFUSED: kind(
    502,
    'The agency {agency} refused the hub; its facts are missing.',
    'operator',
  ),
  AGENCY_INVALID_ANSWER: kind(
    502,
    'The agency {agency} gave an answer that is not usable.',
    'operator',
  ),
  PLAN_UNUSABLE: kind(500, 'The operation cannot be run over the agencies: {reason}.', 'operator'),
  PERSON_KEY_INVALID: kind(400, 'The person key was not issued by this hub or was altered.'),
  VERIFICATION_LOCKED: kind(
    429,
    'Three claims about this person did not match; no more are checked for a day.',
  ),
  // hop from the gateway to an agency
  HOP_TOKEN_MISSING: kind(401, 'Only the gateway may ask an agency: no hop token.', 'operator'),
  HOP_TOKEN_INVALID: kind(401, 'The hop token was not made by the gateway.', 'operator'),
  HOP_TOKEN_EXPIRED: kind(401, 'The hop token has expired.', 'operator'),
  HOP_TOKEN_AUDIENCE: kind(401, 'The hop token is for another agency.', 'operator'),
  HOP_TOKEN_REPLAYED: kind(401, 'The hop token was used before.', 'operator'),
  HOP_TOKEN_BODY: kind(401, 'The hop token is for another request body.', 'operator'),
} as const satisfies Record<string, ErrorKind>
