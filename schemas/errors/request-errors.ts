import { kind, type ErrorKind } from './error-kind.ts'

/** What is wrong with a request, whoever sent it. */
export const REQUEST_ERRORS = {
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
} as const satisfies Record<string, ErrorKind>
