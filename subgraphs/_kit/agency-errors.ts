import { randomUUID } from 'node:crypto'
import type { GraphQLError, GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import { describeFailure } from '../../schemas/describe-failure.ts'
import { hubError } from '../../schemas/errors.ts'
import { findHubError } from '../../schemas/find-hub-error.ts'

/** An error as an agency answers it: a code of the table, its sentence, and where it happened. */
export function formatAgencyError(error: unknown, log: Logger): GraphQLFormattedError {
  const known = findHubError(error)
  const path = (error as Partial<GraphQLError>).path
  if (known)
    return { message: known.message, ...(path && { path }), extensions: { code: known.code } }
  const reference = randomUUID()
  log.error({ reference, reason: describeFailure(error) }, 'a fetch failed')
  const { message, code } = hubError('INTERNAL', { reference })
  return { message, ...(path && { path }), extensions: { code, reference } }
}
