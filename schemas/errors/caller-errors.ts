import { kind, type ErrorKind } from './error-kind.ts'

/** What a caller may not have, and why. */
export const CALLER_ERRORS = {
  UNAUTHENTICATED: kind(401, 'A valid access token of the configured issuer is needed.'),
  CREDENTIALS_AMBIGUOUS: kind(400, 'Send a session cookie or an access token, not both.'),
  SESSION_ENDED: kind(401, 'There is no session, or it has ended; sign in at /session/sign-in.'),
  SIGN_IN_REFUSED: kind(
    403,
    'The sign-in did not succeed: {reason}. Begin again at /session/sign-in.',
  ),
  VISIT_CHANGED: kind(
    409,
    'The session has another visit open than this request is for; open the visit of this case again.',
  ),
  PURPOSE_REQUIRED: kind(
    403,
    'No purpose is named: ask the issuer for a token of one purpose, or open a visit in the session.',
  ),
  PURPOSE_NOT_ALLOWED: kind(403, 'No agreement in force allows this client that purpose.'),
  CASE_REQUIRED: kind(403, 'Personal data needs a case number in the header hub-case.'),
  CASE_NOT_VALID: kind(
    403,
    'The case is not open for this client and this person; check the number in the header hub-case.',
  ),
  PERSON_REFUSED: kind(
    403,
    'This person is not answered to this officer under this case; hand the case to another officer.',
  ),
  UNAUTHORIZED_FIELD_OR_TYPE: kind(403, 'The agreement does not cover {coordinate}.'),
  UNAUTHORIZED_DEPENDENCY: kind(
    403,
    'Answering {coordinate} needs facts that the agreement does not cover.',
  ),
  ISSUER_UNAVAILABLE: kind(503, 'The token issuer does not answer; try again later.', 'operator'),
  ISSUER_REFUSED: kind(401, 'The issuer gave no token: {reason}.'),
  RATE_LIMITED: kind(429, 'Too many requests; try again in {seconds} s.'),
} as const satisfies Record<string, ErrorKind>
