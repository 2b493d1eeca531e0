import { randomUUID } from 'node:crypto'
import type { GraphQLError, GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import { hubError } from '../../schemas/errors.ts'
import { findHubError } from '../../schemas/find-hub-error.ts'
import { maskNationalIdsIn } from '../../schemas/scalars/national-id.ts'

/** An error as an agency answers it: a code of the table, its sentence, and where it happened. */
export function formatAgencyError(error: unknown, log: Logger): GraphQLFormattedError {
  const known = findHubError(error)
  const path = (error as Partial<GraphQLError>).path
  if (known)
    return { message: known.message, ...(path && { path }), extensions: { code: known.code } }
  const reference = randomUUID()
  log.error({ reference, reason: describe(error) }, 'a fetch failed')
  const { message, code } = hubError('INTERNAL', { reference })
  return { message, ...(path && { path }), extensions: { code, reference } }
}

/** What the log may say of an unexpected error: its kind and place, without values. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return maskNationalIdsIn(String(error)).slice(0, 200)
  const origin = (error as Partial<GraphQLError>).originalError ?? error
  const where = origin.stack
    ?.split('\n')
    .slice(1, 3)
    .map((line) => line.trim().replace(/\(?file:.*\/(?=[^/]+:\d+:\d+)/, '('))
    .join(' < ')
  return maskNationalIdsIn(`${origin.name}: ${origin.message} ${where ?? ''}`).slice(0, 500)
}
