/** Who may be told that an error of this kind happened: the caller, or the operators as well. */
export type ErrorAudience = 'caller' | 'operator'

interface ErrorKind {
  readonly status: number
  readonly message: string
  readonly audience: ErrorAudience
}

const kind = (status: number, message: string, audience: ErrorAudience = 'caller'): ErrorKind => ({
  status,
  message,
  audience,
})

/**
 * The one table of errors. A code is API: it is never renamed. `{name}` in a message is filled from
 * parameters that name rules, fields or limits, and never carry personal data, SQL or a host name.
 */
export const ERRORS = {
  // request
  REQUEST_MALFORMED: kind(400, 'The request body is not valid JSON of the form {"query": "…"}.'),
  REQUEST_TOO_LARGE: kind(413, 'The request body is larger than {limit} bytes.'),
  METHOD_NOT_ALLOWED: kind(405, 'Send GraphQL by POST with content-type application/json.'),
  MEDIA_TYPE_UNSUPPORTED: kind(415, 'Send application/json in UTF-8 without content-encoding.'),
  ANSWER_TYPE_UNSUPPORTED: kind(
    406,
    'Accept application/json or application/graphql-response+json.',
  ),
  CSRF: kind(403, 'A page of another origin may not ask the hub.'),
  NOT_FOUND: kind(404, 'There is nothing at this path; GraphQL is at /graphql.'),
  QUERY_INVALID: kind(400, 'The document is not valid against the schema: {reason}'),
  OPERATION_UNKNOWN: kind(400, 'The document has no operation of that name; check operationName.'),
  SUBSCRIPTION_REFUSED: kind(400, 'Subscriptions are not served; ask by a query.'),
  DOCUMENT_NOT_REGISTERED: kind(
    403,
    'The agreement allows registered operations alone; name one by its documentId.',
  ),
  OPERATION_LIMIT: kind(400, 'The document has more {limit} than the allowed {maximum}.'),
  VARIABLE_INVALID: kind(400, 'The variable ${name} is not a valid {type}.'),
  NATIONAL_ID_INVALID: kind(
    400,
    'The variable ${name} is not a valid national ID: one capital letter, 1 or 2, eight digits, the last a check digit.',
  ),
  NATIONAL_ID_LITERAL: kind(
    400,
    'A national ID may be sent only as the value of a variable, never inside the document, its names or a header.',
  ),
  BAD_USER_INPUT: kind(400, '{reason}'),
  // caller
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
  // hub
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
  // database
  DATABASE_UNAVAILABLE: kind(
    503,
    'The database of {agency} does not answer; try again later.',
    'operator',
  ),
  DATABASE_TIMEOUT: kind(
    504,
    'The database of {agency} took too long over a statement.',
    'operator',
  ),
  DATABASE_TOO_OLD: kind(
    500,
    'The database of {agency} is PostgreSQL {version}; 15 or later is needed.',
    'operator',
  ),
  DATABASE_NOT_STARTED: kind(500, 'The embedded PostgreSQL did not start: {reason}', 'operator'),
  MIGRATION_FAILED: kind(
    500,
    'The migration {migration} of {agency} failed, its schema is as it was: {reason}',
    'operator',
  ),
  MIGRATION_UNKNOWN: kind(
    500,
    'The database of {agency} was made by another version of the hub ({reason}); start that version, or use another HUB_DATA_DIR or database.',
    'operator',
  ),
  DATASET_DIFFERENT: kind(
    500,
    'The database of {agency} already holds {present}; add --replace to load {asked} in its place.',
    'operator',
  ),
  DATASET_SERVED: kind(
    500,
    'The database of {agency} is being served, and half a register would be; stop the hub, then load it anew.',
    'operator',
  ),
  DATASET_UNFINISHED: kind(
    500,
    'The database of {agency} holds {present} only in part; let hub seed finish, with the same options as before.',
    'operator',
  ),
  COPY_TEXT_INVALID: kind(
    400,
    'The column {column} of {table} has a character that no text may hold: NUL, or half of a pair.',
  ),
  // imports
  IMPORT_FILE_UNREADABLE: kind(
    400,
    'The file cannot be read ({reason}); check its path and rights.',
  ),
  IMPORT_FILE_DAMAGED: kind(
    400,
    'The file cannot be unpacked or is no text; get it again. Nothing was changed.',
  ),
  IMPORT_COLUMNS_UNKNOWN: kind(
    400,
    'The file has not the columns of a door-plate list: {reason}. Its first line must name them, such as FULL_ADDR,COUNTY,TOWN,VILLAGE,NEIGHBORHOOD,ROAD,SECTION,LANE,ALLEY,NUMBER,X,Y. Nothing was changed.',
  ),
  IMPORT_COORDINATES_SWAPPED: kind(
    400,
    'In {swapped} of {rows} rows the two coordinates stand in each other’s column; exchange the columns (X is longitude or easting) and import again. Nothing was changed.',
  ),
  IMPORT_BOUNDARIES_INVALID: kind(
    400,
    'The file is no TopoJSON of villages with VILLCODE, TOWNCODE and VILLNAME: {reason}. Nothing was changed.',
  ),
  IMPORT_POSTAL_INVALID: kind(
    400,
    'Line {line} of the postal file: {reason}. Its lines must be ZIPCODE,CITY,AREA,ROAD,SCOOP. Nothing was changed.',
  ),
  IMPORT_RUNNING: kind(
    409,
    'Another door-plate import is running; start this one when it has ended.',
  ),
  IMPORT_REPORT_UNWRITABLE: kind(500, 'The report cannot be written ({reason}).', 'operator'),
  // exports
  EXPORT_FORMAT_UNKNOWN: kind(
    400,
    'The format is told by the file’s name: end it in .csv or .geojson, with .gz behind it to pack it.',
  ),
  EXPORT_AREA_EMPTY: kind(
    400,
    'The register has no plate in force there; check the town and village, or import door plates first.',
  ),
  EXPORT_FILE_UNWRITABLE: kind(
    500,
    'The export cannot be written ({reason}); what was there before stays. Check space and rights, and export again.',
    'operator',
  ),
  EXPORT_RUNNING: kind(409, 'Another publication is running; start this one when it has ended.'),
  // start and command line
  HUB_UNREACHABLE: kind(
    503,
    'No hub answers at {url}; start it with npm start, or name it with --url.',
  ),
  CONFIG_INVALID: kind(500, '{variable}: {reason}', 'operator'),
  AGREEMENT_INVALID: kind(500, 'agreement {file}: {reason}', 'operator'),
  KEY_FILE_INVALID: kind(500, 'key file {file}: {reason}', 'operator'),
  POPULATION_FILE_INVALID: kind(400, 'population file, line {line}: {reason}'),
  PORT_TAKEN: kind(
    500,
    'Port {port} on {host} is taken; stop what uses it or set {variable}.',
    'operator',
  ),
} as const satisfies Record<string, ErrorKind>

export type ErrorCode = keyof typeof ERRORS
export type ErrorParameters = Readonly<Record<string, string | number>>

/** An expected failure. `message` states the rule, never the data; `code` is stable. */
export class HubError extends Error {
  readonly code: ErrorCode
  readonly parameters: ErrorParameters

  constructor(code: ErrorCode, parameters: ErrorParameters = {}, options?: ErrorOptions) {
    super(fill(ERRORS[code].message, parameters), options)
    this.name = 'HubError'
    this.code = code
    this.parameters = parameters
  }

  get status(): number {
    return ERRORS[this.code].status
  }
}

/** Makes the error of this code, its message filled from `parameters`. */
export function hubError(code: ErrorCode, parameters?: ErrorParameters, cause?: unknown): HubError {
  return new HubError(code, parameters, cause === undefined ? undefined : { cause })
}

/** Whether a code arriving from elsewhere (a subgraph's answer) stands in the table. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERRORS, code)
}

function fill(template: string, parameters: ErrorParameters): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(parameters, name) ? String(parameters[name]) : whole,
  )
}
