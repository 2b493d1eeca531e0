import { executeSync } from 'graphql'
import { hubError } from '../../schemas/errors.ts'
import { findOperation } from '../compile/find-operation.ts'
import type { DocumentRequest } from '../compile/operation-cache.ts'
import { readVariables, type Variables } from '../compile/read-variables.ts'
import type { VisibleSchemas } from '../compile/visible-schemas.ts'
import type { Answer } from './answer-operation.ts'
import type { RequestContext } from './request-context.ts'

/** What a walk through the schema costs, whatever is asked of it: by the time it takes, not by objects. */
export const INTROSPECTION_COST = 10_000

/** The schemas that a gateway shows. */
export interface ShownSchemas extends Pick<VisibleSchemas, 'of'> {
  /** Whether callers without an agreement are shown one too: where nothing in it has a rule. */
  readonly isForAll?: boolean
}

/**
 * Answers `__schema` and `__type` from the schema that the caller may use: no agency is asked, nothing
 * is disclosed, no case is needed. Throws `QUERY_INVALID` for a caller without an agreement, who is
 * taught nothing of a schema with rules; `OPERATION_UNKNOWN`; what reading variables throws.
 */
export function answerIntrospection(
  schemas: ShownSchemas,
  {
    document,
    operationName,
    variables: given,
  }: DocumentRequest & { readonly variables: Variables },
  { access }: Pick<RequestContext, 'access'>,
): Answer {
  if (!access && !schemas.isForAll) {
    throw hubError('QUERY_INVALID', { reason: 'introspection is not served' })
  }
  const { name, variableDefinitions = [] } = findOperation(document, operationName)
  const schema = schemas.of(access?.rights ?? null)
  const variableValues = readVariables(schema, variableDefinitions, given)
  const result = executeSync({
    schema,
    document,
    variableValues,
    ...(name && { operationName: name.value }),
  })
  const { data = null, errors = [] } = result
  return {
    data,
    errors: errors.map((error) => error.toJSON()),
    extensions: { sources: [] },
  }
}
