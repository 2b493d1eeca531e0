import { randomUUID } from 'node:crypto'
import type { GraphQLError, GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import { ERRORS, hubError, isErrorCode, type ErrorCode } from '../../schemas/errors.ts'
import { findHubError } from '../../schemas/find-hub-error.ts'
import { describeFailure } from '../../schemas/describe-failure.ts'
import { maskNationalIdsIn } from '../../schemas/scalars/national-id.ts'

const KEPT = ['coordinate', 'agency', 'reference'] as const
const MAX_MESSAGE = 300

/**
 * An error as a client sees it: only codes of the table leave, with their own sentences and no
 * personal data, SQL or host name. Anything else becomes `INTERNAL` with a reference for the log.
 */
export function formatClientError(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: Logger,
): GraphQLFormattedError {
  const known = findHubError(error)
  if (known) return withPlace(formatted, known.code, known.message)
  const code = formatted.extensions?.['code']
  if (isErrorCode(code) && code !== 'INTERNAL') {
    return withPlace(formatted, code, knownMessage(code, formatted.message))
  }
  return internal(formatted, error, log)
}

/** Why a document is not valid, in the words of our table and without what it is set up with. */
export function formatFault(fault: GraphQLError): GraphQLFormattedError {
  const known = findHubError(fault)
  if (known) return withPlace({ message: '' }, known.code, known.message)
  const reason = maskNationalIdsIn(fault.message).slice(0, MAX_MESSAGE)
  return withPlace({ message: '' }, 'QUERY_INVALID', hubError('QUERY_INVALID', { reason }).message)
}

/** A table sentence without gaps is used as it stands; a filled one is kept, masked and capped. */
function knownMessage(code: ErrorCode, message: string): string {
  const template = ERRORS[code].message
  return template.includes('{') ? maskNationalIdsIn(message).slice(0, MAX_MESSAGE) : template
}

function internal(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: Logger,
): GraphQLFormattedError {
  const told = formatted.extensions?.['reference']
  const reference = typeof told === 'string' ? told : randomUUID()
  if (told === undefined)
    log.error({ reference, reason: describeFailure(error) }, 'a request failed')
  const { message } = hubError('INTERNAL', { reference })
  return withPlace(
    { ...formatted, extensions: { ...formatted.extensions, reference } },
    'INTERNAL',
    message,
  )
}

function withPlace(
  { path, extensions }: GraphQLFormattedError,
  code: ErrorCode,
  message: string,
): GraphQLFormattedError {
  const kept = Object.fromEntries(
    KEPT.flatMap((name) => (extensions?.[name] === undefined ? [] : [[name, extensions[name]]])),
  )
  return { message, ...(path && { path }), extensions: { code, ...kept } }
}
